import { frames as isFraming, type Frame } from './attribution/frames.ts';
import { baseRelation, childBy, isFinite, isPredicate, type Tree } from './tree.ts';

/** One statement of a sentence: its predicate, and its tokens from first to last plus one. */
export type Statement = { head: number; from: number; to: number; rule: string };

const SHORTEST = 4;
const LEADING =
	/^(?:[,;:.!?—–-]|\.\.\.|…|and|but|or|that|so|yet|while|although|though|whereas|because|then)$/;

function size(tree: Tree, index: number): number {
	return tree.high[index]! - tree.low[index]!;
}

function commaBefore(tree: Tree, index: number): boolean {
	const from = tree.low[index]!;
	return [from, from - 1].some((at) => at >= 0 && /^[,;—–]$/.test(tree.lower[at]!));
}

/** Whether a predicate makes a statement of its own, apart from the one it hangs on. */
function splitRule(tree: Tree, index: number): string | null {
	const { deprel, xpos } = tree.tokens[index]!;
	if (!isPredicate(tree, index) || size(tree, index) < SHORTEST) return null;
	const mark = childBy(tree, index, 'mark');
	const marked = mark < 0 ? '' : tree.lower[mark]!;
	switch (baseRelation(deprel)) {
		case 'conj':
			return isFinite(tree, index) && (childBy(tree, index, 'nsubj') >= 0 || size(tree, index) > 5)
				? 'coordinate'
				: null;
		case 'parataxis':
			return isFinite(tree, index) ? 'beside' : null;
		case 'acl':
			if (deprel === 'acl:relcl')
				return isFinite(tree, index) && commaBefore(tree, index) ? 'relative' : null;
			return commaBefore(tree, index) && size(tree, index) > 5 ? 'participle' : null;
		case 'advcl':
			if (/^(?:if|unless|to|as if|whether)$/.test(marked) || xpos === 'VB') return null;
			if (isFinite(tree, index)) return size(tree, index) > 4 ? 'adverbial' : null;
			return commaBefore(tree, index) && size(tree, index) > 5 ? 'participle' : null;
		default:
			return null;
	}
}

/** Trims marks, joining words and what only frames from both ends. */
function trim(tree: Tree, from: number, to: number, out: (token: number) => boolean): [number, number] {
	let start = from;
	let end = to;
	while (
		start < end &&
		(LEADING.test(tree.lower[start]!) || out(start) || /^["“”'’‘`]+$/.test(tree.lower[start]!))
	)
		start++;
	while (
		end > start &&
		(/^(?:[,;:.!?—–-]|and|but|or)$/.test(tree.lower[end - 1]!) ||
			out(end - 1) ||
			/^["“”'’‘`]+$/.test(tree.lower[end - 1]!))
	)
		end--;
	return [start, end];
}

/**
 * Cuts a sentence into its statements: the main clause, coordinate clauses, the contents of what is said, and
 * clauses beside the main one that tell something of their own. A clause that only frames ("she said") is none.
 */
export function findStatements(tree: Tree, frames: readonly Frame[]): Statement[] {
	const count = tree.tokens.length;
	const rules = new Map<number, string>([[tree.root, 'main']]);
	for (let index = 0; index < count; index++) {
		const rule = splitRule(tree, index);
		if (rule && index !== tree.root) rules.set(index, rule);
	}
	// What is said stands for itself, and the verb that says it does not.
	const cues = new Set<number>();
	for (const frame of frames) {
		if (frame.frame.length === 0) continue;
		cues.add(frame.cue);
		for (const { from, to } of frame.contents) {
			let top = -1;
			for (let at = from; at < to; at++) {
				const { head } = tree.tokens[at]!;
				if (head < from || head >= to || head === frame.cue) {
					if (tree.tokens[at]!.upos === 'PUNCT') continue;
					if (top < 0 || size(tree, at) > size(tree, top)) top = at;
				}
			}
			if (top >= 0 && !rules.has(top)) rules.set(top, 'said');
		}
	}
	// Each token belongs to the nearest statement above it.
	const owner = new Int32Array(count).fill(-1);
	for (let index = 0; index < count; index++) {
		for (let at = index, steps = 0; at >= 0 && steps < 80; at = tree.tokens[at]!.head, steps++) {
			if (!rules.has(at)) continue;
			owner[index] = at;
			break;
		}
	}
	const outside = (token: number) => frames.some((frame) => frame.rule !== 'noun' && isFraming(frame, token));
	const statements: Statement[] = [];
	for (const [head, rule] of rules) {
		if (cues.has(head) && rule !== 'said') continue;
		if (cues.has(head) && frames.some((frame) => frame.cue === head)) continue;
		let first = -1;
		let last = -1;
		let words = 0;
		for (let at = 0; at < count; at++) {
			if (owner[at] !== head || outside(at)) continue;
			if (first < 0) first = at;
			last = at;
			if (tree.tokens[at]!.upos !== 'PUNCT') words++;
		}
		if (first < 0 || words < 3) continue;
		const [from, to] = trim(tree, first, last + 1, outside);
		if (to - from >= 3) statements.push({ head, from, to, rule });
	}
	return statements.sort((a, b) => a.from - b.from || a.to - b.to);
}

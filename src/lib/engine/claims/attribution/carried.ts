import { childBy, type Tree } from '../tree.ts';
import type { Frame } from './frames.ts';
import { trimRange, type Range } from './ranges.ts';

/** Tenses that tell that somebody is still heard: "the pier was closed, Lee said, and the bridge would follow". */
const HEARD = /^(?:had|would|could|might|['’]d)$/;
const PRESENT = /^(?:is|are|has|have|will|can|may|do|does)$/;
const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;
const MARK = /^(?:["“”″]|''|``)$/;

/** The first word of a stretch that has a tense; -1 for none. */
function tensedIn(tree: Tree, from: number, to: number): number {
	for (let at = from; at < to; at++) if (FINITE.test(tree.tokens[at]!.xpos)) return at;
	return -1;
}

/** B of "A, Lee said, and B", given where Lee's words stand and where the words about Lee end; null where B is not Lee's. */
function rest(tree: Tree, before: Range, end: number, cue: number): Range | null {
	if (tree.lower[end] !== ',' || !/^(?:and|but)$/.test(tree.lower[end + 1] ?? '')) return null;
	const from = end + 2;
	const tensed = tensedIn(tree, from, Math.min(tree.tokens.length, from + 12));
	if (tensed <= from) return null;
	const verb = /^(?:aux|cop)/.test(tree.tokens[tensed]!.deprel) ? tree.tokens[tensed]!.head : tensed;
	if (verb < tensed || childBy(tree, verb, 'nsubj', 'expl') < from) return null;
	const word = tree.lower[tensed]!;
	const first = tensedIn(tree, before.from, before.to);
	const isSame = PRESENT.test(word) && first >= 0 && PRESENT.test(tree.lower[first]!);
	const isPast = tree.tokens[cue]!.xpos === 'VBD' || tree.lower[cue] === 'to';
	if (!(isPast && (HEARD.test(word) || isSame))) return null;
	let to = from;
	while (to < tree.tokens.length && !MARK.test(tree.lower[to]!) && tree.lower[to] !== ';') to++;
	return to < tree.tokens.length && MARK.test(tree.lower[to]!) ? null : trimRange(tree, { from, to });
}

/**
 * Lets what somebody says go on behind the words about them, where the tense tells that it does: a report is not told
 * in "had" and "would" but by somebody. What another says there is left to them.
 */
export function carryOn(tree: Tree, frames: readonly Frame[]): Frame[] {
	return frames.map((frame) => {
		const { cue, source, manner, content, rule } = frame;
		const last = content.at(-1);
		if (manner !== 'says' || last === undefined || source === null || last.to > cue.from) return frame;
		if (!/^(?:words-before|clause-before|frame-inside|according-to|learned)$/.test(rule)) return frame;
		const more = rest(tree, last, Math.max(cue.to, source.to), cue.to - 1);
		const isOthers =
			more !== null &&
			frames.some((other) => other !== frame && other.cue.from >= more.from && other.cue.to <= more.to);
		return more === null || isOthers ? frame : { ...frame, content: [...content, more] };
	});
}

import { baseRelation, type Tree } from '../tree.ts';
import type { Range } from './ranges.ts';
import { hashWord, mix, mixAll, step, type Sheet } from './signs.ts';

/** Most phrases of one sentence that are weighed as whoever speaks. */
const MOST = 40;
/** Steps up the tree that a path between two words may have. */
const REACH = 4;
/** Signs of speakers are numbered from here, past those of contents. */
const FIRST = 200;

/** The heads of phrases outside the content that may name who is behind a cue, nearest first. */
export function speakerHeads(tree: Tree, cue: number, content: readonly Range[]): number[] {
	const heads: number[] = [];
	tree.tokens.forEach(({ upos, deprel }, index) => {
		if (index === cue || !/^(?:NOUN|PROPN|PRON|NUM|DET|ADJ)$/.test(upos)) return;
		if (/^(?:NUM|DET|ADJ)$/.test(upos) && !/^(?:nsubj|obl|root)/.test(deprel)) return;
		if (/^(?:flat|compound|fixed|goeswith)/.test(deprel)) return;
		if (!content.some(({ from, to }) => index >= from && index < to)) heads.push(index);
	});
	return heads.sort((a, b) => Math.abs(a - cue) - Math.abs(b - cue)).slice(0, MOST);
}

/** The relations between two words up to where they meet, as one number. */
function pathBetween({ tree, relations }: Sheet, from: number, to: number): number {
	const above = new Map<number, number>();
	let path = 0;
	for (let at = to, steps = 0; at >= 0 && steps <= REACH; at = tree.tokens[at]!.head, steps++) {
		above.set(at, path);
		path = mix(1, path, relations[at]!, 0);
	}
	path = 1;
	for (let at = from, steps = 0; at >= 0 && steps <= REACH; at = tree.tokens[at]!.head, steps++) {
		const down = above.get(at);
		if (down !== undefined) return mix(2, path, down, 0);
		path = mix(1, path, relations[at]!, 0);
	}
	return 0;
}

function isPassive(tree: Tree, cue: number): boolean {
	return tree.children[cue]!.some((child) => tree.tokens[child]!.deprel === 'aux:pass');
}

/** The signs that a phrase is, or is not, who is behind a cue; `rule` is the phrase that the rules have. */
export function speakerSigns(
	sheet: Sheet,
	cue: number,
	content: readonly Range[],
	heads: readonly number[],
	head: number,
	rule: Range | null
): Int32Array {
	const { tree, lemmas, words, tags, parts, relations, classes, quoted } = sheet;
	const way = head < cue ? 0 : 1;
	const [low, high] = head < cue ? [head, cue] : [cue, head];
	let [commas, verbs] = [0, 0];
	for (let index = low + 1; index < high; index++) {
		if (tree.lower[index] === ',') commas++;
		if (tree.tokens[index]!.upos === 'VERB') verbs++;
	}
	const between = heads.filter((other) => other > low && other < high).length;
	const path = pathBetween(sheet, head, cue);
	const { upos, head: up } = tree.tokens[head]!;
	const who = upos === 'PRON' ? words[head]! : tags[head]!;
	const far = step(high - low);
	const chosen = rule === null ? 0 : head >= rule.from && head < rule.to ? 2 : 1;
	const place = content[0]!.from > cue ? 0 : 1;
	const passive = isPassive(tree, cue) ? 1 : 0;
	const relation = hashWord(baseRelation(tree.tokens[head]!.deprel));
	const signs = [
		[lemmas[cue]!],
		[tags[cue]!, passive],
		[path],
		[path, lemmas[cue]!],
		[path, tags[cue]!, passive],
		[path, who],
		[way, far, tags[cue]!],
		[way, between, tags[cue]!],
		[way, Math.min(commas, 3), Math.min(verbs, 3)],
		[chosen, parts[cue]!],
		[chosen, lemmas[cue]!],
		[chosen, who],
		[who, way],
		[lemmas[head]!],
		[classes[head]!],
		[classes[head]!, classes[cue]!, way],
		[relation, way, tags[cue]!],
		[up < 0 ? 0 : lemmas[up]!, relation],
		[up < 0 ? 0 : parts[up]!, relation, way],
		[place, way, far],
		[place, way, between],
		[quoted[head]! >= 0 ? 1 : 0, quoted[cue]! >= 0 ? 1 : 0],
		[tree.low[head] === 0 ? 1 : 0, relation],
		[high - low < 5 ? tags[low + 1]! : 0, high - low < 5 ? tags[high - 1]! : 0, way],
		[lemmas[cue]!, way, relation],
		[relations[cue]!, way, relation]
	];
	return mixAll(FIRST, signs);
}

import { createSyntax } from '../../syntax/index.ts';
import type { LexiconFiles } from '../../types.ts';
import { readJson } from '../names/lists.ts';
import { makeTree, type Tree } from '../tree.ts';
import { evidenceAt } from './evidence.ts';
import { loadHedges } from './index.ts';

/**
 * `claims-factuality.json`: what each sign adds to or takes from the level at which most words are held, and the
 * curve, as points [sum, degree], that turns the sum into what people answered.
 */
export type FactualityFile = {
	level: number;
	curve: [number, number][];
	signs: Record<string, number>;
};

/** What was learned of how firmly words are held. */
export type FactualityWeights = Omit<FactualityFile, 'signs'> & { signs: ReadonlyMap<string, number> };

/** How firmly a word's matter is held, -3 for certainly not so and 3 for certainly so, and what each token adds. */
export type Factuality = { degree: number; sum: number; moved: { at: number; by: number }[] };

/** Loads the weights that `tools/train/factuality.ts` learns; without the file everything is held for certain. */
export function loadFactuality(files: LexiconFiles): FactualityWeights {
	const file = readJson<FactualityFile>(files, 'claims-factuality.json', { level: 3, curve: [], signs: {} });
	return { ...file, signs: new Map(Object.entries(file.signs)) };
}

/** Reads a value off a curve of points in order; beyond its ends the end points hold. */
function along(curve: readonly [number, number][], x: number): number {
	const next = curve.findIndex(([at]) => at > x);
	if (next < 0) return curve.at(-1)?.[1] ?? x;
	const [right, high] = curve[next]!;
	if (next === 0) return high;
	const [left, low] = curve[next - 1]!;
	return low + ((x - left) / (right - left)) * (high - low);
}

/** Reads how firmly a sentence holds what one of its words stands for, with the tokens that moved it, most first. */
export function readFactuality(tree: Tree, at: number, weights: FactualityWeights): Factuality {
	const moved = new Map<number, number>();
	let sum = weights.level;
	for (const { sign, at: place } of evidenceAt(tree, at)) {
		const weight = weights.signs.get(sign);
		if (weight === undefined) continue;
		sum += weight;
		moved.set(place, (moved.get(place) ?? 0) + weight);
	}
	return {
		degree: Number(Math.max(-3, Math.min(3, along(weights.curve, sum))).toFixed(3)),
		sum,
		moved: Array.from(moved, ([token, by]) => ({ at: token, by })).sort(
			(a, b) => Math.abs(b.by) - Math.abs(a.by) || a.at - b.at
		)
	};
}

/** Makes the reader of how firmly one sentence holds what the word at an offset stands for, from -3 to 3. */
export function createFactualityReader(files: LexiconFiles): {
	factuality: (text: string, at: number) => number;
	firmness: (text: string) => number;
} {
	const syntax = createSyntax(files);
	const hedges = loadHedges(files);
	const weights = loadFactuality(files);
	let known = '';
	let tree: Tree | null = null;
	return {
		factuality(text, at) {
			if (tree === null || known !== text) {
				known = text;
				tree = makeTree(text, syntax.parse(text, 0, text.length));
			}
			const index = tree.tokens.findIndex(({ end }) => end > at);
			return index < 0 ? 3 : readFactuality(tree, index, weights).degree;
		},
		firmness(text) {
			let degree = 1;
			for (const { lemma } of syntax.tag(text, 0, text.length)) {
				const weight = hedges.get(lemma.toLowerCase());
				if (weight !== undefined && weight < 0.95) degree *= 0.55 + 0.45 * weight;
			}
			return degree;
		}
	};
}

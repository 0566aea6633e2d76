import type { Words } from '../words/index.ts';
import type { Gist } from './gist.ts';
import type { Weights } from './weights.ts';

/** Two places in the list of gists, `a < b`. */
export type Pair = { a: number; b: number };

/** Candidates kept for each claim: recall of true pairs is nearly that of all pairs, at a few per cent of the work. */
const KEPT = 24;
/** A word that more claims share than this says nothing about any two of them. */
const LONGEST_POSTING = 400;

/**
 * The pairs worth scoring, through an inverted index of word families, synonyms and listed relatives. Work grows
 * with the number of claims times a constant, never with its square.
 */
export function findCandidates(gists: readonly Gist[], words: Words, weights: Weights): Pair[] {
	const postings = new Map<string, { at: number; weight: number }[]>();
	gists.forEach((gist, at) => {
		const best = new Map<string, number>();
		for (const term of gist.terms) {
			const weight = weights(term);
			for (const key of words.keys(term.lemma)) best.set(key, Math.max(best.get(key) ?? 0, weight));
		}
		for (const [key, weight] of best) {
			const list = postings.get(key);
			if (list === undefined) postings.set(key, [{ at, weight }]);
			else list.push({ at, weight });
		}
	});
	const found = new Set<number>();
	const scores = new Float64Array(gists.length);
	gists.forEach((gist, a) => {
		const touched: number[] = [];
		for (const term of gist.terms) {
			const keys = words.keys(term.lemma);
			keys.forEach((key, k) => {
				const list = postings.get(key)!;
				if (list.length > LONGEST_POSTING) return;
				for (const { at, weight } of list) {
					if (at === a) continue;
					if (scores[at] === 0) touched.push(at);
					// A family is stronger evidence than one of a word's several senses.
					scores[at]! += weight * weight * (k === 0 ? 1 : 0.3);
				}
			});
		}
		const size = (at: number) => Math.sqrt(gists[at]!.terms.length + 3);
		const rank = (at: number) => scores[at]! / size(at);
		touched.sort((x, y) => rank(y) - rank(x) || x - y);
		for (const b of touched.slice(0, KEPT)) found.add(Math.min(a, b) * gists.length + Math.max(a, b));
		for (const b of touched) scores[b] = 0;
	});
	return [...found]
		.sort((x, y) => x - y)
		.map((key) => ({ a: Math.floor(key / gists.length), b: key % gists.length }));
}

import { stem, type Words } from '../words/index.ts';
import type { Gist, Term } from './gist.ts';

/** How much a term tells, 0..1: rare in this event's claims and rare in news at large. */
export type Weights = (term: Term) => number;

const HIGHEST_RARITY = 11;
/** Claims of no event in particular, so that three accounts of one sentence each have a background too. */
const OTHER_CLAIMS = 20;
/** A figure or a day is often the very thing that varies inside a line: it must not keep its claims apart. */
const VARYING = 0.35;

/**
 * Half event, half background: inside one event every claim is about the same few names, which are rare at large;
 * at large "Thursday" is common, and inside one event it may be the point.
 */
export function weigh(gists: readonly Gist[], words: Words): Weights {
	const spread = new Map<string, number>();
	for (const gist of gists)
		for (const family of new Set(gist.terms.map((term) => stem(term.lemma))))
			spread.set(family, (spread.get(family) ?? 0) + 1);
	const total = gists.length + OTHER_CLAIMS;
	const most = Math.log(total);
	const cache = new Map<string, number>();
	return ({ lemma, varies }) => {
		let weight = cache.get(lemma);
		if (weight === undefined) {
			const here = Math.log(total / ((spread.get(stem(lemma)) ?? 0) + 0.5)) / most;
			weight = 0.5 * Math.max(0, here) + 0.5 * Math.min(1, words.rarity(lemma) / HIGHEST_RARITY);
			cache.set(lemma, weight);
		}
		return varies ? weight * VARYING : weight;
	};
}

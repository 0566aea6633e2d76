import type { Words } from '../words/index.ts';
import type { Gist, Term } from './gist.ts';

/** A word of the event that is near another: `near` 0..1. */
export type Neighbour = { id: number; near: number };

/** The words of one event: numbered, weighed, and each with its near relatives among the others. */
export type Vocabulary = {
	id(lemma: string): number;
	size: number;
	/** How much a word tells, 0..1: rare in this event's claims, and rare in news at large. */
	weights: Float64Array;
	neighbours(id: number): readonly Neighbour[];
};

const HIGHEST_RARITY = 11;
/** Claims of no event in particular, so that three accounts of one sentence each have a background too. */
const OTHER_CLAIMS = 20;
/** A key that more words share than this is a sense so broad that it relates nothing. */
const BROADEST = 40;
/** Below this, two words are not related enough to stand for each other. */
const LEAST_NEAR = 0.45;

/** Every lemma once, in order, so that no order of accounts can change a number. */
function listLemmas(gists: readonly Gist[]): string[] {
	const lemmas = new Set<string>();
	for (const gist of gists) for (const term of gist.context) lemmas.add(term.lemma);
	return [...lemmas].sort();
}

/**
 * Weighs half by the event and half by the language: inside one event every claim is about the same few names,
 * which are rare at large; at large "Thursday" is common, and inside one event it may be the point.
 */
function weigh(
	gists: readonly Gist[],
	lemmas: readonly string[],
	id: (lemma: string) => number,
	words: Words
) {
	const family = new Map<string, number>();
	const familyOf = lemmas.map((lemma) => {
		const key = words.keys(lemma)[0]!;
		if (!family.has(key)) family.set(key, family.size);
		return family.get(key)!;
	});
	const spread = new Float64Array(family.size);
	const idsOf = (terms: readonly Term[]) => new Set(terms.map((term) => familyOf[id(term.lemma)]!));
	for (const gist of gists) for (const at of idsOf(gist.terms)) spread[at]!++;
	const total = gists.length + OTHER_CLAIMS;
	return Float64Array.from(lemmas, (lemma, i) => {
		const here = Math.log(total / (spread[familyOf[i]!]! + 0.5)) / Math.log(total);
		return 0.5 * Math.max(0, here) + 0.5 * Math.min(1, words.rarity(lemma) / HIGHEST_RARITY);
	});
}

/** Numbers and weighs an event's words. */
export function makeVocabulary(gists: readonly Gist[], words: Words): Vocabulary {
	const lemmas = listLemmas(gists);
	const ids = new Map(lemmas.map((lemma, i) => [lemma, i]));
	const id = (lemma: string) => ids.get(lemma)!;
	const byKey = new Map<string, number[]>();
	lemmas.forEach((lemma, i) => {
		for (const key of words.keys(lemma)) {
			const list = byKey.get(key);
			if (list === undefined) byKey.set(key, [i]);
			else list.push(i);
		}
	});
	const broader = lemmas.map((lemma) => words.broader(lemma));
	const narrower = new Map<string, number[]>();
	broader.forEach((keys, i) => {
		for (const key of keys) if (byKey.has(key)) narrower.set(key, [...(narrower.get(key) ?? []), i]);
	});
	const found: (Neighbour[] | undefined)[] = [];
	const neighbours = (i: number): Neighbour[] => {
		const lemma = lemmas[i]!;
		const near = new Set<number>();
		const collect = (list: readonly number[] | undefined) => {
			if (list !== undefined && list.length <= BROADEST) for (const other of list) near.add(other);
		};
		for (const key of words.keys(lemma)) {
			collect(byKey.get(key));
			collect(narrower.get(key));
		}
		for (const key of broader[i]!) collect(byKey.get(key));
		near.delete(i);
		return [...near]
			.map((other) => ({ id: other, near: words.kinship(lemma, lemmas[other]!) }))
			.filter((neighbour) => neighbour.near >= LEAST_NEAR)
			.sort((a, b) => b.near - a.near || a.id - b.id);
	};
	return {
		id,
		size: lemmas.length,
		weights: weigh(gists, lemmas, id, words),
		neighbours: (i) => (found[i] ??= neighbours(i))
	};
}

import { clauseAt } from '../lines/counts.ts';
import type { Gist } from '../lines/gist.ts';
import type { Words } from '../words/index.ts';

/** Verbs that say nothing of what is done: they match every clause and no clause. */
const LIGHT = new Set([
	'be',
	'have',
	'do',
	'say',
	'tell',
	'go',
	'get',
	'make',
	'take',
	'come',
	'give',
	'know',
	'think',
	'see'
]);

export function isLight(lemma: string): boolean {
	return LIGHT.has(lemma);
}

/** Share of what the poorer of two claims says, by rarity of its words, that the other says too, 0..1. */
export function shareOf(a: Gist, b: Gist, words: Words): number {
	return Math.max(covered(a, b, words), covered(b, a, words));
}

/** Share of what `of` says, by rarity of its words, that `by` says too, 0..1. */
export function covered(of: Gist, by: Gist, words: Words): number {
	let [met, all] = [0, 0];
	for (const term of of.terms) {
		if (term.varies) continue;
		const weight = words.rarity(term.lemma) ** 2;
		all += weight;
		let near = 0;
		for (const other of by.terms) near = Math.max(near, words.kinship(term.lemma, other.lemma));
		met += weight * near;
	}
	return all === 0 ? 0 : met / all;
}

const UNTOLD = 0.7;

/** How near the predicates above two places are, 0..1; UNTOLD where a claim has no syntax there, so nobody can tell. */
export function sameDoing(a: Gist, atA: number, b: Gist, atB: number, words: Words): number {
	const [x, y] = [clauseAt(a, atA), clauseAt(b, atB)];
	if (x === undefined || y === undefined) return UNTOLD;
	return words.kinship(a.tokens[x.verb]!.lemma, b.tokens[y.verb]!.lemma);
}

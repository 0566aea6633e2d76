import type { Words } from '../words/index.ts';
import type { Gist, Term } from './gist.ts';
import type { Weights } from './weights.ts';

/** How much of each of two claims the other covers, 0..1, by squared weight of the words that have a counterpart. */
export type Coverage = { ofA: number; ofB: number };

function counterpart(term: Term, others: readonly Term[], words: Words): number {
	let best = 0;
	for (const other of others) {
		const near = words.kinship(term.lemma, other.lemma);
		if (near > best) best = near;
		if (best === 1) break;
	}
	return best;
}

function covered(of: Gist, by: Gist, words: Words, weights: Weights): number {
	let total = 0;
	let met = 0;
	for (const term of of.terms) {
		const weight = weights(term) ** 2;
		total += weight;
		met += weight * counterpart(term, by.terms, words);
	}
	return total === 0 ? 0 : met / total;
}

/** Two-way alignment of words. */
export function coverage(a: Gist, b: Gist, words: Words, weights: Weights): Coverage {
	return { ofA: covered(a, b, words, weights), ofB: covered(b, a, words, weights) };
}

/** Share of character trigrams that two claims have in common (Dice), 0..1. */
export function trigramOverlap(a: Gist, b: Gist): number {
	let [i, j, shared] = [0, 0, 0];
	while (i < a.trigrams.length && j < b.trigrams.length) {
		const [x, y] = [a.trigrams[i]!, b.trigrams[j]!];
		if (x === y) {
			shared++;
			i++;
			j++;
		} else if (x < y) i++;
		else j++;
	}
	const all = a.trigrams.length + b.trigrams.length;
	return all === 0 ? 0 : (2 * shared) / all;
}

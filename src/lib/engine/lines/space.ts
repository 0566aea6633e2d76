import type { Words } from '../words/index.ts';
import type { Gist, Term } from './gist.ts';
import { makeVocabulary, type Vocabulary } from './vocabulary.ts';

/** Terms as numbers, with their squared weights and the sum of those. */
export type Bag = { ids: Int32Array; squares: Float64Array; total: number; places: Map<number, number> };

/** A claim laid out for fast comparison with the others of its event. */
export type Point = {
	gist: Gist;
	terms: Bag;
	context: Bag;
	/** Mean vector of its words less the event's mean, of unit length; null when no word is known. */
	direction: Float64Array | null;
};

/** Every claim of an event, with the event's vocabulary. */
export type Space = { points: Point[]; vocabulary: Vocabulary; words: Words };

/** A figure or a day is often the very thing that varies inside a line: it must not keep its claims apart. */
const VARYING = 0.35;

function bagOf(terms: readonly Term[], vocabulary: Vocabulary): Bag {
	const ids = Int32Array.from(terms, (term) => vocabulary.id(term.lemma));
	const squares = Float64Array.from(
		terms,
		(term, i) => (vocabulary.weights[ids[i]!]! * (term.varies ? VARYING : 1)) ** 2
	);
	return {
		ids,
		squares,
		total: squares.reduce((sum, x) => sum + x, 0),
		places: new Map([...ids].map((id, i) => [id, i]))
	};
}

/** Inside one event all claims point one way; only what is left after subtracting that way tells them apart. */
function directions(bags: readonly Bag[], gists: readonly Gist[], words: Words): (Float64Array | null)[] {
	const raw = bags.map((bag, i) => {
		const sum = new Float64Array(words.dimensions);
		const known = gists[i]!.terms.map((term, k) =>
			words.addVector(sum, term.lemma, Math.sqrt(bag.squares[k]!))
		);
		return known.includes(true) ? unit(sum) : null;
	});
	const mean = new Float64Array(words.dimensions);
	for (const vector of raw) vector?.forEach((x, d) => (mean[d]! += x / raw.length));
	return raw.map((vector) => vector && unit(vector.map((x, d) => x - mean[d]!)));
}

function unit(vector: Float64Array): Float64Array {
	const length = Math.hypot(...vector) || 1;
	return vector.map((x) => x / length);
}

/** Lays out the claims of one event. */
export function makeSpace(gists: readonly Gist[], words: Words): Space {
	const vocabulary = makeVocabulary(gists, words);
	const bags = gists.map((gist) => bagOf(gist.terms, vocabulary));
	const vectors = directions(bags, gists, words);
	const points = gists.map((gist, i) => ({
		gist,
		terms: bags[i]!,
		context: bagOf(gist.context, vocabulary),
		direction: vectors[i]!
	}));
	return { points, vocabulary, words };
}

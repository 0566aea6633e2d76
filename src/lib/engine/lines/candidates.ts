import type { Space } from './space.ts';

/** Two places in the list of points, `a < b`. */
export type Pair = { a: number; b: number };

/** Candidates kept for each claim: recall of true pairs is nearly that of all pairs, at a few per cent of the work. */
export const CANDIDATES = 32;
/** A word that more claims share than this tells little of any two of them. */
const LONGEST_POSTING = 400;
/** Claims found by rarer words, from which on such a word is not looked up: in a large event it may be all there is. */
const ENOUGH = 2 * CANDIDATES;
/** What a clause's neighbours in its sentence count for, against its own words. */
const AROUND = 0.25;

type Posting = { at: number; weight: number };

function makePostings(space: Space): Posting[][] {
	const postings: Posting[][] = Array.from({ length: space.vocabulary.size }, () => []);
	space.points.forEach(({ terms, context }, at) => {
		context.ids.forEach((id, i) => {
			const isOwn = terms.places.has(id);
			postings[id]!.push({ at, weight: context.squares[i]! * (isOwn ? 1 : AROUND) });
		});
	});
	return postings;
}

/** The `count` items that rank highest, in no order; the smaller one where two rank the same. */
function highest(items: readonly number[], rank: (item: number) => number, count: number): number[] {
	if (items.length <= count) return [...items];
	const kept: { item: number; value: number }[] = [];
	const isBefore = (x: { item: number; value: number }, y: { item: number; value: number }) =>
		x.value > y.value || (x.value === y.value && x.item < y.item);
	for (const item of items) {
		const next = { item, value: rank(item) };
		if (kept.length === count) {
			if (!isBefore(next, kept[count - 1]!)) continue;
			kept.pop();
		}
		let at = kept.length;
		while (at > 0 && isBefore(next, kept[at - 1]!)) at--;
		kept.splice(at, 0, next);
	}
	return kept.map(({ item }) => item);
}

/**
 * The pairs worth scoring, through an inverted index of words and their near relatives. Work grows with the number
 * of claims times a constant, never with its square.
 */
export function findCandidates(space: Space): Pair[] {
	const { points, vocabulary } = space;
	const postings = makePostings(space);
	const found = new Set<number>();
	const scores = new Float64Array(points.length);
	points.forEach(({ terms, context }, a) => {
		const touched: number[] = [];
		const collect = (id: number, share: number) => {
			for (const { at, weight } of postings[id]!) {
				if (at === a) continue;
				if (scores[at] === 0) touched.push(at);
				scores[at]! += weight * share;
			}
		};
		const broad: { id: number; share: number; length: number }[] = [];
		const look = (id: number, share: number) => {
			const { length } = postings[id]!;
			if (length > LONGEST_POSTING) broad.push({ id, share, length });
			else collect(id, share);
		};
		for (const id of context.ids) {
			const share = terms.places.has(id) ? 1 : AROUND;
			look(id, share);
			for (const { id: other, near } of vocabulary.neighbours(id)) look(other, near * share);
		}
		broad.sort((x, y) => x.length - y.length || x.id - y.id);
		for (const { id, share } of broad) {
			if (touched.length >= ENOUGH) break;
			collect(id, share);
		}
		const rank = (at: number) => scores[at]! / Math.sqrt(points[at]!.terms.total + 1);
		for (const b of highest(touched, rank, CANDIDATES))
			found.add(Math.min(a, b) * points.length + Math.max(a, b));
		for (const b of touched) scores[b] = 0;
	});
	return [...found]
		.sort((x, y) => x - y)
		.map((key) => ({ a: Math.floor(key / points.length), b: key % points.length }));
}

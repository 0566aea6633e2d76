import type { Space } from './space.ts';

/** Two places in the list of points, `a < b`. */
export type Pair = { a: number; b: number };

/** Candidates kept for each claim: recall of true pairs is nearly that of all pairs, at a few per cent of the work. */
const KEPT = 32;
/** A word that more claims share than this says nothing about any two of them. */
const LONGEST_POSTING = 400;
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
			const list = postings[id]!;
			if (list.length > LONGEST_POSTING) return;
			for (const { at, weight } of list) {
				if (at === a) continue;
				if (scores[at] === 0) touched.push(at);
				scores[at]! += weight * share;
			}
		};
		for (const id of context.ids) {
			const share = terms.places.has(id) ? 1 : AROUND;
			collect(id, share);
			for (const { id: other, near } of vocabulary.neighbours(id)) collect(other, near * share);
		}
		const rank = (at: number) => scores[at]! / Math.sqrt(points[at]!.terms.total + 1);
		touched.sort((x, y) => rank(y) - rank(x) || x - y);
		for (const b of touched.slice(0, KEPT)) found.add(Math.min(a, b) * points.length + Math.max(a, b));
		for (const b of touched) scores[b] = 0;
	});
	return [...found]
		.sort((x, y) => x - y)
		.map((key) => ({ a: Math.floor(key / points.length), b: key % points.length }));
}

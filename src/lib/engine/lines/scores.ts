import { logistic, predict, weigh, type Words } from '../words/index.ts';
import { findCandidates, type Pair } from './candidates.ts';
import type { Edge } from './cluster.ts';
import { countAlike, COUNTED_FATE } from './counts.ts';
import { FEATURES, featuresOf } from './features.ts';
import { companyOf } from './neighbourhood.ts';
import type { Space } from './space.ts';

/** Without weights the alignment of the words has to do. */
function plainScore(row: readonly number[]): number {
	const at = (name: (typeof FEATURES)[number]) => row[FEATURES.indexOf(name)]!;
	return 0.6 * at('cover') + 0.4 * at('trigrams');
}

/** The candidates, each with its features, in the order of their places. */
export function measurePairs(space: Space): (Pair & { row: number[] })[] {
	return findCandidates(space).map(({ a, b }) => ({
		a,
		b,
		row: featuresOf(space.points[a]!, space.points[b]!, space)
	}));
}

/**
 * How likely each candidate pair speaks to one point, 0..1: a first model looks at the two claims, a second at the
 * company that the pair keeps. Of a pair's features only what they weigh is kept: a large event has a million pairs.
 */
export function scorePairs(space: Space, words: Words): Edge[] {
	const [first, second] = [words.model('pairs'), words.model('company')];
	const pairs = findCandidates(space);
	const own = new Float64Array(pairs.length);
	const edges = pairs.map(({ a, b }, i): Edge => {
		const row = featuresOf(space.points[a]!, space.points[b]!, space);
		if (second !== undefined) own[i] = second.bias + weigh(second, row);
		return { a, b, score: first === undefined ? plainScore(row) : predict(first, row) };
	});
	if (second === undefined) return edges;
	const counted = (a: number, b: number) => countAlike(space.points[a]!.gist, space.points[b]!.gist, words);
	const company = companyOf(space.points.length, edges);
	return edges.map(({ a, b }, i) => {
		const score = logistic(own[i]! + weigh(second, company(i), FEATURES.length));
		// Counts make no pair likelier than that.
		return { a, b, score: score >= COUNTED_FATE ? score : Math.max(score, counted(a, b)) };
	});
}

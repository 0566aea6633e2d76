import { predict, type Words } from '../words/index.ts';
import { findCandidates } from './candidates.ts';
import type { Edge } from './cluster.ts';
import { FEATURES, featuresOf } from './features.ts';
import { neighbourhoods } from './neighbourhood.ts';
import type { Space } from './space.ts';

/** A pair's features for the two models, and what each made of it. */
export type ScoredPair = Edge & { first: number; row: number[] };

/** Without weights the alignment of the words has to do. */
function plainScore(row: readonly number[]): number {
	const at = (name: (typeof FEATURES)[number]) => row[FEATURES.indexOf(name)]!;
	return 0.6 * at('cover') + 0.4 * at('trigrams');
}

/**
 * How likely each candidate pair speaks to one point, 0..1: a first model looks at the two claims, a second at the
 * company that the pair keeps.
 */
export function scorePairs(space: Space, words: Words): ScoredPair[] {
	const [first, second] = [words.model('pairs'), words.model('company')];
	const edges = findCandidates(space).map(({ a, b }) => {
		const row = featuresOf(space.points[a]!, space.points[b]!, space);
		const score = first === undefined ? plainScore(row) : predict(first, row);
		return { a, b, score, first: score, row };
	});
	const company = neighbourhoods(space.points.length, edges);
	return edges.map((edge, i) => {
		const row = [...edge.row, ...company[i]!];
		return { ...edge, row, score: second === undefined ? edge.score : predict(second, row) };
	});
}

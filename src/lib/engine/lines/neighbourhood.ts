import type { Edge } from './cluster.ts';

/** What the second model adds to a pair: how the pair stands among the other pairs of its two claims. */
export const NEIGHBOURHOOD = ['logit', 'share', 'rank', 'profile'] as const;

const EPSILON = 1e-6;

/** The pairs of each item side by side: `from[i]` to `from[i + 1]` are those of item `i`, by the other item. */
type Rows = { from: Int32Array; others: Int32Array; scores: Float64Array; places: [Int32Array, Int32Array] };

/** Lays out pairs that are ordered by `a`, then `b`. */
function layOut(count: number, edges: readonly Edge[]): Rows {
	const from = new Int32Array(count + 1);
	for (const { a, b } of edges) {
		from[a + 1]!++;
		from[b + 1]!++;
	}
	for (let i = 0; i < count; i++) from[i + 1]! += from[i]!;
	const next = from.slice();
	const others = new Int32Array(2 * edges.length);
	const scores = new Float64Array(2 * edges.length);
	const places: Rows['places'] = [new Int32Array(edges.length), new Int32Array(edges.length)];
	const put = (item: number, other: number, score: number) => {
		const at = next[item]!++;
		others[at] = other;
		scores[at] = score;
		return at;
	};
	edges.forEach(({ a, b, score }, i) => {
		places[0][i] = put(a, b, score);
		places[1][i] = put(b, a, score);
	});
	return { from, others, scores, places };
}

/**
 * Measures each pair by the company it keeps; gives a reader of the pair's place in `edges`, which are ordered by `a`,
 * then `b`. A pair that is the best its claims can do, or whose claims are near the same third claims, is likelier one
 * point than the words of the two alone say.
 */
export function companyOf(count: number, edges: readonly Edge[]): (pair: number) => number[] {
	const { from, others, scores, places } = layOut(count, edges);
	const best = new Float64Array(count).fill(EPSILON);
	const lengths = new Float64Array(count);
	const ranks = new Int32Array(others.length);
	for (let item = 0; item < count; item++) {
		const [start, end] = [from[item]!, from[item + 1]!];
		const order = Array.from({ length: end - start }, (_, i) => start + i);
		order.sort((x, y) => scores[y]! - scores[x]! || others[x]! - others[y]!);
		order.forEach((at, rank) => (ranks[at] = rank));
		let squares = 1;
		for (let at = start; at < end; at++) {
			squares += scores[at]! ** 2;
			best[item] = Math.max(best[item]!, scores[at]!);
		}
		lengths[item] = Math.sqrt(squares);
	}
	const profile = (a: number, b: number, score: number) => {
		let [i, j] = [from[a]!, from[b]!];
		// Each is wholly near itself.
		let dot = 2 * score;
		while (i < from[a + 1]! && j < from[b + 1]!) {
			const [x, y] = [others[i]!, others[j]!];
			if (x === y) dot += scores[i]! * scores[j]!;
			if (x <= y) i++;
			if (y <= x) j++;
		}
		return dot / (lengths[a]! * lengths[b]!);
	};
	return (pair) => {
		const { a, b, score } = edges[pair]!;
		const bounded = Math.min(1 - EPSILON, Math.max(EPSILON, score));
		return [
			Math.log(bounded / (1 - bounded)),
			Math.min(score / best[a]!, score / best[b]!),
			Math.log1p(Math.max(ranks[places[0][pair]!]!, ranks[places[1][pair]!]!)),
			profile(a, b, score)
		];
	};
}

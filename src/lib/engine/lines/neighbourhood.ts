import type { Edge } from './cluster.ts';

/** What the second model adds to a pair: how the pair stands among the other pairs of its two claims. */
export const NEIGHBOURHOOD = ['logit', 'share', 'rank', 'profile'] as const;

const EPSILON = 1e-6;

/**
 * Measures each pair by the company it keeps. A pair that is the best its claims can do, or whose claims are near
 * the same third claims, is likelier one point than the words of the two alone say.
 */
export function neighbourhoods(count: number, edges: readonly Edge[]): number[][] {
	const near: Map<number, number>[] = Array.from({ length: count }, (_, i) => new Map([[i, 1]]));
	for (const { a, b, score } of edges) {
		near[a]!.set(b, score);
		near[b]!.set(a, score);
	}
	const lengths = near.map((row) => Math.hypot(...row.values()));
	const best = near.map((row, i) =>
		Math.max(EPSILON, ...[...row].map(([j, score]) => (j === i ? 0 : score)))
	);
	const ranks = near.map((row, i) => {
		const order = [...row].filter(([j]) => j !== i).sort((x, y) => y[1] - x[1] || x[0] - y[0]);
		return new Map(order.map(([j], rank) => [j, rank]));
	});
	const profile = (a: number, b: number) => {
		const [few, many] = near[a]!.size < near[b]!.size ? [near[a]!, near[b]!] : [near[b]!, near[a]!];
		let dot = 0;
		for (const [j, score] of few) dot += score * (many.get(j) ?? 0);
		return dot / (lengths[a]! * lengths[b]!);
	};
	return edges.map(({ a, b, score }) => {
		const bounded = Math.min(1 - EPSILON, Math.max(EPSILON, score));
		return [
			Math.log(bounded / (1 - bounded)),
			Math.min(score / best[a]!, score / best[b]!),
			Math.log1p(Math.max(ranks[a]!.get(b)!, ranks[b]!.get(a)!)),
			profile(a, b)
		];
	});
}

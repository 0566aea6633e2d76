import { SIGN_BITS } from '#lib/engine/claims/attribution/signs.ts';

/** Choices that compete with each other and with none of them; `right` marks those that are as good as any. */
export type Group = { signs: Int32Array[]; right: boolean[] };

/** Adds up a choice's weights. */
function sumOf(weights: Float32Array, signs: Int32Array): number {
	let sum = 0;
	for (const sign of signs) sum += weights[sign]!;
	return sum;
}

/**
 * Fits a softmax over each group's choices and "none" by AdaGrad: `passes` over the groups in an order that is
 * shuffled by a fixed seed, so that the same groups give the same weights.
 */
export function fitChoices(
	groups: readonly Group[],
	passes: number,
	rate: number,
	ridge: number
): Float32Array {
	const weights = new Float32Array(1 << SIGN_BITS);
	const squares = new Float32Array(1 << SIGN_BITS).fill(1e-3);
	const sum = new Float32Array(1 << SIGN_BITS);
	const order = [...groups];
	let seed = 12345;
	const random = () => {
		seed = (Math.imul(seed, 1664525) + 1013904223) | 0;
		return (seed >>> 0) / 2 ** 32;
	};
	for (let pass = 0; pass < passes; pass++) {
		for (let i = order.length - 1; i > 0; i--) {
			const j = Math.floor(random() * (i + 1));
			[order[i], order[j]] = [order[j]!, order[i]!];
		}
		const pace = rate * (1 - 0.7 * (pass / passes));
		for (const { signs, right } of order) {
			const sums = signs.map((one) => sumOf(weights, one));
			const top = Math.max(0, ...sums);
			const none = Math.exp(-top);
			const shares = sums.map((sum) => Math.exp(sum - top));
			const all = shares.reduce((sum, share) => sum + share, none);
			const good = right.includes(true)
				? shares.reduce((sum, share, at) => (right[at] ? sum + share : sum), 0)
				: Infinity;
			signs.forEach((one, at) => {
				const slope = shares[at]! / all - (right[at] ? shares[at]! / good : 0);
				if (Math.abs(slope) < 1e-4) return;
				for (const sign of one) {
					const step = slope + ridge * weights[sign]!;
					squares[sign]! += step * step;
					weights[sign]! -= (pace * step) / Math.sqrt(squares[sign]!);
				}
			});
		}
		// The mean over the later passes is steadier than where the last one ended.
		if (pass >= Math.floor(passes / 3)) weights.forEach((weight, sign) => (sum[sign]! += weight));
	}
	return sum.map((weight) => weight / (passes - Math.floor(passes / 3)));
}

import type { Model } from '#lib/engine/words/index.ts';

/** `weight` counts an example for more or less than one. */
export type Example = { row: number[]; label: 0 | 1; weight?: number };

const PASSES = 30;

/** Solves a symmetric system by Gaussian elimination with pivoting. */
function solve(matrix: number[][], right: number[]): number[] {
	const n = right.length;
	const a = matrix.map((row, i) => [...row, right[i]!]);
	for (let column = 0; column < n; column++) {
		let pivot = column;
		for (let i = column + 1; i < n; i++)
			if (Math.abs(a[i]![column]!) > Math.abs(a[pivot]![column]!)) pivot = i;
		[a[column], a[pivot]] = [a[pivot]!, a[column]!];
		for (let i = column + 1; i < n; i++) {
			const factor = a[i]![column]! / a[column]![column]!;
			if (factor !== 0) for (let j = column; j <= n; j++) a[i]![j]! -= factor * a[column]![j]!;
		}
	}
	const x = new Array<number>(n).fill(0);
	for (let i = n - 1; i >= 0; i--) {
		let sum = a[i]![n]!;
		for (let j = i + 1; j < n; j++) sum -= a[i]![j]! * x[j]!;
		x[i] = sum / a[i]![i]!;
	}
	return x;
}

const round = (x: number) => Number(x.toFixed(4));

/**
 * Fits a logistic regression by Newton's method, with standardised features and a ridge penalty of `ridge`;
 * no randomness, so the same examples give the same weights.
 */
export function fit(features: readonly string[], examples: readonly Example[], ridge: number): Model {
	const n = features.length;
	const means = features.map((_, i) => examples.reduce((sum, { row }) => sum + row[i]!, 0) / examples.length);
	const scales = features.map(
		(_, i) =>
			Math.sqrt(examples.reduce((sum, { row }) => sum + (row[i]! - means[i]!) ** 2, 0) / examples.length) || 1
	);
	const rows = examples.map(({ row }) => [...row.map((x, i) => (x - means[i]!) / scales[i]!), 1]);
	let weights = new Array<number>(n + 1).fill(0);
	for (let pass = 0; pass < PASSES; pass++) {
		const gradient = weights.map((w, i) => (i < n ? -ridge * w : 0));
		const curvature = weights.map((_, i) => weights.map((_, j) => (i === j ? (i < n ? ridge : 1e-9) : 0)));
		rows.forEach((row, k) => {
			const p = 1 / (1 + Math.exp(-row.reduce((sum, x, i) => sum + x * weights[i]!, 0)));
			const { label, weight = 1 } = examples[k]!;
			const slope = weight * p * (1 - p);
			for (let i = 0; i <= n; i++) {
				gradient[i]! += weight * (label - p) * row[i]!;
				for (let j = 0; j <= i; j++) curvature[i]![j]! += slope * row[i]! * row[j]!;
			}
		});
		for (let i = 0; i <= n; i++) for (let j = i + 1; j <= n; j++) curvature[i]![j] = curvature[j]![i]!;
		const step = solve(curvature, gradient);
		weights = weights.map((w, i) => w + step[i]!);
		if (Math.max(...step.map(Math.abs)) < 1e-6) break;
	}
	return {
		features,
		means: means.map(round),
		scales: scales.map(round),
		weights: weights.slice(0, n).map(round),
		bias: round(weights[n]!),
		threshold: 0.5
	};
}

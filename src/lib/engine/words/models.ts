/** A logistic regression over named features, as `models.json` keeps it. */
export type Model = {
	features: readonly string[];
	/** Subtracted from each feature, and what the rest is divided by. */
	means: readonly number[];
	scales: readonly number[];
	weights: readonly number[];
	bias: number;
	/** Where a yes begins, chosen out of fold. */
	threshold: number;
};

/** The probability that the model gives, 0..1, for a row of features in the order of `model.features`. */
export function predict(model: Model, row: readonly number[]): number {
	let sum = model.bias;
	for (let i = 0; i < row.length; i++)
		sum += model.weights[i]! * ((row[i]! - model.means[i]!) / model.scales[i]!);
	return 1 / (1 + Math.exp(-sum));
}

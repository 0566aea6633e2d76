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

/** What features weigh together, without the level; `row` begins at the model's feature number `from`. */
export function weigh(model: Model, row: readonly number[], from = 0): number {
	let sum = 0;
	for (let i = 0; i < row.length; i++) {
		const at = from + i;
		sum += model.weights[at]! * ((row[i]! - model.means[at]!) / model.scales[at]!);
	}
	return sum;
}

/** The probability, 0..1, that a sum of weights stands for. */
export const logistic = (sum: number): number => 1 / (1 + Math.exp(-sum));

/** The probability that the model gives, 0..1, for a row of features in the order of `model.features`. */
export function predict(model: Model, row: readonly number[]): number {
	return logistic(model.bias + weigh(model, row));
}

/** Which of the features, by number, an example has, and the figure that people gave it. */
export type Row = { features: readonly number[]; target: number };

const MOST_STEPS = 500;
const CLOSE = 1e-8;

/**
 * Fits a linear regression over on/off features with a penalty of `ridge` on every weight but the level, by conjugate
 * gradients, so that time grows with the features that are on and not with all pairs of them.
 */
export function fitRidge(
	rows: readonly Row[],
	count: number,
	ridge: number
): { weights: Float64Array; level: number } {
	// The last place is the level, which every example has.
	const right = new Float64Array(count + 1);
	for (const { features, target } of rows) {
		for (const feature of features) right[feature]! += target;
		right[count]! += target;
	}
	const times = (x: Float64Array) => {
		const product = x.map((value, at) => (at < count ? ridge * value : 0));
		for (const { features } of rows) {
			let sum = x[count]!;
			for (const feature of features) sum += x[feature]!;
			for (const feature of features) product[feature]! += sum;
			product[count]! += sum;
		}
		return product;
	};
	const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, at) => sum + value * b[at]!, 0);
	const weights = new Float64Array(count + 1);
	let rest = right.slice();
	let direction = rest.slice();
	let size = dot(rest, rest);
	const enough = size * CLOSE ** 2;
	for (let step = 0; step < MOST_STEPS && size > enough; step++) {
		const ahead = times(direction);
		const length = size / dot(direction, ahead);
		for (let at = 0; at <= count; at++) weights[at]! += length * direction[at]!;
		rest = rest.map((value, at) => value - length * ahead[at]!);
		const next = dot(rest, rest);
		const turn = next / size;
		direction = direction.map((value, at) => rest[at]! + turn * value);
		size = next;
	}
	return { weights: weights.slice(0, count), level: weights[count]! };
}

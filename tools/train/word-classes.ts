import type { Words } from '#lib/engine/words/index.ts';

const CLASSES = 200;
const PASSES = 25;

/**
 * Sorts words of like meaning together by k-means over their vectors, beginning with every n-th word; class 0 is
 * for words without a vector. The same words in the same order give the same classes.
 */
export function classesOf(lemmas: readonly string[], words: Words): Map<string, number> {
	const rows = lemmas.flatMap((lemma) => {
		const vector = new Float64Array(words.dimensions);
		return words.addVector(vector, lemma, 1) ? [{ lemma, vector }] : [];
	});
	const apart = Math.max(1, Math.floor(rows.length / CLASSES));
	let centres = rows
		.filter((_, at) => at % apart === 0)
		.slice(0, CLASSES)
		.map(({ vector }) => vector);
	const nearest = (vector: Float64Array) => {
		let [best, most] = [0, -Infinity];
		centres.forEach((centre, at) => {
			let dot = 0;
			for (let d = 0; d < vector.length; d++) dot += vector[d]! * centre[d]!;
			if (dot > most) [best, most] = [at, dot];
		});
		return best;
	};
	let of: number[] = [];
	for (let pass = 0; pass < PASSES; pass++) {
		of = rows.map(({ vector }) => nearest(vector));
		const sums = centres.map(() => new Float64Array(words.dimensions));
		rows.forEach(({ vector }, at) => vector.forEach((x, d) => (sums[of[at]!]![d]! += x)));
		centres = sums.map((sum, at) => {
			const length = Math.hypot(...sum);
			return length === 0 ? centres[at]! : sum.map((x) => x / length);
		});
	}
	return new Map(rows.map(({ lemma }, at) => [lemma, of[at]! + 1]));
}

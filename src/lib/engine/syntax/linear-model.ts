import type { Reader } from './codec.ts';

/** What adds the weights of features to the scores of classes. */
export type Scorer = {
	/** Sets `scores` to the sums of the first `count` features' weights, by class. */
	score(features: Uint32Array, count: number, scores: Float32Array): void;
};

/** A sparse linear model in open-addressing typed arrays: feature hash to (class, weight) entries. */
export class LinearModel implements Scorer {
	readonly #keys: Uint32Array;
	readonly #starts: Uint32Array;
	readonly #classes: Uint8Array;
	readonly #weights: Float32Array;
	readonly #mask: number;

	/** Reads what `tools/syntax/pack.ts` writes: sorted hashes as deltas, then per row its entries. */
	constructor(reader: Reader) {
		const rows = reader.varint();
		const entries = reader.varint();
		const max = reader.float();
		let size = 1;
		while (size < rows * 2) size *= 2;
		this.#mask = size - 1;
		this.#keys = new Uint32Array(size);
		this.#starts = new Uint32Array(size);
		// One spare byte per row ahead of its entries holds their number.
		this.#classes = new Uint8Array(entries + rows);
		this.#weights = new Float32Array(entries + rows);
		const hashes = new Uint32Array(rows);
		for (let row = 0, hash = 0; row < rows; row++) hashes[row] = hash += reader.varint();
		let at = 0;
		for (let row = 0; row < rows; row++) {
			const hash = hashes[row]!;
			let slot = hash & this.#mask;
			while (this.#keys[slot] !== 0) slot = (slot + 1) & this.#mask;
			this.#keys[slot] = hash;
			this.#starts[slot] = at;
			const count = reader.byte();
			this.#classes[at++] = count;
			for (let i = 0; i < count; i++) this.#classes[at++] = reader.byte();
		}
		at = 0;
		for (let row = 0; row < rows; row++) {
			const count = this.#classes[at++]!;
			for (let i = 0; i < count; i++) this.#weights[at++] = expand(reader.byte(), max);
		}
	}

	score(features: Uint32Array, count: number, scores: Float32Array): void {
		scores.fill(0);
		const keys = this.#keys;
		const mask = this.#mask;
		const classes = this.#classes;
		const weights = this.#weights;
		for (let i = 0; i < count; i++) {
			const feature = features[i]!;
			let slot = feature & mask;
			let key = keys[slot]!;
			while (key !== feature && key !== 0) {
				slot = (slot + 1) & mask;
				key = keys[slot]!;
			}
			if (key === 0) continue;
			const start = this.#starts[slot]!;
			const end = start + classes[start]!;
			for (let at = start + 1; at <= end; at++) scores[classes[at]!]! += weights[at]!;
		}
	}
}

/** Weights are square-root companded: linear steps lose the small ones where one weight is very large. */
function expand(byte: number, max: number): number {
	const q = (byte - 128) / 127;
	return Math.sign(q) * q * q * max;
}

import type { Reader } from './codec.ts';

/** What adds the weights of features to the scores of classes. */
export type Scorer = {
	/** Sets `scores` to the sums of the first `count` features' weights, by class. */
	score(features: Uint32Array, count: number, scores: Float32Array): void;
};

/** Steps of a weight in the integer sums; the largest weight of all is about 2 ** 9. */
const STEPS = 4096;

/**
 * A sparse linear model in open-addressing typed arrays: feature hash to (class, weight) entries. Looking a
 * feature up costs cache misses, not arithmetic: hash and place lie side by side, class and weight share an
 * integer, and all rows are found before any is read, so that the processor can wait for many at once.
 */
export class LinearModel implements Scorer {
	readonly #slots: Uint32Array;
	readonly #entries: Int32Array;
	readonly #mask: number;
	#found = new Int32Array(256);

	/** Reads what `Writer.model` of `tools/syntax` writes: sorted hashes as deltas, then per row its entries. */
	constructor(reader: Reader) {
		const rows = reader.varint();
		const entries = reader.varint();
		const max = reader.float();
		let size = 8;
		while (size < rows * 1.25) size *= 2;
		this.#mask = size - 1;
		this.#slots = new Uint32Array(size * 2);
		// The first entry of a row holds their number.
		this.#entries = new Int32Array(entries + rows);
		const hashes = new Uint32Array(rows);
		for (let row = 0, hash = 0; row < rows; row++) hashes[row] = hash += reader.varint();
		let at = 0;
		for (let row = 0; row < rows; row++) {
			this.#place(hashes[row]!, at);
			const count = reader.byte();
			this.#entries[at++] = count;
			for (let i = 0; i < count; i++) this.#entries[at++] = reader.byte();
		}
		at = 0;
		for (let row = 0; row < rows; row++) {
			const count = this.#entries[at++]!;
			for (let i = 0; i < count; i++) this.#entries[at++]! |= expand(reader.byte(), max) << 8;
		}
	}

	#place(hash: number, start: number): void {
		let slot = hash & this.#mask;
		while (this.#slots[2 * slot] !== 0) slot = (slot + 1) & this.#mask;
		this.#slots[2 * slot] = hash;
		this.#slots[2 * slot + 1] = start;
	}

	score(features: Uint32Array, count: number, scores: Float32Array): void {
		scores.fill(0);
		const slots = this.#slots;
		const mask = this.#mask;
		const entries = this.#entries;
		const found = this.#found;
		for (let i = 0; i < count; i++) {
			const feature = features[i]!;
			let slot = feature & mask;
			let key = slots[2 * slot]!;
			while (key !== feature && key !== 0) {
				slot = (slot + 1) & mask;
				key = slots[2 * slot]!;
			}
			found[i] = key === 0 ? -1 : slots[2 * slot + 1]!;
		}
		for (let i = 0; i < count; i++) {
			const start = found[i]!;
			if (start < 0) continue;
			const end = start + entries[start]!;
			for (let at = start + 1; at <= end; at++) {
				const entry = entries[at]!;
				scores[entry & 255]! += entry >> 8;
			}
		}
	}
}

/** Weights are square-root companded: linear steps lose the small ones where one weight is very large. */
function expand(byte: number, max: number): number {
	const q = (byte - 128) / 127;
	return Math.round(Math.sign(q) * q * q * max * STEPS);
}

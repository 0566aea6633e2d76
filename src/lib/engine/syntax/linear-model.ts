import type { Reader } from './codec.ts';

/** What adds the weights of features to the scores of classes. */
export type Scorer = {
	/** Adds the weights of the first `count` features to `sums`, by class, from `sums[from]` on. */
	add(features: Uint32Array, count: number, sums: Float64Array, from: number): void;
};

/** Steps of a weight in the sums, which are whole numbers and so the same in any order. */
const STEPS = 4096;

/**
 * A sparse linear model in open-addressing typed arrays: feature hash to (class, weight) entries. Looking a
 * feature up costs cache misses, not arithmetic: hash and place lie side by side, class and weight share 16 bits,
 * rows with many classes (the frequent features) lie together, and all rows are found before any is read, so that
 * the processor can wait for many at once.
 */
export class LinearModel implements Scorer {
	readonly #slots: Int32Array;
	/** Row after row: the number of entries, then class and coded weight of each. */
	readonly #entries: Uint16Array;
	readonly #weights: Float64Array;
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
		this.#slots = new Int32Array(size * 2);
		this.#entries = new Uint16Array(entries + rows);
		this.#weights = Float64Array.from({ length: 256 }, (_, byte) => expand(byte, max));
		const hashes = new Int32Array(rows);
		for (let row = 0, hash = 0; row < rows; row++) hashes[row] = hash += reader.varint();
		const classes = new Uint8Array(entries);
		const counts = new Uint8Array(rows);
		const byCount = new Int32Array(257);
		for (let row = 0, at = 0; row < rows; row++) {
			const count = (counts[row] = reader.byte());
			byCount[count]! += 1 + count;
			for (let i = 0; i < count; i++) classes[at++] = reader.byte();
		}
		// Where the next row of so many entries begins: the longest rows come first.
		for (let count = 255, start = 0; count >= 0; count--) {
			const length = byCount[count]!;
			byCount[count] = start;
			start += length;
		}
		for (let row = 0, from = 0; row < rows; row++) {
			const count = counts[row]!;
			const start = byCount[count]!;
			byCount[count] = start + 1 + count;
			this.#place(hashes[row]!, start);
			this.#entries[start] = count;
			for (let at = start + 1; at <= start + count; at++) {
				this.#entries[at] = classes[from++]! | (reader.byte() << 8);
			}
		}
	}

	#place(hash: number, start: number): void {
		let slot = hash & this.#mask;
		while (this.#slots[2 * slot] !== 0) slot = (slot + 1) & this.#mask;
		this.#slots[2 * slot] = hash;
		this.#slots[2 * slot + 1] = start;
	}

	add(features: Uint32Array, count: number, sums: Float64Array, from: number): void {
		const slots = this.#slots;
		const mask = this.#mask;
		const entries = this.#entries;
		const weights = this.#weights;
		const found = this.#found;
		let rows = 0;
		for (let i = 0; i < count; i++) {
			const feature = features[i]! | 0;
			let slot = feature & mask;
			let key = slots[2 * slot]!;
			while (key !== feature && key !== 0) {
				slot = (slot + 1) & mask;
				key = slots[2 * slot]!;
			}
			if (key !== 0) found[rows++] = slots[2 * slot + 1]!;
		}
		for (let i = 0; i < rows; i++) {
			let at = found[i]!;
			const end = at + entries[at]!;
			while (at < end) {
				const entry = entries[++at]!;
				sums[from + (entry & 255)]! += weights[entry >> 8]!;
			}
		}
	}
}

/** Weights are square-root companded: linear steps lose the small ones where one weight is very large. */
function expand(byte: number, max: number): number {
	const q = (byte - 128) / 127;
	return Math.round(Math.sign(q) * q * q * max * STEPS);
}

import type { Reader } from './codec.ts';

/** Scores of classes while they are added up: whole numbers in a shipped model, fractions while one is learned. */
export type Sums = Int32Array | Float64Array;

/** What adds the weights of features to the scores of classes. */
export type Scorer = {
	/** Room for so many sums, all of them nothing. */
	sums(length: number): Sums;
	/** Adds the weights of the first `count` features to `sums`, by class, from `sums[from]` on. */
	add(features: Uint32Array, count: number, sums: Sums, from: number): void;
};

/** Steps of a weight in the sums, which are whole numbers and so the same in any order. */
export const STEPS = 4096;

/** So many entries of a row lie in its slot; a longer row lies apart. */
const INSIDE = 5;
/** Numbers in a slot: the hash, the count with the fifth entry above it, then two entries each or where the row lies. */
const SLOT = 4;
/** No model has more classes: where the second of two columns of sums begins. */
const COLUMN = 256;

/**
 * A sparse linear model in open-addressing typed arrays: feature hash to (class, weight) entries. Looking a
 * feature up costs cache misses, not arithmetic: a short row (half of those found) lies whole in the slot of its
 * hash, class and weight share 16 bits, rows with many classes (the frequent features) lie together, and all slots
 * are found before any is read, so that the processor can wait for many at once.
 */
export class LinearModel implements Scorer {
	readonly #slots: Int32Array;
	/** The long rows, one after another. */
	readonly #entries: Uint16Array;
	readonly #weights: Int32Array;
	readonly #mask: number;
	/** One more than the last class. */
	readonly #classes: number;
	/**
	 * Two columns of sums that long rows are added to in turn: a processor guesses where it may read before an earlier
	 * number is written, and starts over where the next row soon changes the same class.
	 */
	readonly #columns = new Int32Array(2 * COLUMN);
	#found = new Int32Array(256);

	/** Reads what `Writer.model` of `tools/syntax` writes: sorted hashes as deltas, then per row its entries. */
	constructor(reader: Reader) {
		const rows = reader.varint();
		const entries = reader.varint();
		const max = reader.float();
		let size = 8;
		while (size < rows * 1.25) size *= 2;
		this.#mask = (size - 1) * SLOT;
		this.#slots = new Int32Array(size * SLOT);
		this.#weights = Int32Array.from({ length: 256 }, (_, byte) => expand(byte, max));
		const hashes = new Int32Array(rows);
		for (let row = 0, hash = 0; row < rows; row++) hashes[row] = hash += reader.varint();
		const packed = new Uint16Array(entries);
		const counts = new Uint8Array(rows);
		const byCount = new Int32Array(256);
		let last = 0;
		let apart = 0;
		for (let row = 0, at = 0; row < rows; row++) {
			const count = (counts[row] = reader.byte());
			if (count > INSIDE) {
				byCount[count]! += count;
				apart += count;
			}
			for (let i = 0; i < count; i++) {
				const cls = reader.byte();
				packed[at++] = cls;
				if (cls > last) last = cls;
			}
		}
		for (let at = 0; at < entries; at++) packed[at]! |= reader.byte() << 8;
		this.#classes = last + 1;
		this.#entries = new Uint16Array(apart);
		// Where the next row of so many entries begins: the longest rows come first.
		for (let count = 255, start = 0; count >= 0; count--) {
			const length = byCount[count]!;
			byCount[count] = start;
			start += length;
		}
		for (let row = 0, from = 0; row < rows; row++) {
			const count = counts[row]!;
			const slot = this.#free(hashes[row]!);
			this.#slots[slot] = hashes[row]!;
			this.#slots[slot + 1] = count;
			if (count > INSIDE) {
				const start = byCount[count]!;
				byCount[count] = start + count;
				this.#entries.set(packed.subarray(from, from + count), start);
				this.#slots[slot + 2] = start;
			} else {
				for (let i = 0; i < count; i++) {
					const shift = i % 2 === 0 && i < 4 ? 0 : 16;
					this.#slots[slot + PLACES[i]!]! |= packed[from + i]! << shift;
				}
			}
			from += count;
		}
	}

	/** Where the slot for a hash begins. */
	#free(hash: number): number {
		let slot = (hash * SLOT) & this.#mask;
		while (this.#slots[slot] !== 0) slot = (slot + SLOT) & this.#mask;
		return slot;
	}

	sums(length: number): Int32Array {
		return new Int32Array(length);
	}

	add(features: Uint32Array, count: number, sums: Int32Array, from: number): void {
		const slots = this.#slots;
		const mask = this.#mask;
		const entries = this.#entries;
		const weights = this.#weights;
		const found = this.#found;
		const columns = this.#columns;
		let column = 0;
		let rows = 0;
		for (let i = 0; i < count; i++) {
			const feature = features[i]! | 0;
			let slot = (feature << 2) & mask;
			let key = slots[slot]!;
			while (key !== feature && key !== 0) {
				slot = (slot + SLOT) & mask;
				key = slots[slot]!;
			}
			if (key !== 0) found[rows++] = slot + 1;
		}
		for (let i = 0; i < rows; i++) {
			const slot = found[i]!;
			const head = slots[slot]!;
			const length = head & 255;
			const first = slots[slot + 1]!;
			if (length > INSIDE) {
				column ^= COLUMN;
				for (let at = first; at < first + length; at++) {
					const entry = entries[at]!;
					columns[column | (entry & 255)]! += weights[entry >> 8]!;
				}
				continue;
			}
			sums[from + (first & 255)]! += weights[(first >>> 8) & 255]!;
			if (length === 1) continue;
			sums[from + ((first >>> 16) & 255)]! += weights[first >>> 24]!;
			if (length === 2) continue;
			const second = slots[slot + 2]!;
			sums[from + (second & 255)]! += weights[(second >>> 8) & 255]!;
			if (length === 3) continue;
			sums[from + ((second >>> 16) & 255)]! += weights[second >>> 24]!;
			if (length === 5) sums[from + ((head >>> 16) & 255)]! += weights[head >>> 24]!;
		}
		for (let cls = 0; cls < this.#classes; cls++) {
			sums[from + cls]! += columns[cls]! + columns[cls + COLUMN]!;
			columns[cls] = columns[cls + COLUMN] = 0;
		}
	}
}

/** Which number of its slot an entry of a short row shares. */
const PLACES = [2, 2, 3, 3, 1];

/** Weights are square-root companded: linear steps lose the small ones where one weight is very large. */
function expand(byte: number, max: number): number {
	const q = (byte - 128) / 127;
	return Math.round(Math.sign(q) * q * q * max * STEPS);
}

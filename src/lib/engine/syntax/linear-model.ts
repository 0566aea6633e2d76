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
const INSIDE = 6;
/** Numbers in a slot: the hash, then two entries each, or `APART` and where the row begins and ends. */
const SLOT = 4;
/** No model has so many classes: stands in a slot in place of the first entry. */
const APART = 255;
/** An entry that changes nothing. */
const NOTHING = 0x8000;
/** Two of them, as they stand in a slot. */
const NOTHING_MORE = NOTHING | (NOTHING << 16) | 0;

/**
 * A sparse linear model in open-addressing typed arrays: feature hash to (class, weight) entries. Looking a
 * feature up costs cache misses, not arithmetic. So a short row (most of those found) lies whole in the slot of its
 * hash, long rows (the frequent features) lie together, and whatever will be read is touched first, without a question
 * asked of it, so that the processor can wait for many places at once.
 */
export class LinearModel implements Scorer {
	readonly #slots: Int32Array;
	/** The long rows, one after another, an even number of entries each: a class, and its weight above eight bits. */
	readonly #entries: Int32Array;
	readonly #weights: Int32Array;
	readonly #mask: number;
	readonly #found = new Int32Array(256);

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
		const starts = new Uint32Array(rows + 1);
		let apart = 0;
		for (let row = 0, at = 0; row < rows; row++) {
			const count = reader.byte();
			if (count > INSIDE) apart += count + (count % 2);
			for (let i = 0; i < count; i++) packed[at++] = reader.byte();
			starts[row + 1] = at;
		}
		for (let at = 0; at < entries; at++) packed[at]! |= reader.byte() << 8;
		this.#entries = new Int32Array(apart);
		// The long rows first: whatever comes first lies where it is looked for first.
		let used = 0;
		for (let row = 0; row < rows; row++) {
			const start = starts[row]!;
			const count = starts[row + 1]! - start;
			if (count <= INSIDE) continue;
			const slot = this.#take(hashes[row]!);
			this.#slots[slot + 1] = APART;
			this.#slots[slot + 2] = used;
			for (let i = 0; i < count; i++) {
				const entry = packed[start + i]!;
				this.#entries[used + i] = (entry & 255) | (this.#weights[entry >> 8]! << 8);
			}
			used += count + (count % 2);
			this.#slots[slot + 3] = used;
		}
		for (let row = 0; row < rows; row++) {
			const start = starts[row]!;
			const count = starts[row + 1]! - start;
			if (count > INSIDE) continue;
			const slot = this.#take(hashes[row]!);
			for (let i = 0; i < INSIDE; i++)
				this.#slots[slot + 1 + (i >> 1)]! |= (i < count ? packed[start + i]! : NOTHING) << (16 * (i & 1));
		}
	}

	/** Takes a slot for a hash, and returns where it begins. */
	#take(hash: number): number {
		let slot = (hash * SLOT) & this.#mask;
		while (this.#slots[slot] !== 0) slot = (slot + SLOT) & this.#mask;
		this.#slots[slot] = hash;
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
		let touched = 0;
		let long = 0;
		for (let i = 0; i < count; i++) touched ^= slots[(features[i]! << 2) & mask]!;
		for (let i = 0; i < count; i++) {
			const feature = features[i]! | 0;
			let slot = (feature << 2) & mask;
			let key = slots[slot]!;
			while (key !== feature && key !== 0) {
				slot = (slot + SLOT) & mask;
				key = slots[slot]!;
			}
			if (key === 0) continue;
			const first = slots[slot + 1]!;
			if ((first & 255) === APART) {
				touched ^= entries[slots[slot + 2]!]!;
				found[long++] = slot;
				continue;
			}
			sums[from + (first & 255)]! += weights[(first >>> 8) & 255]!;
			sums[from + ((first >>> 16) & 255)]! += weights[first >>> 24]!;
			const second = slots[slot + 2]!;
			if (second === NOTHING_MORE) continue;
			const third = slots[slot + 3]!;
			sums[from + (second & 255)]! += weights[(second >>> 8) & 255]!;
			sums[from + ((second >>> 16) & 255)]! += weights[second >>> 24]!;
			sums[from + (third & 255)]! += weights[(third >>> 8) & 255]!;
			sums[from + ((third >>> 16) & 255)]! += weights[third >>> 24]!;
		}
		// Means nothing: what is read for no use would not be read at all.
		found[long] = touched;
		for (let i = 0; i < long; i++) {
			const slot = found[i]!;
			const end = slots[slot + 3]!;
			for (let at = slots[slot + 2]!; at < end; at += 2) {
				const one = entries[at]!;
				const other = entries[at + 1]!;
				sums[from + (one & 255)]! += one >> 8;
				sums[from + (other & 255)]! += other >> 8;
			}
		}
	}
}

/** Weights are square-root companded: linear steps lose the small ones where one weight is very large. */
function expand(byte: number, max: number): number {
	const q = (byte - 128) / 127;
	return Math.round(Math.sign(q) * q * q * max * STEPS);
}

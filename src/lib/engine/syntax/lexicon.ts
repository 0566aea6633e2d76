import type { Reader } from './codec.ts';

/** Groups of words of like meaning, or of like tags: hash of the lower-case word to a fine and a coarse cluster. */
export class Clusters {
	readonly #keys: Uint32Array;
	readonly #values: Uint16Array;
	readonly #mask: number;
	readonly #coarse: Uint8Array;

	/** Reads sorted word hashes as deltas, each word's fine cluster, then the coarse cluster of each fine one. */
	constructor(reader: Reader) {
		const count = reader.varint();
		let size = 1;
		while (size < count * 2) size *= 2;
		this.#mask = size - 1;
		this.#keys = new Uint32Array(size);
		this.#values = new Uint16Array(size);
		const slots = new Uint32Array(count);
		for (let i = 0, hash = 0; i < count; i++) {
			hash += reader.varint();
			let slot = hash & this.#mask;
			while (this.#keys[slot] !== 0) slot = (slot + 1) & this.#mask;
			this.#keys[slot] = hash;
			slots[i] = slot;
		}
		for (const slot of slots) this.#values[slot] = reader.varint() + 1;
		this.#coarse = new Uint8Array(reader.varint() + 1);
		for (let i = 1; i < this.#coarse.length; i++) this.#coarse[i] = reader.byte() + 1;
	}

	/** The fine cluster of a word hash, 0 where it has none. */
	fine(hash: number): number {
		const key = hash >>> 0;
		let slot = key & this.#mask;
		while (this.#keys[slot] !== key) {
			if (this.#keys[slot] === 0) return 0;
			slot = (slot + 1) & this.#mask;
		}
		return this.#values[slot]!;
	}

	/** The coarse cluster of a fine one. */
	coarse(fine: number): number {
		return this.#coarse[fine]!;
	}
}

import type { Scorer } from '../../src/lib/engine/syntax/linear-model.ts';

/** A row of the finished model: a feature's hash and its averaged weights by class. */
export type Row = { hash: number; entries: { cls: number; weight: number }[] };

/**
 * The averaged perceptron's weights while they are learned. A row is made on its first update, and only for
 * features seen at least `least` times by `note`, which keeps noise, memory and cache misses down. Entries of
 * a row lie together; a full row moves to a block twice as large.
 */
export class TrainingTable implements Scorer {
	#size = 1 << 20;
	#keys = new Uint32Array(this.#size);
	#starts = new Uint32Array(this.#size);
	#used = new Uint8Array(this.#size);
	#room = new Uint8Array(this.#size);
	#rows = 0;
	#classes = new Uint8Array(1 << 22);
	#weights = new Float32Array(1 << 22);
	#sums = new Float32Array(1 << 22);
	#top = 0;
	readonly #seen = new Uint8Array(1 << 26);
	readonly #least: number;
	/** The number of decisions so far: the clock of the average. */
	clock = 1;

	constructor(least: number) {
		this.#least = least;
	}

	/** Counts features; call it over the training set before learning. */
	note(features: Uint32Array, count: number): void {
		for (let i = 0; i < count; i++) {
			const at = features[i]! >>> 6;
			if (this.#seen[at]! < 255) this.#seen[at]!++;
		}
	}

	sums(length: number): Float64Array {
		return new Float64Array(length);
	}

	add(features: Uint32Array, count: number, sums: Float64Array, from: number): void {
		const keys = this.#keys;
		const mask = this.#size - 1;
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
			const end = start + this.#used[slot]!;
			for (let at = start; at < end; at++) sums[from + classes[at]!]! += weights[at]!;
		}
	}

	/** Moves the weights of a decision's features towards `right` and away from `wrong`. */
	update(features: Uint32Array, count: number, right: number, wrong: number): void {
		for (let i = 0; i < count; i++) {
			const feature = features[i]!;
			if (this.#seen[feature >>> 6]! < this.#least) continue;
			const slot = this.#slot(feature);
			this.#add(slot, right, 1);
			this.#add(slot, wrong, -1);
		}
	}

	#slot(feature: number): number {
		if (this.#rows * 2 > this.#size) this.#rehash();
		const mask = this.#size - 1;
		let slot = feature & mask;
		for (;;) {
			const key = this.#keys[slot]!;
			if (key === feature) return slot;
			if (key === 0) break;
			slot = (slot + 1) & mask;
		}
		this.#keys[slot] = feature;
		this.#starts[slot] = this.#block(2);
		this.#room[slot] = 2;
		this.#rows++;
		return slot;
	}

	#block(length: number): number {
		const start = this.#top;
		this.#top += length;
		if (this.#top > this.#classes.length) {
			const size = this.#classes.length * 2;
			this.#classes = copy(this.#classes, new Uint8Array(size));
			this.#weights = copy(this.#weights, new Float32Array(size));
			this.#sums = copy(this.#sums, new Float32Array(size));
		}
		return start;
	}

	#add(slot: number, cls: number, delta: number): void {
		const start = this.#starts[slot]!;
		const used = this.#used[slot]!;
		let at = start;
		const end = start + used;
		while (at < end && this.#classes[at] !== cls) at++;
		if (at === end) {
			if (used === this.#room[slot]) {
				const room = Math.min(255, used * 2);
				const moved = this.#block(room);
				this.#classes.copyWithin(moved, start, end);
				this.#weights.copyWithin(moved, start, end);
				this.#sums.copyWithin(moved, start, end);
				this.#starts[slot] = moved;
				this.#room[slot] = room;
				at = moved + used;
			}
			this.#used[slot] = used + 1;
			this.#classes[at] = cls;
			this.#weights[at] = 0;
			this.#sums[at] = 0;
		}
		this.#weights[at]! += delta;
		this.#sums[at]! += delta * this.clock;
	}

	#rehash(): void {
		const { keys, starts, used, room } = {
			keys: this.#keys,
			starts: this.#starts,
			used: this.#used,
			room: this.#room
		};
		this.#size *= 2;
		const mask = this.#size - 1;
		this.#keys = new Uint32Array(this.#size);
		this.#starts = new Uint32Array(this.#size);
		this.#used = new Uint8Array(this.#size);
		this.#room = new Uint8Array(this.#size);
		for (let old = 0; old < keys.length; old++) {
			const key = keys[old]!;
			if (key === 0) continue;
			let slot = key & mask;
			while (this.#keys[slot] !== 0) slot = (slot + 1) & mask;
			this.#keys[slot] = key;
			this.#starts[slot] = starts[old]!;
			this.#used[slot] = used[old]!;
			this.#room[slot] = room[old]!;
		}
	}

	/** Puts the averaged weights in the place of the last ones: learning is over. */
	average(): void {
		for (let at = 0; at < this.#top; at++) this.#weights[at]! -= this.#sums[at]! / this.clock;
	}

	/** The rows whose weights reach `least`, in the order of their hashes. */
	rows(least: number): Row[] {
		const rows: Row[] = [];
		for (let slot = 0; slot < this.#size; slot++) {
			if (this.#keys[slot] === 0) continue;
			const entries: Row['entries'] = [];
			const start = this.#starts[slot]!;
			for (let at = start; at < start + this.#used[slot]!; at++) {
				const weight = this.#weights[at]!;
				if (Math.abs(weight) >= least) entries.push({ cls: this.#classes[at]!, weight });
			}
			if (entries.length > 0) rows.push({ hash: this.#keys[slot]!, entries });
		}
		return rows.sort((a, b) => a.hash - b.hash);
	}
}

function copy<T extends Uint8Array | Float32Array>(from: T, to: T): T {
	to.set(from);
	return to;
}

/** Averages the rows of models that differ in their seed only; weights below `least` are left out. */
export function averageRows(models: readonly Row[][], least: number): Row[] {
	const sums = new Map<number, Map<number, number>>();
	for (const rows of models) {
		for (const { hash, entries } of rows) {
			const sum = sums.get(hash) ?? new Map<number, number>();
			sums.set(hash, sum);
			for (const { cls, weight } of entries) sum.set(cls, (sum.get(cls) ?? 0) + weight / models.length);
		}
	}
	return [...sums]
		.map(([hash, sum]) => ({
			hash,
			entries: [...sum]
				.filter(([, weight]) => Math.abs(weight) >= least)
				.map(([cls, weight]) => ({ cls, weight }))
		}))
		.filter(({ entries }) => entries.length > 0)
		.sort((a, b) => a.hash - b.hash);
}

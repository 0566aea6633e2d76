import type { Scorer, Sums } from './linear-model.ts';
import type { Features, StateView } from './state-view.ts';
import type { State } from './transitions.ts';

/** What features that only the stack decides add up to, by its depth: kept while it lies as it did. */
export class StackSums {
	sums: Sums;
	readonly #classes: number;
	readonly #scorer: Scorer;
	readonly #write: Features;
	/** The top, and its case marker, that the sums at a depth are of. */
	#tops = new Int32Array(64).fill(-1);
	#markers = new Int32Array(64);

	constructor(classes: number, scorer: Scorer, write: Features) {
		this.#classes = classes;
		this.#scorer = scorer;
		this.#write = write;
		this.sums = scorer.sums(classes * this.#tops.length);
	}

	/** Drops all sums. */
	forget(): void {
		this.#tops.fill(-1);
	}

	/** Sees to the sums for a state and returns where in `sums` they begin. */
	at(state: State, view: StateView, features: Uint32Array): number {
		const { depth } = state;
		const top = state.stack[depth - 1]!;
		const from = depth * this.#classes;
		if (depth >= this.#tops.length) this.#grow();
		if (this.#tops[depth] === top && this.#markers[depth] === state.marker[top]) return from;
		this.#tops[depth] = top;
		this.#markers[depth] = state.marker[top]!;
		const count = this.#write(view, features);
		this.sums.fill(0, from, from + this.#classes);
		this.#scorer.add(features, count, this.sums, from);
		return from;
	}

	#grow(): void {
		const room = this.#tops.length * 2;
		const sums = this.#scorer.sums(room * this.#classes);
		sums.set(this.sums);
		this.sums = sums;
		const tops = new Int32Array(room).fill(-1);
		tops.set(this.#tops);
		this.#tops = tops;
		const markers = new Int32Array(room);
		markers.set(this.#markers);
		this.#markers = markers;
	}
}

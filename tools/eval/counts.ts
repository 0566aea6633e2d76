/** Counts rather than figures, so that events are pooled by adding. */
export type Counts = ReadonlyMap<string, number>;

export type Counter = {
	add(key: string, by?: number): void;
	/** Counts one case of a share, and whether it was right. */
	rate(name: string, right: boolean): void;
	/** Counts one case of a decision: whether it was called for, and whether it was made. */
	judge(name: string, gold: boolean, guess: boolean): void;
	readonly counts: Counts;
};

export function createCounter(): Counter {
	const counts = new Map<string, number>();
	const add = (key: string, by = 1) => void counts.set(key, (counts.get(key) ?? 0) + by);
	return {
		add,
		counts,
		rate: (name, right) => {
			add(`${name} of`);
			add(name, right ? 1 : 0);
		},
		judge: (name, gold, guess) => {
			if (gold) add(`${name} gold`);
			if (guess) add(`${name} guessed`);
			if (gold && guess) add(`${name} right`);
		}
	};
}

/** Adds the counts of several events. */
export function pool(parts: readonly Counts[]): Counts {
	const counter = createCounter();
	for (const part of parts) for (const [key, value] of part) counter.add(key, value);
	return counter.counts;
}

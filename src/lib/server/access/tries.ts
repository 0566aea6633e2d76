/** Wrong passcodes from one address in a window before it has to wait. */
const MOST_WRONG = 5;

/** Wrong passcodes from everywhere in a window: guessing from many addresses has an end too. */
const MOST_WRONG_ALL = 100;

/** Milliseconds that a wrong passcode counts for. */
const WINDOW = 15 * 60_000;

const EVERYWHERE = '*';

/** Counts wrong passcodes, address by address, so that guessing takes years; only failures count. */
export class Tries {
	readonly #wrong = new Map<string, number[]>();
	readonly #now: () => number;

	constructor(now: () => number = Date.now) {
		this.#now = now;
	}

	/** Seconds until an address may try again; 0 when it may now. */
	wait(address: string): number {
		const waits = [this.#waitOf(address, MOST_WRONG), this.#waitOf(EVERYWHERE, MOST_WRONG_ALL)];
		return Math.ceil(Math.max(...waits) / 1000);
	}

	/** Remembers a wrong passcode. Counted before it is checked: many tries at once are many tries. */
	count(address: string): void {
		for (const key of [address, EVERYWHERE]) this.#wrong.set(key, [...this.#recent(key), this.#now()]);
		// Addresses that tried once and went would fill the memory.
		if (this.#wrong.size > 10_000)
			for (const key of this.#wrong.keys()) if (this.#recent(key).length === 0) this.#wrong.delete(key);
	}

	/** Takes a try back that turned out right, and forgives what that address got wrong before. */
	forgive(address: string): void {
		const mine = this.#recent(address);
		this.#wrong.delete(address);
		this.#wrong.set(EVERYWHERE, this.#recent(EVERYWHERE).slice(mine.length));
	}

	#recent(key: string): number[] {
		const since = this.#now() - WINDOW;
		return (this.#wrong.get(key) ?? []).filter((at) => at > since);
	}

	#waitOf(key: string, most: number): number {
		const recent = this.#recent(key);
		return recent.length < most ? 0 : recent[recent.length - most]! + WINDOW - this.#now();
	}
}

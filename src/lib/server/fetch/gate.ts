import { Refused } from './refused.ts';

/** Requests that may wait for one host; more are only ever a flood. */
const MOST_WAITING = 60;

/** Hosts that are remembered while nothing waits for them. */
const MOST_HOSTS = 5_000;

export type Clock = { now: () => number; wait: (milliseconds: number, signal: AbortSignal) => Promise<void> };

type Host = { last: Promise<void>; waiting: number; free: number; held: number };

/** Lets one request at a time through to a host, with a pause between two, so that no site is pressed. */
export class HostGate {
	readonly #clock: Clock;
	readonly #gap: number;
	readonly #hosts = new Map<string, Host>();

	constructor(clock: Clock, gap: number) {
		this.#clock = clock;
		this.#gap = gap;
	}

	/** Resolves when it is this request's turn; call what it gives when the request has ended. */
	async enter(host: string, signal: AbortSignal): Promise<() => void> {
		const state = this.#state(host);
		const held = state.held - this.#clock.now();
		if (held > 0) throw new Refused('upstream', { host, status: 429, seconds: Math.ceil(held / 1000) });
		if (state.waiting >= MOST_WAITING) throw new Refused('busy', { host });
		state.waiting++;
		const before = state.last;
		let leave: () => void = () => undefined;
		state.last = new Promise((resolve) => (leave = resolve));
		const end = () => {
			state.waiting--;
			state.free = this.#clock.now() + this.#gap;
			leave();
		};
		try {
			await before;
			signal.throwIfAborted();
			const pause = state.free - this.#clock.now();
			if (pause > 0) await this.#clock.wait(pause, signal);
			return end;
		} catch (error) {
			// One that gave up has asked for nothing, so the next need not wait longer.
			state.waiting--;
			leave();
			throw error;
		}
	}

	/** Turns requests to a host away for some time, because it asked for that. */
	hold(host: string, milliseconds: number): void {
		this.#state(host).held = this.#clock.now() + milliseconds;
	}

	#state(host: string): Host {
		const known = this.#hosts.get(host);
		if (known) return known;
		const made = { last: Promise.resolve(), waiting: 0, free: 0, held: 0 };
		if (this.#hosts.size >= MOST_HOSTS) this.#forget();
		this.#hosts.set(host, made);
		return made;
	}

	#forget(): void {
		const now = this.#clock.now();
		for (const [host, { waiting, free, held }] of this.#hosts) {
			if (waiting === 0 && free < now && held < now) this.#hosts.delete(host);
		}
	}
}

import { fail, ok, type Event, type EventId, type Failure, type Result } from '#lib/model/index.ts';
import type { Documents } from './documents.ts';
import { writeFailure } from './write-failure.ts';

/** Changes that are on their way to disk: the state after the last of them, and when that one has ended. */
type Pending = { tip: Event; last: Promise<unknown> };

/** What an event becomes, or why it cannot. */
export type Step = (event: Event) => Result<Event>;

/** Whether a change moves the event up the list. */
export type Dating = 'new date' | 'keep date';

/**
 * The events of a store as people see them, and the changes that are on their way to disk: what happens to an event
 * happens there first, and is seen here after.
 */
export class Ledger {
	readonly #documents: Documents;
	readonly #now: () => number;
	/** What people may see: each event as it is on disk. */
	readonly #events = new Map<string, Event>();
	/** Events with changes that are not on disk yet. */
	readonly #pending = new Map<string, Pending>();
	/** Events that are being deleted for good. */
	readonly #gone = new Set<string>();
	#loading: Promise<void> | null = null;

	constructor(documents: Documents, now: () => number = Date.now) {
		this.#documents = documents;
		this.#now = now;
	}

	/** Every event, in the bin or not, in no order. */
	async all(): Promise<readonly Event[]> {
		await this.#load();
		return [...this.#events.values()];
	}

	/** An event as it is on disk; null where there is none. */
	async get(id: string): Promise<Event | null> {
		await this.#load();
		return this.#events.get(id) ?? null;
	}

	/** Puts a new event on disk. */
	async add(event: Event): Promise<Result<Event>> {
		await this.#load();
		return this.#write(event, null);
	}

	/**
	 * Runs a step on what every earlier one on the same event makes of it, without waiting for the disk: changes that
	 * come together go out together. What people see is what is on disk.
	 */
	async change(id: EventId, step: Step, date: Dating = 'new date'): Promise<Result<Event>> {
		await this.#load();
		for (;;) {
			const pending = this.#pending.get(id);
			const before = pending?.tip ?? this.#events.get(id);
			if (before === undefined || this.#gone.has(id)) return fail('not_found');
			const next = step(before);
			if (next.ok) {
				const changedAt = date === 'keep date' ? before.changedAt : new Date(this.#now()).toISOString();
				return this.#write({ ...next.value, changedAt }, before);
			}
			if (pending === undefined) return next;
			// It is refused for what is not on disk yet, and may never be.
			await pending.last;
		}
	}

	/** Makes a change after which nothing of what the event was before is kept. */
	async scrubbed(id: EventId, step: Step, date: Dating = 'keep date'): Promise<Result<Event>> {
		try {
			await this.#documents.markForScrub(id);
		} catch (error) {
			return writeFailure(error);
		}
		const changed = await this.change(id, step, date);
		const scrubbed = await this.#scrub(id);
		return changed.ok && !scrubbed.ok ? scrubbed : changed;
	}

	/** Scrubs what could not be earlier; gives why that failed again. */
	async scrubDue(): Promise<Failure[]> {
		await this.#load();
		const failures: Failure[] = [];
		for (const id of this.#documents.unscrubbed()) {
			const scrubbed = await this.#scrub(id);
			if (!scrubbed.ok) failures.push(scrubbed.failure);
		}
		return failures;
	}

	/** Takes an event in the bin away for good, when all that was asked for before has ended. */
	async erase(id: EventId): Promise<Result<void>> {
		await this.#load();
		while (this.#pending.has(id)) await this.#pending.get(id)!.last;
		if (this.#events.get(id)?.deletedAt === undefined || this.#gone.has(id)) return fail('not_found');
		this.#gone.add(id);
		try {
			await this.#documents.erase(id);
		} catch (error) {
			this.#gone.delete(id);
			return writeFailure(error);
		}
		this.#events.delete(id);
		return ok(undefined);
	}

	/**
	 * Makes a change that makes room, or is a step to it; on a full disk once more with the room that is held back for
	 * this.
	 */
	async makingRoom<T>(change: () => Promise<Result<T>>): Promise<Result<T>> {
		const changed = await change();
		if (changed.ok || changed.failure.code !== 'storage_full') return changed;
		try {
			if (!(await this.#documents.makeRoom())) return changed;
			const again = await change();
			await this.#documents.holdRoom();
			return again;
		} catch (error) {
			return writeFailure(error);
		}
	}

	/** Holds room back for a full disk, where it can be had. */
	async holdRoom(): Promise<void> {
		try {
			await this.#documents.holdRoom();
		} catch (error) {
			// Nothing may be written here: then nothing can be deleted either.
			writeFailure(error);
		}
	}

	async probe(): Promise<Result<void>> {
		try {
			await this.#documents.probe();
			return ok(undefined);
		} catch (error) {
			return writeFailure(error);
		}
	}

	async close(): Promise<void> {
		await Promise.all([...this.#pending.values()].map(({ last }) => last));
		await this.#documents.close();
	}

	async #scrub(id: string): Promise<Result<void>> {
		const scrubbed = await this.makingRoom(async () => {
			try {
				await this.#documents.scrub(id);
				return ok(undefined);
			} catch (error) {
				return writeFailure(error);
			}
		});
		const isFull = !scrubbed.ok && scrubbed.failure.code === 'storage_full';
		return isFull ? fail('purge_unfinished') : scrubbed;
	}

	async #write(event: Event, before: Event | null): Promise<Result<Event>> {
		const { id } = event;
		const written = this.#documents.write(event, before);
		const pending: Pending = this.#pending.get(id) ?? { tip: event, last: written };
		pending.tip = event;
		pending.last = written.catch(() => undefined);
		this.#pending.set(id, pending);
		try {
			await written;
		} catch (error) {
			// All that waits was built on this one and fails with it; what comes now begins from what is on disk.
			if (this.#pending.get(id) === pending) this.#pending.delete(id);
			return writeFailure(error);
		}
		if (pending.tip === event && this.#pending.get(id) === pending) this.#pending.delete(id);
		this.#events.set(id, Object.freeze(event));
		return ok(event);
	}

	#load(): Promise<void> {
		return (this.#loading ??= this.#documents.load().then((events) => {
			for (const event of events) this.#events.set(event.id, Object.freeze(event));
		}));
	}
}

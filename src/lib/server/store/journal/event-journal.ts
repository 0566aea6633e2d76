import { join } from 'node:path';
import type { Adapter } from 'lowdb';
import type { Event } from '#lib/model/index.ts';
import { codeOf, hasNoRoom, type Files, type OpenFile } from '../files/files.ts';
import { changeBetween } from './change.ts';
import { beginJournal, journalName, keepSnapshot, makeEventFolder } from './generations.ts';
import { encodeMark, MARK_AT, RECORDS_AT } from './journal.ts';
import { encodeLine } from './record.ts';
import { recover, type Recovered } from './recover.ts';

/** What an event's journal asks of the folder that it lies in. */
export type Guard = {
	/** Number of this holder of the folder, written into each record. */
	epoch: number;
	/** Whether a holder that was passed over may still live, and write once more to a file that it has open. */
	isContested: boolean;
	/** Throws when nothing may be written. */
	check(): void;
	/** Ends all writing, and gives the error that says so: what the disk kept after a failed sync nobody knows. */
	giveUp(cause: unknown): Error;
};

/** Changes after which the next generation begins. */
const TURN_RECORDS = 1_000;

/** Bytes of changes after which it begins, where the snapshot is not larger than that. */
const TURN_BYTES = 1024 * 1024;

/** Milliseconds without a change after which the mark is written and the file closed. */
const IDLE = 1_000;

/** Tries to read an event beside a process that writes it, and may just be taking old generations away. */
const TRIES = 5;

type Waiting = { event: Event; resolve: () => void; reject: (error: unknown) => void };

/**
 * lowdb's adapter over one event's folder. What is written goes to the end of a journal as the difference to the
 * state before; writes that come while one is under way go out together, with one sync. Each promise resolves when
 * its change is on disk; where one fails, all that were built on it fail with it.
 */
export class EventJournal implements Adapter<Event | null> {
	readonly #files: Files;
	readonly #folder: string;
	readonly #id: string;
	/** Null where the event is only read. */
	readonly #guard: Guard | null;
	/** The state that is on disk, and the one that it will be when all that waits is written. */
	#durable: Event | null = null;
	#tip: Event | null = null;
	#waiting: Waiting[] = [];
	#tasks: Promise<unknown> = Promise.resolve();
	#snapshot: Promise<unknown> | null = null;
	#idle: NodeJS.Timeout | undefined;
	#file: OpenFile | null = null;
	#found: Recovered | null = null;
	#generation = 1;
	#seq = 0;
	/** `seq` at the beginning of this generation. */
	#from = 0;
	#end = RECORDS_AT;
	#marked = RECORDS_AT;
	#snapshotSize = 0;
	/** Bytes may lie after the end, of a change that failed. */
	#isTorn = false;
	/** The file must not be written any more: a sync of it failed. */
	#mustTurn = false;

	constructor(files: Files, folder: string, id: string, guard: Guard | null) {
		this.#files = files;
		this.#folder = folder;
		this.#id = id;
		this.#guard = guard;
	}

	/** The newest state, on disk or on its way there. */
	get tip(): Event | null {
		return this.#tip;
	}

	/** How the folder was found; null before it was read. */
	get found(): Recovered | null {
		return this.#found;
	}

	/** The event as its folder gives it; null when there is none. What is wrong with the folder is in `found`. */
	async read(): Promise<Event | null> {
		let found = await recover(this.#files, this.#folder, this.#id);
		for (let at = 1; this.#guard === null && found.isDamaged && at < TRIES; at++)
			found = await recover(this.#files, this.#folder, this.#id);
		this.#found = found;
		this.#tip = this.#durable = found.event;
		this.#generation = found.generation;
		this.#seq = this.#from = found.seq;
		this.#marked = this.#end = found.end;
		this.#snapshotSize = found.snapshotSize;
		return found.event;
	}

	/**
	 * Makes the files what they were found to say: drops a half written change, and writes whole what was not. A journal
	 * that a former holder may still write to is left behind: what it adds there counts no more.
	 */
	async repair(): Promise<void> {
		const { isDamaged, isMarked, tail, faults } = this.#found!;
		if (isDamaged) return;
		if (!isMarked || tail !== 'none' || faults.length > 0) await this.#mend();
		this.#mustTurn = this.#guard!.isContested;
		if (faults.length > 0 || this.#mustTurn) await this.turn();
	}

	async #mend(): Promise<void> {
		const file = await this.#files.open(join(this.#folder, journalName(this.#generation)));
		try {
			await file.truncate(this.#end);
			await file.write(encodeMark(this.#end), MARK_AT);
			await file.sync();
		} finally {
			await file.close();
		}
	}

	write(event: Event | null): Promise<void> {
		if (event === null) return Promise.resolve();
		this.#tip = event;
		return new Promise((resolve, reject) => {
			this.#waiting.push({ event, resolve, reject });
			if (this.#waiting.length === 1) void this.#queue(() => this.#commitWaiting());
		});
	}

	/** Begins a new generation with a snapshot of the state as it is now, and keeps `kept` generations. */
	async turn(kept?: number): Promise<void> {
		const { written } = await this.#queue(() => this.#turn(kept));
		await written;
	}

	/** Resolves when all is on disk and the file is closed. */
	async close(): Promise<void> {
		await this.#queue(() => this.#rest());
		await this.#snapshot?.catch(() => undefined);
	}

	/** Runs a task after all that were asked for before it. */
	#queue<T>(task: () => Promise<T>): Promise<T> {
		const done = this.#tasks.then(task);
		this.#tasks = done.catch(() => undefined);
		return done;
	}

	async #commitWaiting(): Promise<void> {
		const batch = this.#waiting.splice(0);
		if (batch.length === 0) return;
		clearTimeout(this.#idle);
		try {
			await this.#commit(batch.map(({ event }) => event));
		} catch (error) {
			// What waits now was built on what has just failed.
			const failed = [...batch, ...this.#waiting.splice(0)];
			this.#tip = this.#durable;
			for (const { reject } of failed) reject(error);
			return;
		}
		for (const { resolve } of batch) resolve();
		this.#idle = setTimeout(() => void this.#queue(() => this.#rest()), IDLE).unref();
		const isLong = this.#end - RECORDS_AT > Math.max(TURN_BYTES, this.#snapshotSize);
		if ((isLong || this.#seq - this.#from >= TURN_RECORDS) && this.#snapshot === null)
			await this.#turn().catch(() => undefined);
	}

	async #commit(events: readonly Event[]): Promise<void> {
		const guard = this.#guard!;
		if (this.#durable === null) return this.#create(events);
		const at = new Date().toISOString();
		const lines: Buffer[] = [];
		let before = this.#durable;
		for (const event of events) {
			const change = changeBetween(before, event);
			const seq = this.#seq + lines.length + 1;
			lines.push(await encodeLine({ seq, epoch: guard.epoch, at, change }));
			before = event;
		}
		const bytes = Buffer.concat(lines);
		try {
			await this.#append(bytes);
		} catch (error) {
			throw this.#heed(error, this.#mustTurn && !hasNoRoom(error));
		}
		// Nobody may be told of a change that a holder who came meanwhile has not read.
		guard.check();
		this.#end += bytes.length;
		this.#seq += lines.length;
		this.#durable = before;
	}

	async #create(events: readonly Event[]): Promise<void> {
		const guard = this.#guard!;
		const event = events.at(-1)!;
		guard.check();
		try {
			this.#snapshotSize = await makeEventFolder(this.#files, this.#folder, event, guard.epoch);
		} catch (error) {
			throw this.#heed(error);
		}
		guard.check();
		this.#durable = event;
	}

	async #append(bytes: Buffer): Promise<void> {
		if (this.#mustTurn) await this.#begin();
		const file = await this.#open();
		this.#guard!.check();
		if (this.#isTorn) await file.truncate(this.#end);
		this.#isTorn = true;
		try {
			await file.write(bytes, this.#end);
			// All before this was acknowledged; the mark and the change go out with one sync.
			if (this.#marked !== this.#end) await file.write(encodeMark(this.#end), MARK_AT);
		} catch (error) {
			// The room that half a change takes is given back at once.
			await file.truncate(this.#end).then(
				() => (this.#isTorn = false),
				() => undefined
			);
			throw error;
		}
		try {
			await file.sync();
		} catch (error) {
			// What a failed sync leaves in the file is not known, and a second one might claim that all is well.
			this.#mustTurn = true;
			throw error;
		}
		this.#marked = this.#end;
		this.#isTorn = false;
	}

	/** Ends all writing where the disk did not keep what it took; gives the error that says so, or the same one. */
	#heed(error: unknown, isGrave = false): unknown {
		return isGrave || codeOf(error) === 'EIO' ? this.#guard!.giveUp(error) : error;
	}

	async #open(): Promise<OpenFile> {
		return (this.#file ??= await this.#files.open(join(this.#folder, journalName(this.#generation))));
	}

	/** Writes the mark and closes the file, until the next change. */
	async #rest(): Promise<void> {
		clearTimeout(this.#idle);
		const file = this.#file;
		if (file === null) return;
		this.#file = null;
		try {
			if (!this.#mustTurn && this.#marked !== this.#end) {
				this.#guard!.check();
				await file.write(encodeMark(this.#end), MARK_AT);
				await file.sync();
				this.#marked = this.#end;
			}
		} catch (error) {
			// The mark is a help, not a promise. But a file of which a sync failed is not to be written any more.
			this.#mustTurn ||= codeOf(error) !== 'FENCED';
			this.#heed(error);
		}
		await file.close().catch(() => undefined);
	}

	/** Begins the next generation's journal; from then on changes go there. */
	async #begin(): Promise<void> {
		const { epoch, check } = this.#guard!;
		const place = { generation: this.#generation + 1, seq: this.#seq, epoch };
		try {
			await beginJournal(this.#files, this.#folder, this.#id, place, check);
		} catch (error) {
			// Once the next journal is there it says where this one ends: nothing may be added here.
			this.#mustTurn ||= this.#files.isThere(join(this.#folder, journalName(place.generation)));
			throw this.#heed(error);
		}
		await this.#rest();
		this.#generation = place.generation;
		this.#from = place.seq;
		this.#marked = this.#end = RECORDS_AT;
		this.#isTorn = this.#mustTurn = false;
	}

	/** The snapshot is written beside the changes that come meanwhile: they do not wait until it is `written`. */
	async #turn(kept?: number): Promise<{ written: Promise<unknown> }> {
		await this.#snapshot?.catch(() => undefined);
		await this.#begin();
		const place = { generation: this.#generation, seq: this.#seq, epoch: this.#guard!.epoch };
		const { check } = this.#guard!;
		const snapshot = keepSnapshot(this.#files, this.#folder, this.#durable!, place, check, kept);
		const written = snapshot
			.then(
				(size) => (this.#snapshotSize = size),
				(error: unknown) => Promise.reject(this.#heed(error) as Error)
			)
			.finally(() => (this.#snapshot = null));
		this.#snapshot = written;
		written.catch(() => undefined);
		return { written };
	}
}

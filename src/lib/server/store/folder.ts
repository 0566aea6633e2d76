import { join } from 'node:path';
import { Low } from 'lowdb';
import * as v from 'valibot';
import { EVENT_SCHEMA, EventSchema, isEventId, type Event } from '#lib/model/index.ts';
import type { Documents } from './documents.ts';
import { hasNoRoom, type Files } from './files/files.ts';
import { putFile } from './files/put-file.ts';
import { EventJournal, type Guard } from './journal/event-journal.ts';
import type { Lock } from './lock/lock.ts';
import type { Marker } from './marker.ts';
import { eraseFolder, eraseSetAside, isHalfMade, PURGE, SET_ASIDE } from './purge.ts';
import { Reserve } from './reserve.ts';
import { newId } from './ulid.ts';

export const EVENTS = 'events';

/** An event of a store of schema 1: one file, `ID.json`. */
const OLD = '.json';

/** An event that can be read and not changed, because a part of it is damaged. */
export type Damage = {
	/** The damaged file, as it is named inside the data folder. */
	file: string;
	/** When the last change was made that is whole. */
	at: string;
};

type Kept = { document: Low<Event | null>; journal: EventJournal };

/** One folder an event in a folder of ours, each behind its own lowdb document. */
export class Folder implements Documents {
	readonly path: string;
	/** What could not be read at all and was moved out of the way, by its new path; only read, where it lies. */
	readonly setAside: string[] = [];
	/** Files that are not as they were written, with copies in `set-aside`, though nothing was lost with them. */
	readonly mended: string[] = [];
	/** Events of which a part is damaged, by their id. */
	readonly damaged = new Map<string, Damage>();
	readonly #files: Files;
	readonly #marker: Low<Marker>;
	readonly #reserve: Reserve;
	/** Null where the folder is only read. */
	readonly #lock: Lock | null;
	readonly #guard: Guard | null;
	readonly #kept = new Map<string, Kept>();
	readonly #unscrubbed = new Set<string>();
	#newer: string | undefined;
	#failure: Error | null = null;
	#tellBroken: () => void = () => undefined;
	/** Resolves when a sync has failed: from then on nothing is written any more. */
	readonly broken = new Promise<void>((resolve) => (this.#tellBroken = resolve));

	constructor(path: string, files: Files, marker: Low<Marker>, lock: Lock | null, reserve = 0) {
		this.path = path;
		this.#reserve = new Reserve(files, path, reserve);
		this.#files = files;
		this.#marker = marker;
		this.#lock = lock;
		this.#guard = lock && {
			epoch: lock.epoch,
			isContested: lock.isContested,
			check: () => this.#check(),
			giveUp: (cause) => {
				this.#failure ??= Object.assign(new Error('the disk failed', { cause }), { code: 'BROKEN' });
				this.#tellBroken();
				return this.#failure;
			}
		};
	}

	/** Lets another process have the folder, when all that was asked for is on disk. */
	async close(): Promise<void> {
		await Promise.all([...this.#kept.values()].map(({ journal }) => journal.close()));
		await this.#lock?.release();
	}

	/** Throws where nothing may be written: the folder is only read, its disk failed, or it is another process's. */
	#check(): void {
		if (this.#lock === null) throw Object.assign(new Error('opened to read'), { code: 'EROFS' });
		if (this.#failure !== null) throw this.#failure;
		this.#lock.check();
	}

	get samples(): readonly string[] {
		return this.#marker.data.samples;
	}

	async rememberSample(name: string): Promise<void> {
		this.#check();
		await this.#marker.update((marker) => marker.samples.push(name));
	}

	/** Name of the first file that a newer Lateral wrote, which this one must not touch. */
	get newer(): string | undefined {
		return this.#newer;
	}

	async load(): Promise<Event[]> {
		const events: Event[] = [];
		const names = (await this.#files.list(this.#join())) ?? [];
		for (const name of names) {
			const id = name.endsWith(OLD) ? name.slice(0, -OLD.length) : name;
			if (!isEventId(id)) await this.#sweep(this.#join(), name);
			// Where the move from schema 1 was cut off, both are there, and the folder is whole.
			else if (id !== name && names.includes(id)) await this.#dropOld(name);
			else {
				const event = id === name ? await this.#read(id) : await this.#readOld(id);
				if (event !== null) events.push(event);
			}
		}
		return events;
	}

	async write(event: Event, before: Event | null): Promise<void> {
		this.#check();
		const damage = this.damaged.get(event.id);
		if (damage !== undefined) throw isDamaged(damage);
		const kept = this.#kept.get(event.id) ?? this.#open(event.id);
		if (kept.journal.tip !== before)
			throw Object.assign(new Error('built on what was not kept'), { code: 'BROKEN' });
		this.#kept.set(event.id, kept);
		kept.document.data = event;
		try {
			await kept.document.write();
		} catch (error) {
			if (kept.journal.tip === null) this.#kept.delete(event.id);
			throw error;
		}
	}

	/** Begins every event anew with a snapshot, and keeps only that where `kept` is 1. */
	async compact(kept?: number): Promise<void> {
		this.#check();
		for (const [id, { journal }] of this.#kept) if (!this.damaged.has(id)) await journal.turn(kept);
	}

	async markForScrub(id: string): Promise<void> {
		this.#check();
		const damage = this.damaged.get(id);
		if (damage !== undefined) throw isDamaged(damage);
		await putFile(this.#files, this.#join(id, PURGE), Buffer.from('purge\n'));
		this.#unscrubbed.add(id);
	}

	async scrub(id: string): Promise<void> {
		this.#check();
		await this.#kept.get(id)!.journal.turn(1);
		await eraseSetAside(this.#files, this.path, id);
		await this.#files.remove(this.#join(id, PURGE));
		await this.#files.syncFolder(this.#join(id));
		this.#unscrubbed.delete(id);
	}

	unscrubbed(): readonly string[] {
		return [...this.#unscrubbed];
	}

	async erase(id: string): Promise<void> {
		this.#check();
		await this.#kept.get(id)?.journal.close();
		this.#check();
		await eraseFolder(this.#files, this.#join(id));
		this.#kept.delete(id);
		this.damaged.delete(id);
		this.#unscrubbed.delete(id);
		await eraseSetAside(this.#files, this.path, id);
	}

	async makeRoom(): Promise<boolean> {
		this.#check();
		return this.#reserve.release();
	}

	async holdRoom(): Promise<void> {
		this.#check();
		await this.#reserve.hold();
	}

	async probe(): Promise<void> {
		this.#check();
		const path = join(this.path, '.probe');
		await putFile(this.#files, path, Buffer.from('ok\n'));
		await this.#files.remove(path);
	}

	#join(...names: string[]): string {
		return join(this.path, EVENTS, ...names);
	}

	#open(id: string): Kept {
		const journal = new EventJournal(this.#files, this.#join(id), id, this.#guard);
		return { document: new Low<Event | null>(journal, null), journal };
	}

	async #read(id: string): Promise<Event | null> {
		const kept = this.#open(id);
		await kept.document.read();
		const event = this.#checked(id, kept.document.data, id);
		const { faults, isDamaged, at } = kept.journal.found!;
		if (this.#newer !== undefined) return null;
		if (event === null) {
			await this.#putAside(id);
			return null;
		}
		this.#kept.set(id, kept);
		if (this.#guard !== null) {
			for (const name of (await this.#files.list(this.#join(id))) ?? [])
				await this.#sweep(this.#join(id), name);
			for (const name of faults) await this.#copyAside(id, name);
		}
		const names = faults.map((name) => `${EVENTS}/${id}/${name}`);
		if (isDamaged) this.damaged.set(id, { file: names[0] ?? id, at: at ?? event.changedAt });
		else if (this.#guard === null) this.mended.push(...names);
		else await this.#repair(id, kept.journal, names);
		return event;
	}

	async #repair(id: string, journal: EventJournal, faults: string[]): Promise<void> {
		this.mended.push(...faults);
		const isUnscrubbed = this.#files.isThere(this.#join(id, PURGE));
		if (isUnscrubbed) this.#unscrubbed.add(id);
		try {
			await journal.repair();
			if (isUnscrubbed) await this.scrub(id);
		} catch (error) {
			// All is there; it can be put in order when there is room.
			if (!hasNoRoom(error)) throw error;
		}
	}

	/** An event as a store of schema 1 kept it; where the folder may be written it becomes one of today's. */
	async #readOld(id: string): Promise<Event | null> {
		const bytes = await this.#files.read(this.#join(id + OLD));
		const event = this.#checked(id, parse(bytes), id + OLD);
		if (this.#newer !== undefined || (this.#guard === null && event !== null)) return event;
		if (event === null) {
			await this.#putAside(id + OLD);
			return null;
		}
		await this.write(event, null);
		await this.#dropOld(id + OLD);
		return event;
	}

	async #dropOld(file: string): Promise<void> {
		if (this.#guard === null) return;
		await this.#files.remove(this.#join(file));
		await this.#files.syncFolder(this.#join());
	}

	#checked(id: string, data: unknown, name: string): Event | null {
		const schema = (data as { schema?: unknown } | null)?.schema;
		if (typeof schema === 'number' && schema > EVENT_SCHEMA) this.#newer ??= `${EVENTS}/${name}`;
		return v.is(EventSchema, data) && data.id === id ? data : null;
	}

	async #putAside(name: string): Promise<void> {
		if (this.#guard === null) {
			this.setAside.push(this.#join(name));
			return;
		}
		const target = join(this.path, SET_ASIDE, `${newId()}-${name}`);
		await this.#files.makeFolder(join(this.path, SET_ASIDE));
		await this.#files.rename(this.#join(name), target);
		for (const folder of [SET_ASIDE, EVENTS, '.']) await this.#files.syncFolder(join(this.path, folder));
		this.setAside.push(target);
	}

	async #copyAside(id: string, name: string): Promise<void> {
		const target = join(this.path, SET_ASIDE, `${id}-${name}`);
		const bytes = await this.#files.read(this.#join(id, name));
		if (bytes === null || this.#files.isThere(target)) return;
		try {
			await this.#files.makeFolder(join(this.path, SET_ASIDE));
			await putFile(this.#files, target, bytes);
		} catch (error) {
			if (!hasNoRoom(error)) throw error;
		}
	}

	/** Deletes what a killed process left half written. */
	async #sweep(folder: string, name: string): Promise<void> {
		if (this.#guard === null) return;
		if (isHalfMade(name)) await this.#files.remove(join(folder, name));
	}
}

function isDamaged({ file }: Damage): Error {
	return Object.assign(new Error('damaged'), { code: 'DAMAGED', detail: { name: file } });
}

function parse(bytes: Buffer | null): unknown {
	try {
		return bytes === null ? null : JSON.parse(bytes.toString('utf8'));
	} catch {
		return null;
	}
}

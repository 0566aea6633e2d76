import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import * as v from 'valibot';
import { EVENT_SCHEMA, EventSchema, fail, isEventId, ok, type Event, type Result } from '#lib/model/index.ts';
import type { Documents } from './documents.ts';
import { DurableFile, temporaryOwner, writeDurably, type WriteDurably } from './durable-file.ts';
import { nodeFiles } from './files/node-files.ts';
import { codeOf } from './files/files.ts';
import { Lock, takeLock } from './lock/lock.ts';
import { newId } from './ulid.ts';

const MARKER = 'LATERAL.json';
const EVENTS = 'events';
const SET_ASIDE = 'set-aside';

/** Bumped when the folder's layout changes. */
const STORE_SCHEMA = 1;

/** Milliseconds in which a file system may give two changes the same time. */
const CLOCK_TICK = 100;

/** What a mounted volume, a file manager or a start that was cut off leaves in an otherwise empty folder. */
const NOT_CONTENT = /^(\.|lost\+found$|lock$)/;

const MarkerSchema = v.object({
	format: v.literal('lateral-store'),
	schema: v.number(),
	store: v.string(),
	createdAt: v.string(),
	/** Samples that were put in place once; one that a person threw away does not come back. */
	samples: v.array(v.string())
});
type Marker = v.InferOutput<typeof MarkerSchema>;

/** A folder is held by one process that writes; any number may read beside it. */
export type Access = 'read' | 'write';

/** One JSON file an event in a folder of ours, each behind its own lowdb document. */
export class Folder implements Documents {
	readonly path: string;
	/** Files that could not be read and were moved out of the way, by their new path. */
	readonly setAside: string[] = [];
	readonly #marker: Low<Marker>;
	readonly #write: WriteDurably;
	/** Null where the folder is only read. */
	readonly #lock: Lock | null;
	readonly #known = new Set<string>();
	#seen = -1;
	#newer: string | undefined;

	constructor(path: string, marker: Low<Marker>, write: WriteDurably, lock: Lock | null) {
		this.path = path;
		this.#marker = marker;
		this.#write = write;
		this.#lock = lock;
	}

	/** Lets another process have the folder. */
	async close(): Promise<void> {
		await this.#lock?.release();
	}

	/** Throws where nothing may be written: the folder is only read, or another process has taken it over. */
	#check(): void {
		if (this.#lock === null) throw Object.assign(new Error('opened to read'), { code: 'EROFS' });
		this.#lock.check();
	}

	get samples(): readonly string[] {
		return this.#marker.data.samples;
	}

	async rememberSample(name: string): Promise<void> {
		await this.#marker.update((marker) => marker.samples.push(name));
	}

	/** Name of the first file that a newer Lateral wrote, which this one must not touch. */
	get newer(): string | undefined {
		return this.#newer;
	}

	async arrivals(): Promise<Event[]> {
		const folder = join(this.path, EVENTS);
		const { mtimeMs } = await stat(folder);
		if (mtimeMs === this.#seen) return [];
		// A file that comes within the clock's tick of this reading would not change the time again.
		this.#seen = Date.now() - mtimeMs > CLOCK_TICK ? mtimeMs : -1;
		const arrived: Event[] = [];
		for (const file of (await readdir(folder)).sort()) {
			const id = file.endsWith('.json') ? file.slice(0, -'.json'.length) : '';
			if (!isEventId(id) || this.#known.has(id)) continue;
			const event = await this.#read(id);
			if (event === null) continue;
			this.#known.add(id);
			arrived.push(event);
		}
		return arrived;
	}

	async write(event: Event): Promise<void> {
		this.#check();
		const isNew = !this.#known.has(event.id);
		this.#known.add(event.id);
		try {
			await this.#document(event.id, event).write();
		} catch (error) {
			if (isNew) this.#known.delete(event.id);
			throw error;
		}
		// Nobody may be told of a change that a holder who came meanwhile has not read.
		this.#check();
	}

	async probe(): Promise<void> {
		this.#check();
		const path = join(this.path, '.probe');
		await this.#write(path, 'ok\n');
		await rm(path, { force: true });
	}

	#document(id: string, data: Event | null): Low<Event | null> {
		return new Low(new DurableFile<Event | null>(join(this.path, EVENTS, `${id}.json`), this.#write), data);
	}

	async #read(id: string): Promise<Event | null> {
		const document = this.#document(id, null);
		try {
			await document.read();
		} catch (error) {
			if (!(error instanceof SyntaxError)) throw error;
		}
		const data: unknown = document.data;
		const schema = (data as { schema?: unknown } | null)?.schema;
		if (typeof schema === 'number' && schema > EVENT_SCHEMA) {
			this.#newer ??= `${EVENTS}/${id}.json`;
			return null;
		}
		if (v.is(EventSchema, data) && data.id === id) return data;
		if (this.#lock !== null) await this.#putAside(`${id}.json`);
		return null;
	}

	async #putAside(file: string): Promise<void> {
		await mkdir(join(this.path, SET_ASIDE), { recursive: true });
		const target = join(this.path, SET_ASIDE, `${newId()}-${file}`);
		await rename(join(this.path, EVENTS, file), target);
		this.setAside.push(target);
	}
}

/**
 * Opens a folder as a store's, making it when it is absent or empty, and holds it against other processes. Refuses
 * one that holds anything else: a wrong path, or a volume that is not mounted, must not look like a new installation.
 */
export async function openFolder(
	path: string,
	write: WriteDurably = writeDurably,
	access: Access = 'write'
): Promise<Result<Folder>> {
	try {
		await mkdir(path, { recursive: true });
		if (await isForeign(path)) return fail('store_foreign', { name: path });
		if (access === 'read') return await openHeld(path, write, null);
		const lock = await takeLock(nodeFiles, path);
		if (!(lock instanceof Lock)) return fail('store_in_use', { name: path, ...lock });
		const opened = await openHeld(path, write, lock);
		if (!opened.ok) await lock.release();
		return opened;
	} catch (error) {
		if (UNWRITABLE.has(codeOf(error))) return fail('store_read_only', { name: path });
		if (NO_ROOM.has(codeOf(error))) return fail('storage_full');
		throw error;
	}
}

const UNWRITABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST']);
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT']);

async function isForeign(path: string): Promise<boolean> {
	const entries = (await readdir(path)).filter((name) => !NOT_CONTENT.test(name));
	return entries.length > 0 && !entries.includes(MARKER);
}

async function openHeld(path: string, write: WriteDurably, lock: Lock | null): Promise<Result<Folder>> {
	const marker = new Low<Marker>(new DurableFile<Marker>(join(path, MARKER), write), newMarker());
	await mkdir(join(path, EVENTS), { recursive: true });
	if (!(await readdir(path)).includes(MARKER)) {
		await marker.write();
	} else {
		try {
			await marker.read();
		} catch (error) {
			if (!(error instanceof SyntaxError)) throw error;
			return fail('store_damaged', { name: join(path, MARKER) });
		}
		const schema: unknown = (marker.data as Marker | null)?.schema;
		if (typeof schema === 'number' && schema > STORE_SCHEMA) return fail('schema_newer', { name: path });
		if (!v.is(MarkerSchema, marker.data)) return fail('store_damaged', { name: join(path, MARKER) });
	}
	if (lock !== null) for (const folder of [path, join(path, EVENTS)]) await sweep(folder);
	return ok(new Folder(path, marker, write, lock));
}

function newMarker(): Marker {
	return {
		format: 'lateral-store',
		schema: STORE_SCHEMA,
		store: newId(),
		createdAt: new Date().toISOString(),
		samples: []
	};
}

/** Deletes what a killed process left half written; a living one may still be at work on its own. */
async function sweep(folder: string): Promise<void> {
	for (const file of await readdir(folder)) {
		const owner = temporaryOwner(file);
		if (owner !== null && (owner === process.pid || !isAlive(owner)))
			await rm(join(folder, file), { force: true });
	}
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { codeOf, type Files } from '../files/files.ts';
import { realProcesses, type Identity, type Processes } from './process.ts';

const FOLDER = 'lock';
const NAME = /^\d{10}\.json$/;

/** Milliseconds between two signs of life. */
const BEAT = 2_000;

/** Milliseconds without a sign of life after which a holder that cannot be asked counts as gone. */
const STALE = 10_000;

/** Milliseconds in which a holder that has just made its file will have written it. */
const WRITING = 1_000;
const RETRY = 25;

type Note = Identity & { epoch: number; since: string; released: boolean };

/** Thrown by `Lock.check` when another process has taken the folder over, or its lock is gone. */
export class Fenced extends Error {
	readonly code = 'FENCED';
}

/** Whose a folder is when it cannot be had; both unknown where the holder had no time to say. */
export type Held = { pid?: number; host?: string };

/**
 * A hold on a folder. Each holder makes a file with the next higher number, which only one can; the highest number
 * is the holder's, so a stale lock is never removed under somebody who has just taken it. A holder that was stopped
 * and passed over finds a higher number at its next check, before and after each write.
 *
 * A lock folder that is removed and made anew, as `proper-lockfile` does it, lets two starters in who both found it
 * stale.
 */
export class Lock {
	readonly epoch: number;
	/** Whether the holder before let nothing be heard and may yet live: stopped, or on another machine. */
	readonly isContested: boolean;
	readonly #files: Files;
	readonly #own: string;
	readonly #next: string;
	readonly #note: Note;
	readonly #beat: NodeJS.Timeout;

	constructor(files: Files, folder: string, note: Note, isContested: boolean) {
		this.epoch = note.epoch;
		this.isContested = isContested;
		this.#files = files;
		this.#own = pathOf(folder, note.epoch);
		this.#next = pathOf(folder, note.epoch + 1);
		this.#note = note;
		this.#beat = setInterval(() => void this.#files.touch(this.#own).catch(() => undefined), BEAT).unref();
	}

	/** Throws when the folder is another's now. */
	check(): void {
		if (this.#files.isThere(this.#next) || !this.#files.isThere(this.#own))
			throw new Fenced('the lock was lost');
	}

	/** Lets go, so that the next start need not find out whether this process still lives. */
	async release(): Promise<void> {
		clearInterval(this.#beat);
		try {
			const file = await this.#files.open(this.#own);
			try {
				await file.write(encode({ ...this.#note, released: true }), 0);
			} finally {
				await file.close();
			}
		} catch (error) {
			if (codeOf(error) !== 'ENOENT') throw error;
		}
	}
}

/** Takes a folder for this process, or says who has it. Rejects when the folder cannot be written to. */
export async function takeLock(
	files: Files,
	folder: string,
	processes: Processes = realProcesses
): Promise<Lock | Held> {
	await files.makeFolder(join(folder, FOLDER));
	for (const from = processes.now(); ;) {
		const last = await highest(files, folder);
		let isContested = false;
		if (last > 0) {
			const { note, age } = await look(files, pathOf(folder, last), processes);
			if (note === null && age < WRITING) {
				if (processes.now() - from > WRITING) return {};
				await wait(RETRY);
				continue;
			}
			if (note !== null && isHeld(note, age, processes)) return { pid: note.pid, host: note.host };
			isContested = note === null || mayLive(note, processes);
		}
		const since = new Date(processes.now()).toISOString();
		const note: Note = { ...processes.own, epoch: last + 1, since, released: false };
		if (!(await claim(files, folder, note))) continue;
		for (let old = last; old > 0 && files.isThere(pathOf(folder, old)); old--)
			await files.remove(pathOf(folder, old));
		return new Lock(files, folder, note, isContested);
	}
}

async function highest(files: Files, folder: string): Promise<number> {
	const names = (await files.list(join(folder, FOLDER))) ?? [];
	return Number.parseInt(names.filter((name) => NAME.test(name)).at(-1) ?? '0', 10);
}

async function look(
	files: Files,
	path: string,
	{ now }: Processes
): Promise<{ note: Note | null; age: number }> {
	const [bytes, stat] = [await files.read(path), await files.stat(path)];
	return { note: bytes === null ? null : decode(bytes), age: stat === null ? 0 : now() - stat.changed };
}

function isHeld(note: Note, age: number, processes: Processes): boolean {
	return age < STALE && mayLive(note, processes);
}

/** Whether a holder that did not let go lives, as far as can be seen from here. */
function mayLive(note: Note, { own, isAlive }: Processes): boolean {
	if (note.released) return false;
	const isNear = note.host === own.host && note.boot === own.boot && note.space === own.space;
	return !isNear || isAlive(note);
}

/** Makes the holder's file; false when another was quicker. */
async function claim(files: Files, folder: string, note: Note): Promise<boolean> {
	try {
		const file = await files.create(pathOf(folder, note.epoch));
		try {
			await file.write(encode(note), 0);
			await file.sync();
		} finally {
			await file.close();
		}
		await files.syncFolder(join(folder, FOLDER));
		return true;
	} catch (error) {
		if (codeOf(error) === 'EEXIST') return false;
		throw error;
	}
}

function pathOf(folder: string, epoch: number): string {
	return join(folder, FOLDER, `${String(epoch).padStart(10, '0')}.json`);
}

/** `released` comes last, and `true` is one letter shorter: the blank after it keeps the length. */
function encode(note: Note): Buffer {
	return Buffer.from(`${JSON.stringify(note)}${note.released ? ' ' : ''}\n`);
}

function decode(bytes: Buffer): Note | null {
	try {
		const note = JSON.parse(bytes.toString('utf8')) as Partial<Note> | null;
		return typeof note?.pid === 'number' && typeof note.host === 'string' ? (note as Note) : null;
	} catch {
		return null;
	}
}

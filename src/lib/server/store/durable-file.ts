import { randomBytes } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Adapter } from 'lowdb';

/** Puts a text on disk so that it survives a power cut, or leaves what was there before. */
export type WriteDurably = (path: string, text: string) => Promise<void>;

/** `.name.<pid>.<random>.tmp`: the process id says whether a leftover still has a writer. */
const TEMPORARY = /^\..+\.(\d+)\.[0-9a-f]{12}\.tmp$/;

/** The process that a temporary file belongs to, or null when the file is not one of ours. */
export function temporaryOwner(file: string): number | null {
	const [, pid] = TEMPORARY.exec(file) ?? [];
	return pid === undefined ? null : Number(pid);
}

/**
 * Writes a temporary file, syncs it, renames it over the old one and syncs the folder. lowdb's stock adapter
 * renames without a sync, so a power cut may leave an empty file behind an acknowledged write.
 */
export const writeDurably: WriteDurably = async (path, text) => {
	const folder = dirname(path);
	const suffix = `${process.pid}.${randomBytes(6).toString('hex')}.tmp`;
	const temporary = join(folder, `.${basename(path)}.${suffix}`);
	try {
		const file = await open(temporary, 'wx');
		try {
			await file.writeFile(text, 'utf8');
			await file.sync();
		} finally {
			await file.close();
		}
		await rename(temporary, path);
	} catch (error) {
		await rm(temporary, { force: true });
		throw error;
	}
	await syncFolder(folder);
};

/** Makes a rename inside a folder durable. Windows cannot open a folder, and needs no such sync. */
async function syncFolder(folder: string): Promise<void> {
	if (process.platform === 'win32') return;
	const handle = await open(folder, 'r');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/** A lowdb adapter over one JSON file with durable writes. */
export class DurableFile<T> implements Adapter<T> {
	readonly #path: string;
	readonly #write: WriteDurably;

	constructor(path: string, write: WriteDurably = writeDurably) {
		this.#path = path;
		this.#write = write;
	}

	/** The file's content, or null when there is no file. Throws a SyntaxError when it is not JSON. */
	async read(): Promise<T | null> {
		try {
			return JSON.parse(await readFile(this.#path, 'utf8')) as T;
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
			throw error;
		}
	}

	async write(data: T): Promise<void> {
		await this.#write(this.#path, JSON.stringify(data) + '\n');
	}
}

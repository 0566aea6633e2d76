import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes, type FileHandle } from 'node:fs/promises';
import { codeOf, type Entry, type Files, type OpenFile } from './files.ts';

/** The disk of this machine. */
export const nodeFiles: Files = {
	read: (path) => orNull(readFile(path)),
	list: async (path) => (await orNull(readdir(path)))?.sort() ?? null,
	stat: async (path) => {
		const found = await orNull(stat(path));
		if (found === null) return null;
		const kind: Entry['kind'] = found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
		return { kind, size: found.size, changed: found.mtimeMs };
	},
	isThere: existsSync,
	makeFolder: async (path) => void (await mkdir(path, { recursive: true })),
	create: async (path) => new NodeFile(await open(path, 'wx+')),
	open: async (path) => new NodeFile(await open(path, 'r+')),
	rename,
	remove: (path) => rm(path, { recursive: true, force: true, maxRetries: 3 }),
	touch: async (path) => {
		const now = new Date();
		await utimes(path, now, now);
	},
	syncFolder: async (path) => {
		// Windows cannot open a folder, and needs no such sync.
		if (process.platform === 'win32') return;
		const handle = await open(path, 'r');
		try {
			await handle.sync();
		} finally {
			await handle.close();
		}
	}
};

class NodeFile implements OpenFile {
	readonly #handle: FileHandle;

	constructor(handle: FileHandle) {
		this.#handle = handle;
	}

	async write(bytes: Uint8Array, at: number): Promise<void> {
		for (let done = 0; done < bytes.length;) {
			const { bytesWritten } = await this.#handle.write(bytes, done, bytes.length - done, at + done);
			done += bytesWritten;
		}
	}

	truncate(length: number): Promise<void> {
		return this.#handle.truncate(length);
	}

	sync(): Promise<void> {
		return this.#handle.datasync();
	}

	close(): Promise<void> {
		return this.#handle.close();
	}
}

async function orNull<T>(found: Promise<T>): Promise<T | null> {
	try {
		return await found;
	} catch (error) {
		if (codeOf(error) === 'ENOENT') return null;
		throw error;
	}
}

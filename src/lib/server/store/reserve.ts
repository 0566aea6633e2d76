import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { hasNoRoom, type Files } from './files/files.ts';

/** Room that a server holds back, in bytes: enough for a snapshot of a large event. */
export const RESERVE = 8 * 1024 * 1024;

const NAME = '.reserve';
/** Written in pieces, and not of zeros: a disk that packs what it keeps would hold nothing back. */
const PIECE = 256 * 1024;

/**
 * A file that only takes up room, so that on a full disk there is some to be had: without it nobody could delete
 * anything, since that is written down too.
 */
export class Reserve {
	readonly #files: Files;
	readonly #path: string;
	readonly #size: number;

	/** A reserve of `size` bytes in a folder; of 0, none is held. */
	constructor(files: Files, folder: string, size: number) {
		this.#files = files;
		this.#path = join(folder, NAME);
		this.#size = size;
	}

	/** Holds the room back from now on, where there is so much; a disk without is no failure. */
	async hold(): Promise<void> {
		if (this.#size === 0 || (await this.#files.stat(this.#path))?.size === this.#size) return;
		try {
			await this.#files.remove(this.#path);
			const file = await this.#files.create(this.#path);
			try {
				for (let at = 0; at < this.#size; at += PIECE)
					await file.write(randomBytes(Math.min(PIECE, this.#size - at)), at);
				await file.sync();
			} finally {
				await file.close();
			}
		} catch (error) {
			await this.#files.remove(this.#path).catch(() => undefined);
			if (!hasNoRoom(error)) throw error;
		}
	}

	/** Gives the room free; whether there was any. */
	async release(): Promise<boolean> {
		if (!this.#files.isThere(this.#path)) return false;
		await this.#files.remove(this.#path);
		return true;
	}
}

/** A file that is open for writing at places of one's choice. */
export interface OpenFile {
	/** Resolves when all bytes lie at `at`; they survive a crash of the machine only after `sync`. */
	write(bytes: Uint8Array, at: number): Promise<void>;
	truncate(length: number): Promise<void>;
	sync(): Promise<void>;
	close(): Promise<void>;
}

export type Entry = { kind: 'file' | 'folder' | 'other'; size: number; changed: number };

/**
 * All that the store asks of a disk. A second implementation in memory drops what was not synced, so that a power
 * cut can be tried at every step.
 */
export interface Files {
	/** The whole content; null when there is no such file. */
	read(path: string): Promise<Buffer | null>;
	/** Names in a folder, sorted; null when there is no such folder. */
	list(path: string): Promise<string[] | null>;
	stat(path: string): Promise<Entry | null>;
	/** Whether there is a file: at once, for the check before each write. */
	isThere(path: string): boolean;
	/** Makes a folder and those above it; one that is there already is fine. */
	makeFolder(path: string): Promise<void>;
	/** Makes a new file; rejects with `EEXIST` when there is one. */
	create(path: string): Promise<OpenFile>;
	/** Opens a file that is there. */
	open(path: string): Promise<OpenFile>;
	rename(from: string, to: string): Promise<void>;
	/** Takes a file or a whole folder away; one that is not there is fine. */
	remove(path: string): Promise<void>;
	/** Sets a file's time of change to now. */
	touch(path: string): Promise<void>;
	/** Makes what was created, renamed and removed inside a folder survive a crash of the machine. */
	syncFolder(path: string): Promise<void>;
}

/** The code of a system error (`ENOSPC`), or an empty text. */
export function codeOf(error: unknown): string {
	const code = (error as { code?: unknown } | null)?.code;
	return typeof code === 'string' ? code : '';
}

/** Whether an error says that the disk is full, or this user's share of it. */
export function hasNoRoom(error: unknown): boolean {
	return codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT';
}

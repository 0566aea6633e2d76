import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { Files } from './files.ts';

/** `.name.<pid>.<random>.tmp`: the process id says whether a leftover still has a writer. */
const TEMPORARY = /^\..+\.(\d+)\.[0-9a-f]{12}\.tmp$/;

/** The process that a temporary file belongs to, or null when the file is not one of ours. */
export function temporaryOwner(file: string): number | null {
	const [, pid] = TEMPORARY.exec(file) ?? [];
	return pid === undefined ? null : Number(pid);
}

/**
 * Puts a file in its place so that it survives a power cut, or leaves what was there before: a temporary file is
 * written, synced, read again and renamed, and the folder synced. lowdb's stock adapter renames without a sync, so
 * a power cut may leave an empty file behind an acknowledged write. `check` may throw before the old file goes.
 */
export async function putFile(
	files: Files,
	path: string,
	bytes: Buffer,
	check: () => void = () => undefined
): Promise<void> {
	const folder = dirname(path);
	const temporary = join(folder, `.${basename(path)}.${process.pid}.${randomBytes(6).toString('hex')}.tmp`);
	try {
		await newFile(files, temporary, bytes);
		check();
		await files.rename(temporary, path);
	} catch (error) {
		await files.remove(temporary).catch(() => undefined);
		throw error;
	}
	await files.syncFolder(folder);
}

/** Makes a new file with its content on disk; its name is only there for good once the folder is synced. */
export async function newFile(files: Files, path: string, bytes: Buffer): Promise<void> {
	const file = await files.create(path);
	try {
		await file.write(bytes, 0);
		await file.sync();
	} finally {
		await file.close();
	}
	const kept = await files.read(path);
	if (kept === null || !kept.equals(bytes))
		throw Object.assign(new Error('what was written does not read back'), { code: 'EIO' });
}

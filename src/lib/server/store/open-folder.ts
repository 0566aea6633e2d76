import { dirname, join, resolve } from 'node:path';
import { fail, ok, type Result } from '#lib/model/index.ts';
import { codeOf, hasNoRoom, type Files } from './files/files.ts';
import { nodeFiles } from './files/node-files.ts';
import { temporaryOwner } from './files/put-file.ts';
import { EVENTS, Folder } from './folder.ts';
import { Lock, takeLock } from './lock/lock.ts';
import type { Processes } from './lock/process.ts';
import { MARKER, readMarker, STORE_SCHEMA } from './marker.ts';

/** What a mounted volume, a file manager or a start that was cut off leaves in an otherwise empty folder. */
const NOT_CONTENT = /^(\.|lost\+found$|lock$)/;

/** A folder is held by one process that writes; any number may read beside it. */
export type Access = 'read' | 'write';

/** `reserve` is the room held back for a full disk, in bytes; none is unless it is asked for. */
export type FolderOptions = { files?: Files; access?: Access; processes?: Processes; reserve?: number };

/**
 * Opens a folder as a store's, making it when it is absent or empty, and holds it against other processes. Refuses
 * one that holds anything else: a wrong path, or a volume that is not mounted, must not look like a new installation.
 */
export async function openFolder(
	path: string,
	{ files = nodeFiles, access = 'write', processes, reserve }: FolderOptions = {}
): Promise<Result<Folder>> {
	try {
		if (await isForeign(files, path)) return fail('store_foreign', { name: path });
		if (access === 'read') return await openHeld(files, path, null);
		await makeForGood(files, path);
		const lock = await takeLock(files, path, processes);
		if (!(lock instanceof Lock)) return fail('store_in_use', { name: path, ...lock });
		try {
			const opened = await openHeld(files, path, lock, reserve);
			if (!opened.ok) await lock.release();
			return opened;
		} catch (error) {
			await lock.release().catch(() => undefined);
			throw error;
		}
	} catch (error) {
		if (UNWRITABLE.has(codeOf(error))) return fail('store_read_only', { name: path });
		if (hasNoRoom(error)) return fail('storage_full');
		throw error;
	}
}

const UNWRITABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST']);

/** Makes a folder, with those above it where they are absent, and sees that their names survive a power cut. */
async function makeForGood(files: Files, path: string): Promise<void> {
	let top = resolve(path);
	while (!files.isThere(dirname(top)) && dirname(top) !== top) top = dirname(top);
	await files.makeFolder(path);
	for (let folder = resolve(path); ; folder = dirname(folder)) {
		try {
			await files.syncFolder(dirname(folder));
		} catch (error) {
			// A volume's parent may be another's: its name there was not made by us.
			if (!/^(EACCES|EPERM|ENOENT)$/.test(codeOf(error))) throw error;
		}
		if (folder === top || dirname(folder) === folder) return;
	}
}

async function isForeign(files: Files, path: string): Promise<boolean> {
	const entries = ((await files.list(path)) ?? []).filter(
		(name) => !NOT_CONTENT.test(name) && temporaryOwner(name) === null
	);
	return entries.length > 0 && !entries.includes(MARKER);
}

async function openHeld(
	files: Files,
	path: string,
	lock: Lock | null,
	reserve?: number
): Promise<Result<Folder>> {
	const marker = await readMarker(files, path);
	if (!marker.ok) return marker;
	if (lock === null) return ok(new Folder(path, files, marker.value, null));
	for (const name of (await files.list(path)) ?? []) {
		const owner = temporaryOwner(name);
		// A living process may still be at work on its own: a passcode can be set beside a server.
		if (owner !== null && (owner === process.pid || !isAlive(owner))) await files.remove(join(path, name));
	}
	// Before the first event moves: from then on an older Lateral must leave the folder alone.
	if (marker.value.data.schema < STORE_SCHEMA) {
		marker.value.data.schema = STORE_SCHEMA;
		await marker.value.write();
	}
	// After the marker: a folder of events without it would be taken for somebody else's.
	await files.makeFolder(join(path, EVENTS));
	await files.syncFolder(path);
	return ok(new Folder(path, files, marker.value, lock, reserve));
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return codeOf(error) === 'EPERM';
	}
}

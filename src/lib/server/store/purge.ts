import { basename, dirname, join } from 'node:path';
import type { Files } from './files/files.ts';
import { temporaryOwner } from './files/put-file.ts';

/** Where damaged files go. */
export const SET_ASIDE = 'set-aside';

/** In an event's folder: nothing but its state as it is may stay there. It outlives a crash before that is so. */
export const PURGE = '.purge';

const ERASED = '.erased';

/** Whether a name is of something half written, or half taken away. */
export function isHalfMade(name: string): boolean {
	return temporaryOwner(name) !== null || name.endsWith('.new') || name.endsWith(ERASED);
}

/** Takes an event's folder away, whole or not at all: a crash in the middle leaves what the next start clears. */
export async function eraseFolder(files: Files, path: string): Promise<void> {
	const parent = dirname(path);
	const erased = join(parent, `.${basename(path)}${ERASED}`);
	// A try before this one may have failed after it.
	if (files.isThere(path)) await files.rename(path, erased);
	await files.syncFolder(parent);
	await files.remove(erased);
	await files.syncFolder(parent);
}

/** Takes away what was set aside of an event. */
export async function eraseSetAside(files: Files, root: string, event: string): Promise<void> {
	const folder = join(root, SET_ASIDE);
	const names = ((await files.list(folder)) ?? []).filter((name) => name.includes(event));
	if (names.length === 0) return;
	for (const name of names) await files.remove(join(folder, name));
	await files.syncFolder(folder);
}

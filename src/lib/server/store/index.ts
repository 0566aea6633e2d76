import { fail, ok, type Result } from '#lib/model/index.ts';
import { memoryDocuments } from './documents.ts';
import { EventStore } from './event-store.ts';
import type { Damage, Folder } from './folder.ts';
import { openFolder, type FolderOptions } from './open-folder.ts';
import type { Store } from './store.ts';

export { copyStore } from './copy.ts';
export { MARKER } from './marker.ts';
export { RESERVE } from './reserve.ts';
export { isStale } from './stale.ts';
export type { AccountChange, EventDraft, NewEdition, Reviewed, Store } from './store.ts';
export { newId } from './ulid.ts';

/** A store over a folder, with what only a folder knows. */
export class FolderStore extends EventStore {
	readonly #folder: Folder;

	constructor(folder: Folder, now?: () => number) {
		super(folder, now);
		this.#folder = folder;
	}

	/** Paths of events that could not be read at all, as they are named since they were moved aside. */
	get setAside(): readonly string[] {
		return this.#folder.setAside;
	}

	/** Files that were not as they were written; nothing was lost with them, and copies are set aside. */
	get mended(): readonly string[] {
		return this.#folder.mended;
	}

	/** Events of which a part is damaged: they can be read, and not changed. */
	get damaged(): ReadonlyMap<string, Damage> {
		return this.#folder.damaged;
	}

	/** Resolves when the disk did not keep what it took: nothing is written from then on. */
	get broken(): Promise<void> {
		return this.#folder.broken;
	}

	/** Names of the samples that were put in place once. */
	get samples(): readonly string[] {
		return this.#folder.samples;
	}

	/** Gives each event a new snapshot, and keeps only that where `kept` is 1. */
	compact(kept?: number): Promise<void> {
		return this.#folder.compact(kept);
	}

	rememberSample(name: string): Promise<void> {
		return this.#folder.rememberSample(name);
	}
}

/**
 * Opens the store in a folder: makes it when absent or empty; refuses a folder of something else
 * (`store_foreign`), one that another process has open (`store_in_use`), one of a newer Lateral (`schema_newer`) and one whose marker is broken (`store_damaged`).
 * An event that cannot be read is moved aside and named in `setAside`; one that is whole up to some change can be
 * read and not changed, and is in `damaged`.
 */
export async function openStore(
	path: string,
	options: FolderOptions & { now?: () => number } = {}
): Promise<Result<FolderStore>> {
	const folder = await openFolder(path, options);
	if (!folder.ok) return folder;
	const store = new FolderStore(folder.value, options.now);
	await store.list();
	const { newer } = folder.value;
	if (newer === undefined) {
		if (options.access !== 'read') await store.holdRoom();
		return ok(store);
	}
	await store.close();
	return fail('schema_newer', { name: newer });
}

/** A store that forgets everything when the process ends, for tests. */
export function memoryStore(now?: () => number): Store {
	return new EventStore(memoryDocuments(), now);
}

/**
 * The one store of this server. It hangs on the process, not on this module: the development server loads
 * modules anew after an edit, and two stores over one folder would overwrite each other.
 */
const SHARED = Symbol.for('lateral.store');
const shared = globalThis as { [SHARED]?: Store | null };

/** The store that this server keeps its events in. Throws before the server has opened it. */
export function getStore(): Store {
	const store = shared[SHARED] ?? null;
	if (store === null)
		throw new Error('The store is not open yet: call useStore() first, as hooks/init.ts does.');
	return store;
}

/** Makes a store the server's; `null` takes it away. */
export function useStore(store: Store | null): void {
	shared[SHARED] = store;
}

import type { Event } from '#lib/model/index.ts';

/** Where whole events are put and found again; what an event may become is the store's business. */
export interface Documents {
	/** Every event that is there. Asked once, before anything else. */
	load(): Promise<readonly Event[]>;
	/**
	 * Puts an event in the place of what it was (null where it is new) and resolves when it is on disk. Writes may
	 * follow each other without waiting, each on the one before; where one fails, those on it fail too.
	 */
	write(event: Event, before: Event | null): Promise<void>;
	/** From now on, and after a crash too, `scrub` is due: the event's next state is to leave nothing of those before. */
	markForScrub(id: string): Promise<void>;
	/** Resolves when nothing is kept of an event but its state as it is. */
	scrub(id: string): Promise<void>;
	/** Ids of events for which `scrub` is due and was not carried out. */
	unscrubbed(): readonly string[];
	/** Takes an event away; resolves when nothing of it is kept. */
	erase(id: string): Promise<void>;
	/** Gives room free that was held back for a full disk; whether there was any. */
	makeRoom(): Promise<boolean>;
	/** Holds such room back again, where there is enough. */
	holdRoom(): Promise<void>;
	/** Resolves when a write would succeed. */
	probe(): Promise<void>;
	/** Resolves when all that was asked for has ended. */
	close(): Promise<void>;
}

/** Documents that live as long as the process, for tests. */
export function memoryDocuments(): Documents {
	return {
		load: () => Promise.resolve([]),
		write: () => Promise.resolve(),
		markForScrub: () => Promise.resolve(),
		scrub: () => Promise.resolve(),
		unscrubbed: () => [],
		erase: () => Promise.resolve(),
		makeRoom: () => Promise.resolve(false),
		holdRoom: () => Promise.resolve(),
		probe: () => Promise.resolve(),
		close: () => Promise.resolve()
	};
}

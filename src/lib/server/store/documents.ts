import type { Event } from '#lib/model/index.ts';

/** Where whole events are put and found again; what an event may become is the store's business. */
export interface Documents {
	/** Events that came since the last call: all of them at first, later those that another process added. */
	arrivals(): Promise<readonly Event[]>;
	/** Resolves when the event is on disk; rejects and leaves the old one when it could not be put there. */
	write(event: Event): Promise<void>;
	/** Resolves when a write would succeed. */
	probe(): Promise<void>;
}

/** Documents that live as long as the process, for tests. */
export function memoryDocuments(): Documents {
	return {
		arrivals: () => Promise.resolve([]),
		write: () => Promise.resolve(),
		probe: () => Promise.resolve()
	};
}

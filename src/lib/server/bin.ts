import { keptUntil, removedAt, type EventId } from '#lib/model/index.ts';
import type { Role } from './access/roles.ts';
import { asSeenBy } from './event-index.ts';
import { compareStale } from './jobs/index.ts';
import { log } from './log.ts';
import { getStore, type Store } from './store/index.ts';
import { stackOf } from './stack.ts';

/** An event that was deleted. */
export type BinnedEvent = {
	id: string;
	title: string;
	accounts: number;
	deletedAt: string;
	/** When it goes for good. */
	keptUntil: string;
};

/** An account that was taken out of an event that is still there. */
export type BinnedAccount = {
	id: string;
	event: { id: string; title: string };
	source: string;
	title: string;
	removedAt: string;
	keptUntil: string;
};

/** What lies in the bin, as whoever asks may see it; what was deleted last comes first. */
export async function binContents(
	role: Role | null
): Promise<{ events: BinnedEvent[]; accounts: BinnedAccount[] }> {
	const seen = (event: Parameters<typeof asSeenBy>[0]) => asSeenBy(event, role);
	const events = (await getStore().bin()).map(seen).map(({ id, title, accounts, deletedAt = '' }) => ({
		id,
		title,
		accounts: accounts.length,
		deletedAt,
		keptUntil: keptUntil(deletedAt)
	}));
	const accounts = (await getStore().list()).map(seen).flatMap((event) =>
		event.removed.map((account) => ({
			id: account.id,
			event: { id: event.id, title: event.title },
			source: account.source.name,
			title: account.title,
			removedAt: removedAt(account, event),
			keptUntil: keptUntil(removedAt(account, event))
		}))
	);
	return { events, accounts: accounts.sort((a, b) => (a.removedAt < b.removedAt ? 1 : -1)) };
}

/**
 * Deletes something in the bin for good: an event, or an account that was taken out of it. What quoted it elsewhere
 * is compared anew.
 */
export async function deleteNow(event: EventId, account?: string): ReturnType<Store['purge']> {
	const store = getStore();
	const purged = account === undefined ? await store.purge(event) : await store.purgeAccount(event, account);
	await compareStale();
	return purged.ok ? { ok: true, value: undefined } : purged;
}

/** Milliseconds between two looks into the bin: a laptop that sleeps at night counts none of it. */
const PAUSE = 3_600_000;

/** Deletes what has been in the bin for its time, and says in the log how much that was. */
export async function emptyBin(store: Store): Promise<void> {
	try {
		const { events, accounts, failures } = await store.purgeExpired();
		if (events + accounts > 0)
			log('info', 'deleted for good after its time in the bin', { events, accounts });
		for (const { code } of failures) log('error', 'something in the bin could not be deleted', { code });
		if (events + accounts > 0) await compareStale();
	} catch (error) {
		log('error', 'the bin could not be emptied', { stack: stackOf(error) });
	}
}

/** Empties the bin again and again while the server runs. */
export function keepBinEmpty(store: Store): NodeJS.Timeout {
	return setInterval(() => void emptyBin(store), PAUSE).unref();
}

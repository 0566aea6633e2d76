import { type Event, type EventId, isEventId, withoutDrafts } from '#lib/model/index.ts';
import type { ComparisonIndex } from '#lib/viz/comparison-index.ts';
import { covers, type Role } from './access/roles.ts';
import { indexOf } from './event-views.ts';
import { errorPage } from './failure.ts';
import { getStore } from './store/index.ts';

/** An event as whoever asks may see it: the drafts in it are for those who may edit it. */
export function asSeenBy(event: Event, role: Role | null): Event {
	return role !== null && covers(role, 'editor') ? event : withoutDrafts(event);
}

/** The event with that id as whoever asks may see it; null where there is none. */
export async function findEvent(id: string, role: Role | null): Promise<(Event & { id: EventId }) | null> {
	const event = isEventId(id) ? await getStore().get(id) : null;
	return event && isEventId(event.id) ? (asSeenBy(event, role) as Event & { id: EventId }) : null;
}

/** The event of a page; leaves for the error page where there is none. */
export async function eventOf(id: string, role: Role | null): Promise<Event & { id: EventId }> {
	return (await findEvent(id, role)) ?? errorPage({ code: 'not_found' });
}

/** The event of a page with the look-ups of its comparison; leaves for the error page where there is none. */
export async function eventWithIndex(
	id: string,
	role: Role | null
): Promise<{ event: Event; index: ComparisonIndex | null }> {
	const event = await eventOf(id, role);
	return { event, index: indexOf(event) };
}

/** As `eventWithIndex`, without anybody's drafts: for what counts accounts, and for what leaves the machine. */
export async function publishedWithIndex(id: string): ReturnType<typeof eventWithIndex> {
	return eventWithIndex(id, null);
}

/** The event of a file to take away: drafts go along only where the address asks for them (`drafts=with`). */
export async function takenAway(id: string, url: URL, role: Role | null): ReturnType<typeof eventWithIndex> {
	return eventWithIndex(id, url.searchParams.get('drafts') === 'with' ? role : null);
}

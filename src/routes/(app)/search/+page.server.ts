import { LINE_STATES, SOURCE_KINDS } from '#lib/model/index.ts';
import { asSeenBy } from '#lib/server/event-index.ts';
import { searchEvents } from '#lib/server/search.ts';
import { getStore } from '#lib/server/store/index.ts';
import type { PageServerLoad } from './$types';

/** Searches every event for what the address asks. */
export const load: PageServerLoad = async ({ url, locals }) => {
	const events = (await getStore().list()).map((event) => asSeenBy(event, locals.role));
	const asked = (name: string) => url.searchParams.get(name);
	const kind = SOURCE_KINDS.find((one) => one === asked('kind'));
	const state = LINE_STATES.find((one) => one === asked('state'));
	const event = events.find(({ id }) => id === asked('event'))?.id;
	const filters = { ...(kind ? { kind } : {}), ...(state ? { state } : {}), ...(event ? { event } : {}) };
	return {
		found: searchEvents(events, asked('q') ?? '', filters),
		filters,
		events: events.map(({ id, title }) => ({ id, title }))
	};
};

import { json } from '@sveltejs/kit';
import { eventView } from '#lib/server/api.ts';
import { asSeenBy } from '#lib/server/event-index.ts';
import { getStore } from '#lib/server/store/index.ts';
import type { RequestHandler } from './$types';

/** Every event that is not in the bin, newest change first. */
export const GET: RequestHandler = async ({ locals }) => {
	const events = (await getStore().list()).map((event) => asSeenBy(event, locals.role));
	return json({ events: events.map(eventView) }, { headers: { 'cache-control': 'no-store' } });
};

import { json } from '@sveltejs/kit';
import { addedAccounts, EventInputSchema, eventView, readBody } from '#lib/server/api/index.ts';
import { failJson } from '#lib/server/failure.ts';
import type { EventId } from '#lib/model/index.ts';
import { asSeenBy } from '#lib/server/event-index.ts';
import { getStore } from '#lib/server/store/index.ts';
import { slugify } from '#lib/server/ingest/index.ts';
import { startComparison } from '#lib/server/jobs/index.ts';
import type { RequestHandler } from './$types';

/** Every event that is not in the bin, newest change first. */
export const GET: RequestHandler = async ({ locals }) => {
	const events = (await getStore().list()).map((event) => asSeenBy(event, locals.role));
	return json({ events: events.map(eventView) }, { headers: { 'cache-control': 'no-store' } });
};

/** Makes an event out of accounts, and has it compared. */
export const POST: RequestHandler = async ({ request, locals }) => {
	const input = await readBody(request, EventInputSchema);
	if (!input.ok) return failJson(input.failure, locals.requestId);
	const { title, what, when } = input.value;
	const accounts = addedAccounts(input.value.accounts);
	if (!accounts.ok) return failJson(accounts.failure, locals.requestId);
	const created = await getStore().create({
		name: slugify(title, 'event'),
		title,
		what,
		when,
		accounts: accounts.value,
		comparison: null
	});
	if (!created.ok) return failJson(created.failure, locals.requestId);
	startComparison(created.value.id as EventId);
	const headers = { location: `/api/v1/events/${created.value.id}` };
	return json(eventView(created.value), { status: 201, headers });
};

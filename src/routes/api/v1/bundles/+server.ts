import { json } from '@sveltejs/kit';
import { eventView } from '#lib/server/api/index.ts';
import { bringIn } from '#lib/server/bring-in.ts';
import { failJson } from '#lib/server/failure.ts';
import type { RequestHandler } from './$types';

/** Makes an event out of a bundle, sent as it is. */
export const POST: RequestHandler = async ({ request, locals }) => {
	const brought = await bringIn(new Uint8Array(await request.arrayBuffer()));
	if (!brought.ok) return failJson(brought.failure, locals.requestId);
	const { event, seal } = brought.value;
	const headers = { location: `/api/v1/events/${event.id}` };
	return json({ ...eventView(event), seal }, { status: 201, headers });
};

import { json } from '@sveltejs/kit';
import { isEventId } from '#lib/model/index.ts';
import { eventView } from '#lib/server/api/index.ts';
import { findEvent } from '#lib/server/event-index.ts';
import { failJson } from '#lib/server/failure.ts';
import { getStore } from '#lib/server/store/index.ts';
import type { RequestHandler } from './$types';

/** One event, in the bin or not. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const event = await findEvent(params.id, locals.role);
	if (event === null) return failJson({ code: 'not_found' }, locals.requestId);
	return json(eventView(event), { headers: { 'cache-control': 'no-store' } });
};

/** To the bin. */
export const DELETE: RequestHandler = async ({ params, locals }) => {
	if (!isEventId(params.id)) return failJson({ code: 'not_found' }, locals.requestId);
	const removed = await getStore().remove(params.id);
	return removed.ok ? json(eventView(removed.value)) : failJson(removed.failure, locals.requestId);
};

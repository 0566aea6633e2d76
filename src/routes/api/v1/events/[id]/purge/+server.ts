import { json } from '@sveltejs/kit';
import { isEventId } from '#lib/model/index.ts';
import { deleteNow } from '#lib/server/bin.ts';
import { failJson } from '#lib/server/failure.ts';
import type { RequestHandler } from './$types';

/** Deletes an event that is in the bin, for good and at once. */
export const POST: RequestHandler = async ({ params, locals }) => {
	if (!isEventId(params.id)) return failJson({ code: 'not_found' }, locals.requestId);
	const deleted = await deleteNow(params.id);
	return deleted.ok ? json({ id: params.id }) : failJson(deleted.failure, locals.requestId);
};

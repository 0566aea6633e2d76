import { json } from '@sveltejs/kit';
import { isEventId } from '#lib/model/index.ts';
import { deleteNow } from '#lib/server/bin.ts';
import { failJson } from '#lib/server/failure.ts';
import type { RequestHandler } from './$types';

/** Deletes an account that was taken out of its event, for good and at once. */
export const POST: RequestHandler = async ({ params, locals }) => {
	if (!isEventId(params.id)) return failJson({ code: 'not_found' }, locals.requestId);
	const deleted = await deleteNow(params.id, params.account);
	return deleted.ok ? json({ id: params.account }) : failJson(deleted.failure, locals.requestId);
};

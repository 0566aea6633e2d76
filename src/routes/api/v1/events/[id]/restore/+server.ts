import { json } from '@sveltejs/kit';
import { isEventId } from '#lib/model/index.ts';
import { eventView } from '#lib/server/api/index.ts';
import { failJson } from '#lib/server/failure.ts';
import { getStore } from '#lib/server/store/index.ts';
import type { RequestHandler } from './$types';

/** Back from the bin. */
export const POST: RequestHandler = async ({ params, locals }) => {
	if (!isEventId(params.id)) return failJson({ code: 'not_found' }, locals.requestId);
	const restored = await getStore().restore(params.id);
	return restored.ok ? json(eventView(restored.value)) : failJson(restored.failure, locals.requestId);
};

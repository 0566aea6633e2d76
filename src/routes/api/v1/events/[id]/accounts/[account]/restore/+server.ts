import { json } from '@sveltejs/kit';
import { isEventId } from '#lib/model/index.ts';
import { accountView } from '#lib/server/api/index.ts';
import { failJson } from '#lib/server/failure.ts';
import { startComparison } from '#lib/server/jobs/index.ts';
import { getStore } from '#lib/server/store/index.ts';
import type { RequestHandler } from './$types';

/** Puts an account that was taken out back into its event, and has the event compared anew. */
export const POST: RequestHandler = async ({ params, locals }) => {
	if (!isEventId(params.id)) return failJson({ code: 'not_found' }, locals.requestId);
	const restored = await getStore().restoreAccount(params.id, params.account);
	if (!restored.ok) return failJson(restored.failure, locals.requestId);
	startComparison(params.id);
	return json(accountView(restored.value.accounts.at(-1)!));
};

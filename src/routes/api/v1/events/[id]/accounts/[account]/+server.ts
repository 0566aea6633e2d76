import { json } from '@sveltejs/kit';
import { accountView } from '#lib/server/api/index.ts';
import { findEvent } from '#lib/server/event-index.ts';
import { failJson } from '#lib/server/failure.ts';
import { startComparison } from '#lib/server/jobs/index.ts';
import { getStore } from '#lib/server/store/index.ts';
import type { RequestHandler } from './$types';

/** One account with its text. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const event = await findEvent(params.id, locals.role);
	const account = event?.accounts.find(({ id }) => id === params.account);
	if (account === undefined) return failJson({ code: 'not_found' }, locals.requestId);
	return json(account, { headers: { 'cache-control': 'no-store' } });
};

/** Takes an account out of its event, and has the event compared anew; it stays in the bin for a while. */
export const DELETE: RequestHandler = async ({ params, locals }) => {
	const event = await findEvent(params.id, locals.role);
	const account = event?.accounts.find(({ id }) => id === params.account);
	if (!event || account === undefined) return failJson({ code: 'not_found' }, locals.requestId);
	const removed = await getStore().removeAccount(event.id, account.id);
	if (!removed.ok) return failJson(removed.failure, locals.requestId);
	startComparison(event.id);
	return json(accountView(account));
};

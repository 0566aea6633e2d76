import { json } from '@sveltejs/kit';
import { accountView, AccountsInputSchema, addedAccounts, readBody } from '#lib/server/api/index.ts';
import { findEvent } from '#lib/server/event-index.ts';
import { failJson } from '#lib/server/failure.ts';
import { startComparison } from '#lib/server/jobs/index.ts';
import { getStore } from '#lib/server/store/index.ts';
import type { RequestHandler } from './$types';

/** The accounts of an event, without their texts. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const event = await findEvent(params.id, locals.role);
	if (event === null) return failJson({ code: 'not_found' }, locals.requestId);
	const accounts = event.accounts.map(accountView);
	return json({ accounts }, { headers: { 'cache-control': 'no-store' } });
};

/** Adds accounts to an event, and has it compared anew. */
export const POST: RequestHandler = async ({ params, request, locals }) => {
	const event = await findEvent(params.id, locals.role);
	if (event === null) return failJson({ code: 'not_found' }, locals.requestId);
	const input = await readBody(request, AccountsInputSchema);
	if (!input.ok) return failJson(input.failure, locals.requestId);
	const known = [...event.accounts, ...event.removed].map(({ id }) => id);
	const accounts = addedAccounts(input.value.accounts, known);
	if (!accounts.ok) return failJson(accounts.failure, locals.requestId);
	const added = await getStore().addAccounts(event.id, accounts.value);
	if (!added.ok) return failJson(added.failure, locals.requestId);
	startComparison(event.id);
	return json({ accounts: accounts.value.map(accountView) }, { status: 201 });
};

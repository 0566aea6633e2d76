import { failJson } from '#lib/server/failure.ts';
import { getStore } from '#lib/server/store/index.ts';
import type { RequestHandler } from './$types';

/** Ready: a write to the store would succeed. */
export const GET: RequestHandler = async ({ locals }) => {
	const probed = await getStore().probe();
	if (!probed.ok) return failJson(probed.failure, locals.requestId);
	return new Response('ok\n', { headers: { 'content-type': 'text/plain', 'cache-control': 'no-store' } });
};

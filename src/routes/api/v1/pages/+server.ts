import { pageFetches } from '#lib/server/addresses/index.ts';
import { countRequests } from '#lib/server/fetch/index.ts';
import type { RequestHandler } from './$types';

const MOST = 50;

/** How far addresses have come, by the ids that the form holds, and how many requests have left this server. */
export const GET: RequestHandler = ({ url }) => {
	const ids = url.searchParams.getAll('id').slice(0, MOST);
	const pages = ids.map((id) => ({ id, state: pageFetches().get(id)?.state ?? 'failed' }));
	return Response.json({ pages, requests: countRequests() }, { headers: { 'cache-control': 'no-store' } });
};

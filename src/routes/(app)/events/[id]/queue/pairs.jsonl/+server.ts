import { publishedWithIndex } from '#lib/server/event-index.ts';
import { labelledPairs } from '#lib/server/export/index.ts';
import type { RequestHandler } from './$types';

/** What people decided on pairs of claims, to measure an engine with. */
export const GET: RequestHandler = async ({ params }) => {
	const { event } = await publishedWithIndex(params.id);
	return new Response(labelledPairs(event), {
		headers: {
			'content-type': 'application/jsonl; charset=utf-8',
			'content-disposition': `attachment; filename="${event.name}.pairs.jsonl"`,
			'cache-control': 'no-store'
		}
	});
};

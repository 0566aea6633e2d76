import { feedBook, writeOpml } from '#lib/server/feeds/index.ts';
import type { RequestHandler } from './$types';

/** The list of feeds, for other readers. */
export const GET: RequestHandler = async () =>
	new Response(writeOpml(await feedBook().list()), {
		headers: {
			'content-type': 'text/x-opml; charset=utf-8',
			'content-disposition': 'attachment; filename="lateral-feeds.opml"',
			'cache-control': 'no-store'
		}
	});

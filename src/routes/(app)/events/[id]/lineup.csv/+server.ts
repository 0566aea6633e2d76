import { takenAway } from '#lib/server/event-index.ts';
import { lineupCsv } from '#lib/server/export/index.ts';
import { errorPage } from '#lib/server/failure.ts';
import { readFilters } from '#lib/state/event-address.ts';
import { lineup } from '#lib/viz/lineup.ts';
import { lineupOptions } from '../lineup-options.ts';
import type { RequestHandler } from './$types';

/** The lineup that the address names, without drafts unless it asks for them,, as a table. */
export const GET: RequestHandler = async ({ params, url, locals }) => {
	const { event, index } = await takenAway(params.id, url, locals.role);
	if (!index) errorPage({ code: 'not_found' });
	const view = lineup(index, lineupOptions(event, readFilters(url.searchParams)));
	return new Response(lineupCsv(view), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${event.name}.csv"`,
			'cache-control': 'no-store'
		}
	});
};

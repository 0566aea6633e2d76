import { words } from '#lib/i18n/en.ts';
import { lineupWords } from '#lib/i18n/en/lineup.ts';
import { helpWords } from '#lib/i18n/en/help.ts';
import { showUnseen } from '#lib/i18n/unseen.ts';
import { takenAway } from '#lib/server/event-index.ts';
import { errorPage } from '#lib/server/failure.ts';
import { readFilters } from '#lib/state/event-address.ts';
import { lineup } from '#lib/viz/lineup.ts';
import { lineupPicture } from '#lib/viz/lineup-picture.ts';
import { lineupOptions } from '../lineup-options.ts';
import type { RequestHandler } from './$types';

/** The lineup that the address names, without drafts unless it asks for them, as a picture. */
export const GET: RequestHandler = async ({ params, url, locals }) => {
	const { event, index } = await takenAway(params.id, url, locals.role);
	if (!index) errorPage({ code: 'not_found' });
	const view = lineup(index, lineupOptions(event, readFilters(url.searchParams)));
	const picture = lineupPicture(view, event.title, {
		group: words.group,
		more: lineupWords.more,
		glyph: words.glyph,
		colour: lineupWords.colour,
		foot: helpWords.judge
	});
	return new Response(showUnseen(picture), {
		headers: {
			'content-type': 'image/svg+xml',
			'content-disposition': `inline; filename="${event.name}.svg"`,
			'cache-control': 'no-store'
		}
	});
};

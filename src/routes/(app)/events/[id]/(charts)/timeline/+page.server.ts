import { publishedWithIndex } from '#lib/server/event-index.ts';
import { corrections } from '#lib/viz/editions.ts';
import { firstCarried } from '#lib/viz/first-carried.ts';
import { updates } from '#lib/viz/later-news.ts';
import { timeline } from '#lib/viz/timeline.ts';
import type { PageServerLoad } from './$types';

/** Lines that are shown before somebody asks for all. */
const MOST = 15;

export const load: PageServerLoad = async ({ params, url }) => {
	const { index } = await publishedWithIndex(params.id);
	if (!index) return { view: null };
	const carried = firstCarried(index);
	const all = url.searchParams.get('lines') === 'all';
	return {
		view: {
			timeline: timeline(index),
			carried: { ...carried, lines: all ? carried.lines : carried.lines.slice(0, MOST) },
			more: all ? 0 : Math.max(0, carried.lines.length - MOST),
			corrections: corrections(index),
			updates: updates(index)
		}
	};
};

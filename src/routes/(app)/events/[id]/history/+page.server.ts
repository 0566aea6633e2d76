import { eventOf } from '#lib/server/event-index.ts';
import { latestJob } from '#lib/server/jobs/index.ts';
import { historyOf, keptJustNow, readWho, undoAction } from '#lib/server/reviews/index.ts';
import { shownJob } from '#lib/server/shown-job.ts';
import { isStale } from '#lib/server/store/index.ts';
import type { Actions, PageServerLoad } from './$types';

/** The log of reviews, newest first. */
export const load: PageServerLoad = async ({ params, url, cookies, depends, locals }) => {
	depends('lateral:event');
	const event = await eventOf(params.id, locals.role);
	return {
		event: { id: event.id, title: event.title, compared: event.comparison !== null },
		...historyOf(event),
		who: readWho(cookies),
		kept: keptJustNow(event, url.searchParams.get('kept')),
		stale: isStale(event),
		job: shownJob(latestJob(event.id))
	};
};

export const actions: Actions = { undo: undoAction };

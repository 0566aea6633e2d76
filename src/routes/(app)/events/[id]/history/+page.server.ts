import { isEventId } from '#lib/model/index.ts';
import { errorPage } from '#lib/server/failure.ts';
import { latestJob } from '#lib/server/jobs/index.ts';
import { historyOf, keptJustNow, readWho, undoAction } from '#lib/server/reviews/index.ts';
import { getStore, isStale } from '#lib/server/store/index.ts';
import type { Actions, PageServerLoad } from './$types';

/** The log of reviews, newest first. */
export const load: PageServerLoad = async ({ params, url, cookies, depends }) => {
	depends('lateral:event');
	const event = isEventId(params.id) ? await getStore().get(params.id) : null;
	if (!event || !isEventId(event.id)) errorPage({ code: 'not_found' });
	const job = latestJob(event.id);
	return {
		event: { id: event.id, title: event.title, compared: event.comparison !== null },
		...historyOf(event),
		who: readWho(cookies),
		kept: keptJustNow(event, url.searchParams.get('kept')),
		stale: isStale(event),
		job: job ? { id: job.id, state: job.state } : null
	};
};

export const actions: Actions = { undo: undoAction };

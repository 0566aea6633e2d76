import { eventOf } from '#lib/server/event-index.ts';
import { byPublication, indexOf } from '#lib/server/event-views.ts';
import { latestJob } from '#lib/server/jobs/index.ts';
import { shownJob } from '#lib/server/shown-job.ts';
import { isStale } from '#lib/server/store/index.ts';
import { accountNames } from '#lib/viz/account-names.ts';
import { reviewedIds } from '#lib/viz/reviewed.ts';
import { summarise } from '#lib/viz/summary.ts';
import type { LayoutServerLoad } from './$types';

/** What every view with a path of its own shows above it. */
export const load: LayoutServerLoad = async ({ params, depends, locals }) => {
	depends('lateral:event');
	const event = await eventOf(params.id, locals.role);
	const index = indexOf(event);
	const names = accountNames(event.accounts);
	return {
		event: {
			id: event.id,
			title: event.title,
			...(event.what ? { what: event.what } : {}),
			sample: event.sample ?? false,
			summary: summarise(event)
		},
		accounts: byPublication(event.accounts).map(({ id, publishedAt }) => ({
			id,
			name: names.get(id) ?? id,
			...(publishedAt ? { publishedAt } : {})
		})),
		reviewed: index ? reviewedIds(index) : {},
		stale: isStale(event),
		job: shownJob(latestJob(event.id))
	};
};

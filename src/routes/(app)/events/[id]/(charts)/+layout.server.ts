import { isEventId } from '#lib/model/index.ts';
import { byPublication } from '#lib/server/event-views.ts';
import { errorPage } from '#lib/server/failure.ts';
import { latestJob } from '#lib/server/jobs/index.ts';
import { getStore, isStale } from '#lib/server/store/index.ts';
import { accountNames } from '#lib/viz/account-names.ts';
import { summarise } from '#lib/viz/summary.ts';
import type { LayoutServerLoad } from './$types';

/** What every view with a path of its own shows above it. */
export const load: LayoutServerLoad = async ({ params, depends }) => {
	depends('lateral:event');
	const event = isEventId(params.id) ? await getStore().get(params.id) : null;
	if (!event || !isEventId(event.id)) errorPage({ code: 'not_found' });
	const job = latestJob(event.id);
	const names = accountNames(event.accounts);
	return {
		event: {
			id: event.id,
			title: event.title,
			...(event.what ? { what: event.what } : {}),
			sample: event.sample ?? false,
			summary: summarise(event.accounts, event.comparison)
		},
		accounts: byPublication(event.accounts).map(({ id, publishedAt }) => ({
			id,
			name: names.get(id) ?? id,
			...(publishedAt ? { publishedAt } : {})
		})),
		stale: isStale(event),
		job: job ? { id: job.id, state: job.state } : null
	};
};

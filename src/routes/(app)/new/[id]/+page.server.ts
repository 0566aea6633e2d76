import { redirect } from '@sveltejs/kit';
import { isEventId, type Event, type EventId } from '#lib/model/index.ts';
import { errorPage } from '#lib/server/failure.ts';
import { cancelJob, getJob, latestJob, startComparison } from '#lib/server/jobs/index.ts';
import { shownJob } from '#lib/server/shown-job.ts';
import { getStore, isStale } from '#lib/server/store/index.ts';
import type { Actions, PageServerLoad } from './$types';

async function findEvent(id: string): Promise<{ id: EventId; event: Event }> {
	const event = isEventId(id) ? await getStore().get(id) : null;
	if (!event || !isEventId(id)) return errorPage({ code: 'not_found' });
	return { id, event };
}

/** How far the event's comparison has come; the event itself once it is there. */
export const load: PageServerLoad = async ({ params, url, depends }) => {
	depends('lateral:job');
	const { id, event } = await findEvent(params.id);
	if (!isStale(event)) redirect(303, `/events/${id}`);
	const job = getJob(url.searchParams.get('job') ?? '') ?? latestJob(id);
	return {
		event: {
			id: event.id,
			title: event.title,
			accounts: event.accounts.map(({ id: account, source, title }) => ({
				id: account,
				source: source.name,
				title
			}))
		},
		// None is known after a restart: then the comparison is begun again by hand.
		job: shownJob(job)
	};
};

export const actions = {
	cancel: async ({ params, url }) => {
		const { id } = await findEvent(params.id);
		cancelJob(url.searchParams.get('job') ?? '');
		redirect(303, `/new?event=${id}`);
	},
	again: async ({ params }) => {
		const { id } = await findEvent(params.id);
		redirect(303, `/new/${id}?job=${startComparison(id)}`);
	}
} satisfies Actions;

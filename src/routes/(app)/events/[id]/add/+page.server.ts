import { fail, redirect } from '@sveltejs/kit';
import { isEventId, type Event, type EventId } from '#lib/model/index.ts';
import { errorPage, messageOf, statusOf } from '#lib/server/failure.ts';
import { emptyForm } from '#lib/server/ingest/index.ts';
import { startComparison, warmJobs } from '#lib/server/jobs/index.ts';
import { checkPosted, lookPosted, readPosted, withBox } from '#lib/server/posted-drafts.ts';
import { getStore } from '#lib/server/store/index.ts';
import type { Actions, PageServerLoad } from './$types';

async function findEvent(id: string): Promise<{ id: EventId; event: Event }> {
	const event = isEventId(id) ? await getStore().get(id) : null;
	if (!event || event.deletedAt || !isEventId(id)) return errorPage({ code: 'not_found' });
	return { id, event };
}

export const load: PageServerLoad = async ({ params }) => {
	warmJobs();
	const { event } = await findEvent(params.id);
	return {
		form: { ...emptyForm(), event: event.id, title: event.title },
		kept: event.accounts.map(({ id, source, title }) => ({ id, source: source.name, title }))
	};
};

export const actions = {
	read: async ({ request, params }) => {
		const { event } = await findEvent(params.id);
		const { form, status } = await readPosted(request, event.accounts);
		return form.problems.length > 0 ? fail(status, { form }) : { form };
	},

	/** Shows what has come of the addresses. */
	look: async ({ request, params }) => {
		const { event } = await findEvent(params.id);
		return { form: await lookPosted(request, event.accounts) };
	},

	box: async ({ request }) => ({ form: await withBox(request) }),

	/** Adds the accounts to the event and compares anew. */
	compare: async ({ request, params }) => {
		const { id, event } = await findEvent(params.id);
		const taken = [...event.accounts, ...event.removed].map((account) => account.id);
		const checked = await checkPosted(request, event.accounts, taken);
		if (!checked.ok) return fail(checked.status, { form: checked.form });
		const added = await getStore().addAccounts(id, checked.accounts);
		if (!added.ok) {
			const problems = [messageOf(added.failure)];
			return fail(statusOf(added.failure.code), { form: { ...checked.form, problems } });
		}
		redirect(303, `/new/${id}?job=${startComparison(id)}`);
	}
} satisfies Actions;

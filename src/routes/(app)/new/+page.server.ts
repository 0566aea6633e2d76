import { fail, redirect } from '@sveltejs/kit';
import { isEventId, type Event } from '#lib/model/index.ts';
import { errorPage, messageOf, statusOf } from '#lib/server/failure.ts';
import { createEvent, emptyForm, toInput, updateEvent } from '#lib/server/ingest/index.ts';
import { startComparison, warmJobs } from '#lib/server/jobs/index.ts';
import { partPosted } from '#lib/server/part-drafts.ts';
import { checkPosted, lookPosted, readPosted, splitPosted, withBox } from '#lib/server/posted-drafts.ts';
import { getStore } from '#lib/server/store/index.ts';
import type { Actions, PageServerLoad } from './$types';

/** The event whose accounts are checked again, after its comparison was cancelled or failed. */
async function findEvent(id: string | null): Promise<Event | null> {
	const event = id && isEventId(id) ? await getStore().get(id) : null;
	return event?.deletedAt ? null : event;
}

export const load: PageServerLoad = async ({ url }) => {
	warmJobs();
	const event = await findEvent(url.searchParams.get('event'));
	if (!event) return { form: emptyForm() };
	const form = emptyForm(event.accounts.map((account) => toInput(account)));
	return { form: { ...form, event: event.id, name: event.name, title: event.title } };
};

export const actions = {
	read: async ({ request }) => {
		const { form, status } = await readPosted(request, []);
		return form.problems.length > 0 ? fail(status, { form }) : { form };
	},

	/** Shows what has come of the addresses. */
	look: async ({ request }) => ({ form: await lookPosted(request, []) }),

	box: async ({ request }) => ({ form: await withBox(request) }),

	/** Parts the ticked accounts from the event that was proposed for them. */
	split: async ({ request }) => ({ form: await splitPosted(request) }),

	/** Makes the proposed events that are ticked. */
	apart: async ({ request }) => {
		const parted = await partPosted(request);
		if (parted === null) redirect(303, '/');
		return parted.status === 200 ? { form: parted.form } : fail(parted.status, { form: parted.form });
	},

	/** Makes the event and starts its comparison. */
	compare: async ({ request }) => {
		const checked = await checkPosted(request, [], []);
		if (!checked.ok) return fail(checked.status, { form: checked.form });
		const { form, accounts } = checked;
		const event = await findEvent(form.event);
		const store = getStore();
		const kept = event
			? await updateEvent(store, event, form, accounts)
			: await createEvent(store, form, accounts);
		if (!kept.ok) {
			return fail(statusOf(kept.failure.code), { form: { ...form, problems: [messageOf(kept.failure)] } });
		}
		const { id } = kept.value;
		if (!isEventId(id)) return errorPage({ code: 'internal' });
		redirect(303, `/new/${id}?job=${startComparison(id)}`);
	}
} satisfies Actions;

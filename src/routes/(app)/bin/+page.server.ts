import { redirect } from '@sveltejs/kit';
import { BIN_DAYS, isEventId } from '#lib/model/index.ts';
import { binContents, deleteNow } from '#lib/server/bin.ts';
import { failPage } from '#lib/server/failure.ts';
import { startComparison } from '#lib/server/jobs/index.ts';
import { getStore } from '#lib/server/store/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals }) => {
	const { events, accounts } = await binContents(locals.role);
	const [event, account] = (url.searchParams.get('delete') ?? '').split('~');
	const asked =
		account === undefined
			? events.find(({ id }) => id === event)
			: accounts.find((one) => one.id === account && one.event.id === event);
	return {
		days: BIN_DAYS,
		events,
		accounts,
		/** What is to be deleted for good once the person has said so again. */
		asked: asked && {
			event: event!,
			account,
			name: 'source' in asked ? asked.title || asked.source : asked.title
		},
		/** The event that was put here just now, so that this can be taken back at once. */
		deleted: url.searchParams.get('deleted'),
		isGone: url.searchParams.has('gone')
	};
};

/** What a form names: an event, or an account that was taken out of it. */
async function readThing(request: Request) {
	const form = await request.formData();
	const [event, account] = ['event', 'account'].map((name) => form.get(name));
	if (typeof event !== 'string' || !isEventId(event)) return null;
	return { event, account: typeof account === 'string' ? account : undefined };
}

export const actions = {
	restore: async ({ request }) => {
		const thing = await readThing(request);
		if (thing === null) return failPage({ code: 'not_found' });
		const { event, account } = thing;
		const store = getStore();
		const restored = await (account === undefined
			? store.restore(event)
			: store.restoreAccount(event, account));
		if (!restored.ok) return failPage(restored.failure);
		if (account !== undefined) startComparison(event);
		redirect(303, `/events/${event}`);
	},

	deleteNow: async ({ request }) => {
		const thing = await readThing(request);
		if (thing === null) return failPage({ code: 'not_found' });
		const deleted = await deleteNow(thing.event, thing.account);
		if (!deleted.ok) return failPage(deleted.failure);
		redirect(303, '/bin?gone');
	}
} satisfies Actions;

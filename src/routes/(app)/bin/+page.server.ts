import { redirect } from '@sveltejs/kit';
import { isEventId } from '#lib/model/index.ts';
import { failPage } from '#lib/server/failure.ts';
import { getStore } from '#lib/server/store/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
	const events = await getStore().bin();
	return {
		/** The event that was put here just now, so that this can be taken back at once. */
		deleted: url.searchParams.get('deleted'),
		events: events.map(({ id, title, accounts, deletedAt }) => ({
			id,
			title,
			accounts: accounts.length,
			deletedAt: deletedAt ?? ''
		}))
	};
};

export const actions = {
	restore: async ({ request }) => {
		const id = (await request.formData()).get('event');
		if (typeof id !== 'string' || !isEventId(id)) return failPage({ code: 'not_found' });
		const restored = await getStore().restore(id);
		if (!restored.ok) return failPage(restored.failure);
		redirect(303, `/events/${id}`);
	}
} satisfies Actions;

import { redirect } from '@sveltejs/kit';
import { bringIn } from '#lib/server/bring-in.ts';
import { failPage } from '#lib/server/failure.ts';
import type { Actions } from './$types';

export const actions = {
	/** Makes an event out of the file, and leads to it. */
	default: async ({ request }) => {
		const file = (await request.formData()).get('bundle');
		if (!(file instanceof File) || file.size === 0) return failPage({ code: 'file_absent', field: 'bundle' });
		const brought = await bringIn(new Uint8Array(await file.arrayBuffer()));
		if (!brought.ok) return failPage(brought.failure);
		redirect(303, `/events/${brought.value.event.id}`);
	}
} satisfies Actions;

import { searchEvents } from '#lib/server/search.ts';
import { getStore } from '#lib/server/store/index.ts';
import type { PageServerLoad } from './$types';

/** Searches every event for what the address asks. */
export const load: PageServerLoad = async ({ url }) => {
	return searchEvents(await getStore().list(), url.searchParams.get('q') ?? '');
};

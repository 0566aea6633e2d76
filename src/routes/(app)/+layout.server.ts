import { countRequests } from '#lib/server/fetch/index.ts';
import type { LayoutServerLoad } from './$types';

/** What every page says in its foot: how many requests have gone to other sites. */
export const load: LayoutServerLoad = ({ depends, url }) => {
	depends('lateral:requests');
	// Every page that is opened counts anew; what only changes in the address's query does not.
	void url.pathname;
	return { requests: countRequests() };
};

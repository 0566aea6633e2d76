import { safeFetch } from '../fetch/index.ts';
import { PageFetches } from './page-fetches.ts';
import { readInThread } from '../jobs/index.ts';

export { PageFetches, type Page, type PageState } from './page-fetches.ts';
export { readPage } from './read-page.ts';
export { addAddresses } from './add-addresses.ts';
export { splitAddresses } from './split-addresses.ts';

/** On the process, for the same reason as the store. */
const SHARED = Symbol.for('lateral.pages');
const shared = globalThis as { [SHARED]?: PageFetches };

/** The addresses that this server is fetching. */
export function pageFetches(): PageFetches {
	return (shared[SHARED] ??= new PageFetches(safeFetch, readInThread));
}

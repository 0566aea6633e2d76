import { type Draft, ok, type Result } from '#lib/model/index.ts';
import { type Fetched, safeFetch } from '../fetch/index.ts';
import { nameSource } from '../sources/index.ts';
import { PageFetches } from './page-fetches.ts';
import { readInThread } from '../jobs/index.ts';

export { PageFetches, type Page, type PageState } from './page-fetches.ts';
export { readPage } from './read-page.ts';
export { addAddresses } from './add-addresses.ts';
export { splitAddresses } from './split-addresses.ts';

/** The account on a page, its source called as people have called it before. */
async function readAndName(page: Fetched): Promise<Result<Draft>> {
	const read = await readInThread(page);
	return read.ok ? ok(await nameSource(read.value)) : read;
}

/** On the process, for the same reason as the store. */
const SHARED = Symbol.for('lateral.pages');
const shared = globalThis as { [SHARED]?: PageFetches };

/** The addresses that this server is fetching. */
export function pageFetches(): PageFetches {
	return (shared[SHARED] ??= new PageFetches(safeFetch, readAndName));
}

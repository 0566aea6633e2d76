import { join } from 'node:path';
import { readConfig } from '../config.ts';
import { safeFetch } from '../fetch/index.ts';
import { FeedBook } from './feed-book.ts';

export { FeedBook, type FeedState } from './feed-book.ts';
export { readOpml, writeOpml } from './opml.ts';
export { type Entry, parseFeed } from './parse-feed.ts';
export { proposeGroups, rankForEvent } from './propose.ts';

/** On the process, for the same reason as the store. */
const SHARED = Symbol.for('lateral.feeds');
const shared = globalThis as { [SHARED]?: FeedBook };

/** The feeds that this server follows. */
export function feedBook(): FeedBook {
	return (shared[SHARED] ??= new FeedBook(safeFetch, join(readConfig().data, 'feeds.json')));
}

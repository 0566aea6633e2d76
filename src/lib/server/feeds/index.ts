import { join } from 'node:path';
import { readConfig } from '../config.ts';
import { safeFetch } from '../fetch/index.ts';
import { readFeedInThread } from '../jobs/index.ts';
import { FeedBook } from './feed-book.ts';
import { FeedWatch } from './feed-watch.ts';

export { FeedBook, type FeedState } from './feed-book.ts';
export { readOpml, writeOpml } from './opml.ts';
export { type Entry, parseFeed } from './parse-feed.ts';
export { proposeGroups, rankForEvent } from './propose.ts';

/** On the process, for the same reason as the store. */
const SHARED = Symbol.for('lateral.feeds');
const WATCH = Symbol.for('lateral.feed-watch');
const shared = globalThis as { [SHARED]?: FeedBook; [WATCH]?: FeedWatch };

/** The feeds that this server follows. */
export function feedBook(): FeedBook {
	return (shared[SHARED] ??= new FeedBook(
		safeFetch,
		join(readConfig().data, 'feeds.json'),
		Date.now,
		Math.random,
		readFeedInThread
	));
}

/** Begins to look by itself at the feeds for which that is wanted; not where other sites may not be reached. */
export function watchFeeds(): void {
	if (!readConfig().network) return;
	shared[WATCH] ??= new FeedWatch(feedBook());
	void shared[WATCH].plan();
}

export function stopFeeds(): void {
	shared[WATCH]?.stop();
}

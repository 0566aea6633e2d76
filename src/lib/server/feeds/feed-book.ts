import * as v from 'valibot';
import { fail, type Failure, ok, type Result } from '#lib/model/index.ts';
import { KeptList } from '../kept-list.ts';
import type { SafeFetch } from '../fetch/index.ts';
import { type Entry, type Feed, parseFeed } from './parse-feed.ts';
import { afterFailure, afterLook } from './when-next.ts';

const SavedSchema = v.object({
	schema: v.literal(1),
	feeds: v.array(
		v.object({
			url: v.string(),
			title: v.string(),
			isEnded: v.optional(v.boolean()),
			isWatched: v.optional(v.boolean()),
			failures: v.optional(v.number()),
			notBefore: v.optional(v.number())
		})
	)
});

/** A feed as the page shows it. */
export type FeedState = {
	url: string;
	title: string;
	entries: Entry[];
	isCut: boolean;
	checkedAt: string | null;
	failure: Failure | null;
	/** Set when its publisher has ended it (`410`): it is not asked for again. */
	isEnded: boolean;
	/** Whether a person wants Lateral to look at it by itself. */
	isWatched: boolean;
	/** When it is looked at next by itself, in milliseconds since 1970; null when it is not. */
	dueAt: number | null;
};

/** Makes a feed out of a text and where it was found. */
export type ParseFeed = (text: string, base: string) => Result<Feed> | Promise<Result<Feed>>;

const MOST_FEEDS = 200;

type Kept = FeedState & {
	etag?: string;
	lastModified?: string;
	failures: number;
	notBefore: number;
	/** Looks in a row that brought nothing new. */
	quiet: number;
	/** When its next look by itself is, unless it failed. */
	next: number;
};

/**
 * The feeds that people follow. Their addresses are on disk; what they offer is in memory and fetched anew when
 * a person asks, or at its time where a person wants it looked at by itself. A feed that fails is left alone for
 * longer each time.
 */
export class FeedBook {
	readonly #fetch: SafeFetch;
	readonly #file: KeptList<typeof SavedSchema>;
	readonly #now: () => number;
	readonly #random: () => number;
	readonly #parse: ParseFeed;
	readonly #feeds = new Map<string, Kept>();
	#loaded: Promise<void> | null = null;
	/** Called when what is due may have changed. */
	onChange: () => void = () => undefined;

	constructor(
		fetch: SafeFetch,
		path: string,
		now: () => number = Date.now,
		random = Math.random,
		parse: ParseFeed = parseFeed
	) {
		this.#parse = parse;
		this.#random = random;
		this.#fetch = fetch;
		this.#file = new KeptList(path, SavedSchema);
		this.#now = now;
	}

	async list(): Promise<FeedState[]> {
		await this.#load();
		return [...this.#feeds.values()].map((feed) => ({ ...feed, dueAt: dueAt(feed) }));
	}

	/** Sets whether a feed is looked at by itself; from now on, where it was not before. */
	async watch(url: string, isWatched: boolean): Promise<void> {
		await this.#load();
		const feed = this.#feeds.get(url);
		if (feed === undefined || feed.isWatched === isWatched) return;
		feed.isWatched = isWatched;
		feed.quiet = 0;
		feed.next = this.#now();
		await this.#save();
	}

	/** When the next feed is to be looked at by itself, in milliseconds since 1970; null when none is. */
	async nextDue(): Promise<number | null> {
		await this.#load();
		const due = [...this.#feeds.values()].map(dueAt).filter((at) => at !== null);
		return due.length === 0 ? null : Math.min(...due);
	}

	/** Follows a feed, once it has shown that it is one. */
	async add(url: string): Promise<Result<FeedState>> {
		await this.#load();
		if (this.#feeds.has(url)) return fail('duplicate', { name: url });
		if (this.#feeds.size >= MOST_FEEDS) return fail('busy');
		const fresh: Kept = empty(url, url);
		await this.#refresh(fresh);
		if (fresh.failure) return { ok: false, failure: fresh.failure };
		this.#feeds.set(url, fresh);
		await this.#save();
		return ok(fresh);
	}

	/** Follows many without asking any of them yet, as a list that was made elsewhere gives them. */
	async addAll(feeds: readonly { url: string; title: string }[]): Promise<number> {
		await this.#load();
		let added = 0;
		for (const { url, title } of feeds) {
			if (this.#feeds.has(url) || this.#feeds.size >= MOST_FEEDS) continue;
			this.#feeds.set(url, empty(url, title));
			added++;
		}
		if (added > 0) await this.#save();
		return added;
	}

	async remove(url: string): Promise<void> {
		await this.#load();
		if (this.#feeds.delete(url)) await this.#save();
	}

	/** Asks every feed for what is new, four at a time, but for those that failed lately. */
	async refresh(): Promise<void> {
		await this.#load();
		await this.#refreshAll((feed) => feed.notBefore <= this.#now());
	}

	/** Asks the feeds that are to be looked at by themselves and are due. */
	async refreshDue(): Promise<void> {
		await this.#load();
		await this.#refreshAll((feed) => (dueAt(feed) ?? Infinity) <= this.#now());
	}

	async #refreshAll(isDue: (feed: Kept) => boolean): Promise<void> {
		const due = [...this.#feeds.values()].filter((feed) => !feed.isEnded && isDue(feed));
		if (due.length === 0) return;
		const next = async (): Promise<void> => {
			const feed = due.shift();
			if (feed === undefined) return;
			await this.#refresh(feed);
			return next();
		};
		await Promise.all([next(), next(), next(), next()]);
		await this.#save();
	}

	async #refresh(feed: Kept): Promise<void> {
		const before = { etag: feed.etag, lastModified: feed.lastModified };
		const fetched = await this.#fetch(feed.url, 'feed', { before });
		feed.checkedAt = new Date(this.#now()).toISOString();
		const parsed: Result<Feed | null> = !fetched.ok
			? fetched
			: fetched.value.isUnchanged
				? ok(null)
				: await this.#parse(fetched.value.text, fetched.value.address);
		if (!parsed.ok) {
			feed.failure = parsed.failure;
			// That nothing may be fetched says nothing about the feed.
			if (parsed.failure.code === 'network_off') return;
			feed.failures++;
			feed.isEnded = parsed.failure.detail?.status === 410;
			feed.notBefore = this.#now() + afterFailure(feed.failures);
			return;
		}
		const isSame = parsed.value === null || addressesOf(parsed.value) === addressesOf(feed);
		feed.quiet = isSame ? feed.quiet + 1 : 0;
		feed.next = this.#now() + afterLook(feed.quiet, this.#random);
		feed.failure = null;
		feed.failures = 0;
		feed.notBefore = 0;
		if (parsed.value) Object.assign(feed, parsed.value);
		if (fetched.ok && fetched.value.etag) feed.etag = fetched.value.etag;
		if (fetched.ok && fetched.value.lastModified) feed.lastModified = fetched.value.lastModified;
	}

	#load(): Promise<void> {
		return (this.#loaded ??= this.#read());
	}

	async #read(): Promise<void> {
		const saved = await this.#file.read();
		for (const { url, title, isEnded = false, isWatched = false, ...rest } of saved?.feeds ?? []) {
			const { failures = 0, notBefore = 0 } = rest;
			this.#feeds.set(url, { ...empty(url, title), isEnded, isWatched, failures, notBefore });
		}
	}

	/** One write after another, each whole: a list cut in two would be lost. */
	#save(): Promise<void> {
		this.onChange();
		const feeds = [...this.#feeds.values()].map(
			({ url, title, isEnded, isWatched, failures, notBefore }) => ({
				url,
				title,
				...(isEnded ? { isEnded } : {}),
				...(isWatched ? { isWatched } : {}),
				...(failures > 0 ? { failures, notBefore } : {})
			})
		);
		return this.#file.write({ schema: 1, feeds });
	}
}

function empty(url: string, title: string): Kept {
	return {
		url,
		title,
		entries: [],
		isCut: false,
		checkedAt: null,
		failure: null,
		isEnded: false,
		isWatched: false,
		dueAt: null,
		failures: 0,
		notBefore: 0,
		quiet: 0,
		next: 0
	};
}

function dueAt({ isWatched, isEnded, notBefore, next }: Kept): number | null {
	return isWatched && !isEnded ? Math.max(notBefore, next) : null;
}

function addressesOf({ entries }: { entries: readonly Entry[] }): string {
	return entries.map(({ url }) => url).join(' ');
}

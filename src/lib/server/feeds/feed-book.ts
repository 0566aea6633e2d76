import { open, readFile, rename } from 'node:fs/promises';
import * as v from 'valibot';
import { fail, type Failure, ok, type Result } from '#lib/model/index.ts';
import type { SafeFetch } from '../fetch/index.ts';
import { type Entry, type Feed, parseFeed } from './parse-feed.ts';

const SavedSchema = v.object({
	schema: v.literal(1),
	feeds: v.array(v.object({ url: v.string(), title: v.string(), isEnded: v.optional(v.boolean()) }))
});
type Saved = v.InferOutput<typeof SavedSchema>;

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
};

export const MOST_FEEDS = 200;

/** Milliseconds to the next try after the first failure in a row; it doubles, up to a day. */
const BACK_OFF = 15 * 60 * 1000;
const LONGEST = 24 * 60 * 60 * 1000;

type Kept = FeedState & { etag?: string; lastModified?: string; failures: number; notBefore: number };

/**
 * The feeds that people follow. Their addresses are on disk; what they offer is in memory and fetched anew when
 * a person asks. A feed that fails is left alone for longer each time.
 */
export class FeedBook {
	readonly #fetch: SafeFetch;
	readonly #path: string;
	readonly #now: () => number;
	readonly #feeds = new Map<string, Kept>();
	#loaded: Promise<void> | null = null;
	#writing: Promise<void> = Promise.resolve();

	constructor(fetch: SafeFetch, path: string, now: () => number = Date.now) {
		this.#fetch = fetch;
		this.#path = path;
		this.#now = now;
	}

	async list(): Promise<FeedState[]> {
		await this.#load();
		return [...this.#feeds.values()];
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
		const due = [...this.#feeds.values()].filter((feed) => !feed.isEnded && feed.notBefore <= this.#now());
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
				: parseFeed(fetched.value.text, fetched.value.address);
		if (!parsed.ok) {
			feed.failure = parsed.failure;
			feed.failures++;
			feed.isEnded = parsed.failure.detail?.status === 410;
			feed.notBefore = this.#now() + Math.min(BACK_OFF * 2 ** (feed.failures - 1), LONGEST);
			return;
		}
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
		const text = await readFile(this.#path, 'utf8').catch(() => null);
		if (text === null) return;
		const saved = v.safeParse(SavedSchema, parseOrNull(text));
		if (!saved.success) return;
		for (const { url, title, isEnded } of saved.output.feeds)
			this.#feeds.set(url, { ...empty(url, title), isEnded: isEnded ?? false });
	}

	/** One write after another, each whole: a list cut in two would be lost. */
	#save(): Promise<void> {
		const feeds = [...this.#feeds.values()].map(({ url, title, isEnded }) => ({
			url,
			title,
			...(isEnded ? { isEnded } : {})
		}));
		const saved: Saved = { schema: 1, feeds };
		const write = async () => {
			const file = await open(`${this.#path}.tmp`, 'w');
			await file.writeFile(`${JSON.stringify(saved, null, '\t')}\n`);
			await file.sync();
			await file.close();
			await rename(`${this.#path}.tmp`, this.#path);
		};
		return (this.#writing = this.#writing.catch(() => undefined).then(write));
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
		failures: 0,
		notBefore: 0
	};
}

function parseOrNull(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

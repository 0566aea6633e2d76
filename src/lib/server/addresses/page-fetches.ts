import { type Draft, type Failure, fail, type Result } from '#lib/model/index.ts';
import type { Fetched, Purpose, SafeFetch } from '../fetch/index.ts';
import { asker, askingAs } from '../asker.ts';
import { FairQueue } from '../fair-queue.ts';
import { newId } from '../store/index.ts';

export type PageState = 'waiting' | 'fetching' | 'done' | 'failed';

/** One address on its way to an account. */
export type Page = { id: string; url: string; state: PageState; draft?: Draft; failure?: Failure };

/** Pages that are fetched side by side. */
const AT_ONCE = 4;

/** Pages that may wait, of one person fewer; beyond it, new ones fail as `busy`. */
const MOST_WAITING = 200;

/** Pages that are remembered, and for how many milliseconds after they ended. */
const MOST_KEPT = 500;
const KEPT = 30 * 60 * 1000;

type Entry = { page: Page; purpose: Purpose; ended: number; abort: AbortController; person: string };

/**
 * Addresses being fetched and read. What came of one is held in memory until the person has seen it, and then
 * travels in the form: nothing is kept on the server before an event is made.
 */
export class PageFetches {
	readonly #fetch: SafeFetch;
	readonly #read: (fetched: Fetched) => Result<Draft> | Promise<Result<Draft>>;
	readonly #now: () => number;
	readonly #entries = new Map<string, Entry>();
	readonly #waiting = new FairQueue<Entry>(MOST_WAITING);
	readonly #watchers = new Set<() => void>();
	#running = 0;

	constructor(
		fetch: SafeFetch,
		read: (fetched: Fetched) => Result<Draft> | Promise<Result<Draft>>,
		now: () => number = Date.now
	) {
		this.#fetch = fetch;
		this.#read = read;
		this.#now = now;
	}

	/** Queues an address and gives the id under which it can be asked about. */
	start(url: string, purpose: Purpose): string {
		this.#forget();
		const page: Page = { id: newId(), url, state: 'waiting' };
		const entry: Entry = { page, purpose, ended: 0, abort: new AbortController(), person: asker() };
		this.#entries.set(page.id, entry);
		if (this.#waiting.add(entry.person, entry)) this.#next();
		else this.#end(entry, fail('busy', { place: this.#waiting.length + 1 }));
		return page.id;
	}

	/** The page as it is now, or null when there is none of this id (or it ended long ago). */
	get(id: string): Page | null {
		const entry = this.#entries.get(id);
		return entry === undefined ? null : { ...entry.page };
	}

	/** Gives a page up. */
	cancel(id: string): void {
		const entry = this.#entries.get(id);
		if (entry === undefined || entry.ended > 0) return;
		this.#waiting.remove(entry);
		entry.abort.abort();
		this.#end(entry, fail('cancelled'));
	}

	/** Resolves when all of these pages have ended, or after `patience` milliseconds. */
	settle(ids: readonly string[], patience: number): Promise<void> {
		const areOver = () => ids.every((id) => (this.#entries.get(id)?.ended ?? 1) > 0);
		if (areOver()) return Promise.resolve();
		return new Promise((resolve) => {
			const done = () => {
				clearTimeout(timer);
				this.#watchers.delete(look);
				resolve();
			};
			const look = () => {
				if (areOver()) done();
			};
			const timer = setTimeout(done, patience);
			this.#watchers.add(look);
		});
	}

	#next(): void {
		while (this.#running < AT_ONCE) {
			const entry = this.#waiting.take();
			if (entry === null) return;
			this.#running++;
			entry.page.state = 'fetching';
			void askingAs(entry.person, () => this.#run(entry)).finally(() => {
				this.#running--;
				this.#next();
			});
		}
	}

	async #run(entry: Entry): Promise<void> {
		const { url } = entry.page;
		const fetched = await this.#fetch(url, entry.purpose, { signal: entry.abort.signal });
		const read = fetched.ok ? await this.#read(fetched.value) : fetched;
		this.#end(entry, read);
	}

	#end(entry: Entry, result: Result<Draft>): void {
		if (entry.ended > 0) return;
		entry.ended = this.#now();
		entry.page.state = result.ok ? 'done' : 'failed';
		if (result.ok) entry.page.draft = result.value;
		else entry.page.failure = result.failure;
		for (const look of [...this.#watchers]) look();
	}

	#forget(): void {
		const now = this.#now();
		for (const [id, { ended }] of this.#entries) {
			const isOld = ended > 0 && now - ended > KEPT;
			if (isOld || (ended > 0 && this.#entries.size >= MOST_KEPT)) this.#entries.delete(id);
		}
	}
}

import { availableParallelism } from 'node:os';
import {
	effectiveReviews,
	fail,
	type Comparison,
	type Draft,
	type Event,
	type EventId,
	type Result
} from '#lib/model/index.ts';
import { getStore, isStale } from '../store/index.ts';
import { Analyst } from './analyst.ts';
import { AnalystPool } from './analyst-pool.ts';
import type { Feed } from '../feeds/parse-feed.ts';
import type { Fetched } from '../fetch/index.ts';
import type { Bundle, NamedBytes, Piece, ReadGroup } from '../ingest/index.ts';
import { createFilesWorker, createReadingWorker, createWorker } from './create-worker.ts';
import type { BundleRequest, FeedRequest, FilesRequest, PileRequest, Request } from './messages.ts';
import { JobQueue, type Job, type Task, type Weight } from './queue.ts';
import { ThreadReader } from './thread-reader.ts';

export type { Job, JobState } from './queue.ts';

type Bench = {
	feeds: ThreadReader<FeedRequest, Feed>;
	piles: ThreadReader<PileRequest, string[][]>;
	analysts: AnalystPool;
	queue: JobQueue;
	reader: ThreadReader<Fetched, Draft>;
	files: ThreadReader<FilesRequest, ReadGroup>;
};

/** The one queue of this server; on the process, for the same reason as the store. */
const SHARED = Symbol.for('lateral.jobs');
const shared = globalThis as { [SHARED]?: Bench };

function bench(): Bench {
	return (shared[SHARED] ??= createBench());
}

/** Threads that compare: two at least, so that a large event leaves one, and never so many that memory runs out. */
const LANES = Math.min(Math.max(availableParallelism() - 1, 2), 4);

/** Characters of an event's accounts from which on its comparison is long: about a second. */
const LONG = 80_000;

function createBench(): Bench {
	const analysts = new AnalystPool(createWorker, LANES);
	const compareEvent: Task = async (id, control) => {
		const event = await getStore().get(id);
		if (event === null) return fail('not_found');
		const request = {
			event: { id: event.name, title: event.title },
			accounts: event.accounts,
			reviews: effectiveReviews(event.reviews ?? []),
			...(event.editions ? { editions: event.editions } : {})
		};
		const compared = await analysts.compare(request, control, weightOf(event) === 'long');
		return compared.ok ? getStore().setComparison(id, compared.value) : compared;
	};
	const weigh = async (id: EventId) => weightOf(await getStore().get(id));
	return {
		analysts,
		queue: new JobQueue(compareEvent, { lanes: LANES, weigh }),
		reader: new ThreadReader<Fetched, Draft>(createReadingWorker),
		feeds: new ThreadReader<FeedRequest, Feed>(createReadingWorker),
		piles: new ThreadReader<PileRequest, string[][]>(createReadingWorker),
		files: new ThreadReader<FilesRequest, ReadGroup>(createFilesWorker, FILES_TIME)
	};
}

function weightOf(event: Event | null): Weight {
	const characters = event?.accounts.reduce((sum, { text }) => sum + text.length, 0) ?? 0;
	return characters > LONG ? 'long' : 'short';
}

/** Queues the making of an event's comparison and gives the job's id; call it after accounts have changed. */
export function startComparison(event: EventId): string {
	return bench().queue.start(event);
}

/** Queues every event whose comparison is missing or was made from something else: new samples, cut-off work. */
export async function compareStale(): Promise<void> {
	for (const event of await getStore().list())
		if (isStale(event) && event.accounts.length > 0) startComparison(event.id as EventId);
}

/** The job as it is now, or null when there is none of this id (or it ended long ago). */
export function getJob(id: string): Job | null {
	return bench().queue.get(id);
}

/** The event's newest job, or null when there was none since the server started. */
export function latestJob(event: EventId): Job | null {
	return bench().queue.latest(event);
}

/** Stops a job; false when it had ended, or there is none of this id. */
export function cancelJob(id: string): boolean {
	return bench().queue.cancel(id);
}

/** Starts an analysis thread ahead of the first job. */
export function warmJobs(): void {
	bench().analysts.warm();
}

/** The end of what is compared apart, one after the other. */
let apart: Promise<unknown> = Promise.resolve();

/** Makes a comparison that is kept nowhere, in a thread that ends with it: what leaves the house without all accounts. */
export function compareApart(request: Request): Promise<Result<Comparison>> {
	const made = apart.then(async () => {
		const analyst = new Analyst(createWorker);
		const control = { signal: new AbortController().signal, onProgress: () => undefined };
		return analyst.compare(request, control).finally(() => analyst.close());
	});
	apart = made.catch(() => undefined);
	return made;
}

/** Reads the account on a fetched page, in a thread of its own. */
export function readInThread(page: Fetched): Promise<Result<Draft>> {
	return bench().reader.read(page);
}

/** Reads what was fetched as a feed, in a thread of its own. */
export function readFeedInThread(feed: string, base: string): Promise<Result<Feed>> {
	return bench().feeds.read({ feed, base });
}

/** Puts pieces together by event, in a thread; where that fails, each stands alone. */
export async function groupInThread(pile: Piece[]): Promise<string[][]> {
	const grouped = await bench().piles.read({ pile });
	return grouped.ok ? grouped.value : pile.map(({ id }) => [id]);
}

/** Milliseconds for one bundle; that of a thousand accounts takes about five seconds. */
const BUNDLE_TIME = 60_000;

/** Reads a bundle, in a thread that ends with it. */
export async function readBundleInThread(bundle: Uint8Array): Promise<Result<Bundle>> {
	const reader = new ThreadReader<BundleRequest, Bundle>(createFilesWorker, BUNDLE_TIME);
	const read = await reader.read({ bundle });
	await reader.close();
	return !read.ok && read.failure.code === 'reading_failed' ? fail('bundle_unread') : read;
}

/** Milliseconds for one file, or a zip or folder of them. */
const FILES_TIME = 30_000;

/** Reads files that belong together, in a thread of their own. */
export function readFilesInThread(files: readonly NamedBytes[]): Promise<Result<ReadGroup>> {
	return bench().files.read({ files });
}

/** Ends the threads. What was waiting is taken up again at the next start. */
export async function closeJobs(): Promise<void> {
	const open = shared[SHARED];
	if (open === undefined) return;
	await open.analysts.close();
	for (const reader of [open.reader, open.feeds, open.piles, open.files]) await reader.close();
}

import { effectiveReviews, fail, type Draft, type EventId, type Result } from '#lib/model/index.ts';
import { getStore } from '../store/index.ts';
import { Analyst } from './analyst.ts';
import type { Fetched } from '../fetch/index.ts';
import { createReadingWorker, createWorker } from './create-worker.ts';
import { PageReader } from './page-reader.ts';
import { JobQueue, type Job, type Task } from './queue.ts';

export type { Job, JobState } from './queue.ts';

type Bench = { analyst: Analyst; queue: JobQueue; reader: PageReader };

/** The one queue of this server; on the process, for the same reason as the store. */
const SHARED = Symbol.for('lateral.jobs');
const shared = globalThis as { [SHARED]?: Bench };

function bench(): Bench {
	return (shared[SHARED] ??= createBench());
}

function createBench(): Bench {
	const analyst = new Analyst(createWorker);
	const compareEvent: Task = async (id, control) => {
		const event = await getStore().get(id);
		if (event === null) return fail('not_found');
		const request = {
			event: { id: event.name, title: event.title },
			accounts: event.accounts,
			reviews: effectiveReviews(event.reviews ?? []),
			...(event.editions ? { editions: event.editions } : {})
		};
		const compared = await analyst.compare(request, control);
		return compared.ok ? getStore().setComparison(id, compared.value) : compared;
	};
	return { analyst, queue: new JobQueue(compareEvent), reader: new PageReader(createReadingWorker) };
}

/** Queues the making of an event's comparison and gives the job's id; call it after accounts have changed. */
export function startComparison(event: EventId): string {
	return bench().queue.start(event);
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

/** Starts the analysis thread ahead of the first job. */
export function warmJobs(): void {
	bench().analyst.warm();
}

/** Reads the account on a fetched page, in a thread of its own. */
export function readInThread(page: Fetched): Promise<Result<Draft>> {
	return bench().reader.read(page);
}

/** Ends the threads. What was waiting is taken up again at the next start. */
export async function closeJobs(): Promise<void> {
	await Promise.all([shared[SHARED]?.analyst.close(), shared[SHARED]?.reader.close()]);
}

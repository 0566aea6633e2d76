import { fail, type EventId, type Failure, type Result } from '#lib/model/index.ts';
import type { Progress } from '#lib/engine/types.ts';
import { newId } from '../store/index.ts';

export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** The making of one event's comparison. Its result is in the event, not here. */
export type Job = { id: string; event: EventId; state: JobState; progress?: Progress; failure?: Failure };

/** What a job does; it must end soon after the signal is given, and never reject. */
export type Task = (
	event: EventId,
	control: { signal: AbortSignal; onProgress: (progress: Progress) => void }
) => Promise<Result<unknown>>;

/** Waiting jobs beyond which new ones are turned away, so that a flood cannot fill the memory. */
const MAX_WAITING = 200;

/** Ended jobs that can still be asked about. */
const MAX_ENDED = 500;

type Entry = { job: Job; abort: AbortController };

/** A bounded queue that does one job at a time: analysis keeps a core busy, and pages need the other. */
export class JobQueue {
	readonly #task: Task;
	/** Every job that is known, oldest first. */
	readonly #entries = new Map<string, Entry>();
	readonly #waiting: Entry[] = [];
	#running: Entry | null = null;

	constructor(task: Task) {
		this.#task = task;
	}

	/**
	 * Queues an event and gives the job's id. An event that waits already keeps its place; one that is being
	 * compared starts anew, since its accounts have changed. When the queue is full the job fails as `busy`.
	 */
	start(event: EventId): string {
		const waiting = this.#waiting.find((entry) => entry.job.event === event);
		if (waiting !== undefined) return waiting.job.id;
		if (this.#running?.job.event === event) this.cancel(this.#running.job.id);
		const entry: Entry = { job: { id: newId(), event, state: 'waiting' }, abort: new AbortController() };
		this.#entries.set(entry.job.id, entry);
		if (this.#waiting.length < MAX_WAITING) this.#waiting.push(entry);
		else end(entry, fail('busy', { place: this.#waiting.length + 1 }));
		this.#forget();
		this.#next();
		return entry.job.id;
	}

	/** A copy of the job as it is now. */
	get(id: string): Job | null {
		const entry = this.#entries.get(id);
		return entry === undefined ? null : { ...entry.job };
	}

	/** The event's newest job. */
	latest(event: EventId): Job | null {
		let newest: Job | null = null;
		for (const { job } of this.#entries.values()) if (job.event === event) newest = job;
		return newest === null ? null : { ...newest };
	}

	/** Stops a job that has not ended; false when there is none such. */
	cancel(id: string): boolean {
		const entry = this.#entries.get(id);
		if (entry === undefined || hasEnded(entry.job)) return false;
		const place = this.#waiting.indexOf(entry);
		if (place >= 0) this.#waiting.splice(place, 1);
		end(entry, fail('cancelled'));
		entry.abort.abort();
		return true;
	}

	#next(): void {
		if (this.#running !== null) return;
		const entry = this.#waiting.shift();
		if (entry === undefined) return;
		this.#running = entry;
		entry.job.state = 'running';
		const control = {
			signal: entry.abort.signal,
			onProgress: (progress: Progress) => {
				if (entry.job.state === 'running') entry.job.progress = progress;
			}
		};
		const done = this.#task(entry.job.event, control);
		void done
			.catch(() => fail('engine_failed'))
			.then((result) => {
				end(entry, result);
				this.#running = null;
				this.#next();
			});
	}

	#forget(): void {
		for (const [id, { job }] of this.#entries) {
			if (this.#entries.size <= MAX_ENDED) return;
			if (hasEnded(job)) this.#entries.delete(id);
		}
	}
}

/** A cancelled job stays cancelled, whatever its task still answers. */
function end({ job }: Entry, result: Result<unknown>): void {
	if (hasEnded(job)) return;
	delete job.progress;
	job.state = result.ok ? 'done' : result.failure.code === 'cancelled' ? 'cancelled' : 'failed';
	if (!result.ok) job.failure = result.failure;
}

function hasEnded(job: Job): boolean {
	return job.state !== 'waiting' && job.state !== 'running';
}

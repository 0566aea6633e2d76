import { fail, type EventId, type Failure, type Result } from '#lib/model/index.ts';
import type { Progress } from '#lib/engine/types.ts';
import { asker } from '../asker.ts';
import { FairQueue } from '../fair-queue.ts';
import { newId } from '../store/index.ts';

export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** The making of one event's comparison. Its result is in the event, not here. */
export type Job = {
	id: string;
	event: EventId;
	state: JobState;
	progress?: Progress;
	/** While it waits: how many wait before it. Short ones may still pass long ones. */
	ahead?: number;
	failure?: Failure;
};

/** What a job does; it must end soon after the signal is given, and never reject. */
export type Task = (
	event: EventId,
	control: { signal: AbortSignal; onProgress: (progress: Progress) => void }
) => Promise<Result<unknown>>;

/** Waiting jobs beyond which new ones are turned away, so that a flood cannot fill the memory. */
const MAX_WAITING = 200;

/** Ended jobs that can still be asked about. */
const MAX_ENDED = 500;

type Entry = { job: Job; abort: AbortController; weight: Weight | null };

/** How much work a job is: a short one must not wait until all long ones are done. */
export type Weight = 'short' | 'long';

type Options = {
	/** Jobs that are done side by side. */
	lanes?: number;
	/** Tells how long a job will take; all are short where nobody tells. */
	weigh?: (event: EventId) => Promise<Weight>;
};

/**
 * A bounded queue in which people take turns. An event is compared by one job at a time, and one lane is always left
 * to short jobs, so that three accounts need not wait for two hundred.
 */
export class JobQueue {
	readonly #task: Task;
	readonly #lanes: number;
	readonly #weigh: Options['weigh'];
	/** Every job that is known, oldest first. */
	readonly #entries = new Map<string, Entry>();
	readonly #waiting = new FairQueue<Entry>(MAX_WAITING);
	readonly #running = new Set<Entry>();

	constructor(task: Task, { lanes = 1, weigh }: Options = {}) {
		this.#task = task;
		this.#lanes = lanes;
		this.#weigh = weigh;
	}

	/**
	 * Queues an event and gives the job's id. An event that waits already keeps its place; one that is being
	 * compared starts anew, since its accounts have changed. When the queue is full the job fails as `busy`.
	 */
	start(event: EventId): string {
		const waiting = this.#waiting.find((entry) => entry.job.event === event);
		if (waiting !== undefined) return waiting.job.id;
		for (const { job } of this.#running) if (job.event === event) this.cancel(job.id);
		const entry: Entry = {
			job: { id: newId(), event, state: 'waiting' },
			abort: new AbortController(),
			weight: this.#weigh === undefined ? 'short' : null
		};
		this.#entries.set(entry.job.id, entry);
		if (!this.#waiting.add(asker(), entry)) end(entry, fail('busy', { place: this.#waiting.length + 1 }));
		else if (this.#weigh !== undefined) void this.#weighAndStart(entry, this.#weigh);
		this.#forget();
		this.#next();
		return entry.job.id;
	}

	/** A copy of the job as it is now. */
	get(id: string): Job | null {
		const entry = this.#entries.get(id);
		return entry === undefined ? null : this.#shown(entry);
	}

	/** The event's newest job. */
	latest(event: EventId): Job | null {
		let newest: Entry | null = null;
		for (const entry of this.#entries.values()) if (entry.job.event === event) newest = entry;
		return newest === null ? null : this.#shown(newest);
	}

	/** Stops a job that has not ended; false when there is none such. */
	cancel(id: string): boolean {
		const entry = this.#entries.get(id);
		if (entry === undefined || hasEnded(entry.job)) return false;
		this.#waiting.remove(entry);
		end(entry, fail('cancelled'));
		entry.abort.abort();
		return true;
	}

	async #weighAndStart(entry: Entry, weigh: NonNullable<Options['weigh']>): Promise<void> {
		entry.weight = await weigh(entry.job.event).catch(() => 'short' as const);
		this.#next();
	}

	#next(): void {
		while (this.#running.size < this.#lanes) {
			const entry = this.#waiting.take((waiting) => this.#mayGo(waiting));
			if (entry === null) return;
			this.#run(entry);
		}
	}

	#mayGo({ job, weight }: Entry): boolean {
		const running = [...this.#running];
		if (weight === null || running.some((other) => other.job.event === job.event)) return false;
		const long = running.filter((other) => other.weight === 'long').length;
		return weight === 'short' || long < Math.max(this.#lanes - 1, 1);
	}

	#run(entry: Entry): void {
		this.#running.add(entry);
		entry.job.state = 'running';
		const control = {
			signal: entry.abort.signal,
			onProgress: (progress: Progress) => {
				if (entry.job.state === 'running') entry.job.progress = progress;
			}
		};
		void this.#task(entry.job.event, control)
			.catch(() => fail('engine_failed'))
			.then((result) => {
				end(entry, result);
				this.#running.delete(entry);
				this.#next();
			});
	}

	#shown(entry: Entry): Job {
		const ahead = this.#waiting.ahead(entry);
		return ahead === null ? { ...entry.job } : { ...entry.job, ahead };
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

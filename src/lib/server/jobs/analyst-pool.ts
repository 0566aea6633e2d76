import { MessageChannel, type Worker } from 'node:worker_threads';
import type { Comparison, Result } from '#lib/model/index.ts';
import { Analyst, type Control } from './analyst.ts';
import type { PeerMessage, Request, WorkerData } from './messages.ts';

/** Milliseconds after which a thread that is not needed is ended: it holds the lexicon in memory. */
const IDLE = 60_000;

type Desk = { analyst: Analyst; lastEvent: string; isBusy: boolean };

/**
 * Threads that compare events side by side. One that has read an event's accounts gets it again; while others are
 * idle they read accounts for one that has many. Only the first is kept when there is nothing to do.
 */
export class AnalystPool {
	readonly #desks: Desk[] = [];
	readonly #workers = new Set<Worker>();
	readonly #createWorker: (data: WorkerData) => Worker;
	readonly #idle: number;
	#resting: NodeJS.Timeout | undefined;

	constructor(createWorker: (data: WorkerData) => Worker, size: number, timeLimit?: number, idle = IDLE) {
		this.#createWorker = createWorker;
		this.#idle = idle;
		for (let at = 0; at < size; at++) {
			const analyst = new Analyst((data) => this.#start(data), timeLimit);
			this.#desks.push({ analyst, lastEvent: '', isBusy: false });
		}
	}

	/** Starts the first thread ahead of the first comparison. */
	warm(): void {
		this.#desks[0]?.analyst.warm();
	}

	/** Makes a comparison in a free thread, with the others' help where it is `shared` and they have nothing to do. */
	async compare(request: Request, control: Control, isShared = false): Promise<Result<Comparison>> {
		const free = this.#desks.filter(({ isBusy }) => !isBusy);
		const desk = free.find(({ lastEvent }) => lastEvent === request.event.id) ?? free[0];
		if (desk === undefined)
			throw new Error('Every thread is busy: queue no more jobs than there are threads.');
		clearTimeout(this.#resting);
		if (isShared) for (const { analyst } of free) analyst.warm();
		desk.isBusy = true;
		desk.lastEvent = request.event.id;
		try {
			return await desk.analyst.compare(request, control);
		} finally {
			desk.isBusy = false;
			if (!this.#desks.some(({ isBusy }) => isBusy))
				this.#resting = setTimeout(() => this.#rest(), this.#idle).unref();
		}
	}

	/** Ends the threads. */
	async close(): Promise<void> {
		clearTimeout(this.#resting);
		await Promise.all(this.#desks.map(({ analyst }) => analyst.close()));
	}

	#rest(): void {
		for (const desk of this.#desks.slice(1)) {
			desk.lastEvent = '';
			void desk.analyst.close();
		}
	}

	/** A new thread, with a way to each of the others and back. */
	#start(data: WorkerData): Worker {
		const worker = this.#createWorker(data);
		for (const other of this.#workers) {
			connect(worker, other);
			connect(other, worker);
		}
		this.#workers.add(worker);
		worker.once('exit', () => this.#workers.delete(worker));
		return worker;
	}
}

/** Lets one thread ask another to read accounts. */
function connect(asking: Worker, reading: Worker): void {
	const { port1, port2 } = new MessageChannel();
	asking.postMessage({ peer: port1, does: 'ask' } satisfies PeerMessage, [port1]);
	reading.postMessage({ peer: port2, does: 'read' } satisfies PeerMessage, [port2]);
}

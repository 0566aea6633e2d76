import type { Worker } from 'node:worker_threads';
import type { Progress } from '#lib/engine/types.ts';
import { fail, ok, type Comparison, type Result } from '#lib/model/index.ts';
import { log } from '../log.ts';
import { stackOf } from '../stack.ts';
import type { Answer, NextMessage, Request, WorkerData } from './messages.ts';
import { putTogether, type Part } from './parts.ts';

/** Milliseconds that a thread has to stop by itself, and so to stay warm, before it is ended. */
const GRACE = 500;

/** Milliseconds after which one comparison is given up. */
const TIME_LIMIT = 300_000;

export type Control = { signal: AbortSignal; onProgress: (progress: Progress) => void };

/**
 * A worker thread that makes one comparison at a time. It is kept between comparisons, since reading the
 * lexicon takes longer than most of them, and replaced when it was ended or crashed.
 */
export class Analyst {
	readonly #createWorker: (data: WorkerData) => Worker;
	readonly #timeLimit: number;
	readonly #stop = new Int32Array(new SharedArrayBuffer(4));
	#worker: Worker | null = null;

	constructor(createWorker: (data: WorkerData) => Worker, timeLimit = TIME_LIMIT) {
		this.#createWorker = createWorker;
		this.#timeLimit = timeLimit;
	}

	/** Starts the thread ahead of the first comparison. */
	warm(): void {
		this.#thread();
	}

	/** Makes a comparison. The thread's crash, and its running out of time or memory, are `engine_failed`. */
	compare(request: Request, { signal, onProgress }: Control): Promise<Result<Comparison>> {
		if (signal.aborted) return Promise.resolve(fail('cancelled'));
		Atomics.store(this.#stop, 0, 0);
		const worker = this.#thread();
		return new Promise((resolve) => {
			const parts: Part[] = [];
			let grace: NodeJS.Timeout | undefined;
			const finish = (result: Result<Comparison>) => {
				clearTimeout(limit);
				clearTimeout(grace);
				signal.removeEventListener('abort', onAbort);
				worker.off('message', onMessage).off('error', onError).off('exit', onExit);
				resolve(signal.aborted ? fail('cancelled') : result);
			};
			const onMessage = (message: Answer) => {
				if (message.type === 'progress') return onProgress(message.progress);
				if (message.type === 'part') {
					parts.push(message.part);
					// In between, what else came is answered.
					setImmediate(() => worker.postMessage({ next: true } satisfies NextMessage));
					return;
				}
				if (message.type === 'done') return finish(ok(putTogether(parts, message.comparison)));
				if (message.type === 'stopped') return finish(fail('cancelled'));
				log('error', 'a comparison failed', { reason: message.reason });
				finish(fail('engine_failed', { reason: 'error' }));
			};
			const onError = (error: Error) => finish(fail('engine_failed', { reason: reasonOf(error) }));
			const onExit = () => finish(fail('engine_failed', { reason: 'crash' }));
			const onAbort = () => {
				Atomics.store(this.#stop, 0, 1);
				grace = setTimeout(() => this.#end(worker), GRACE);
			};
			const limit = setTimeout(() => {
				finish(fail('engine_failed', { reason: 'time' }));
				this.#end(worker);
			}, this.#timeLimit);
			signal.addEventListener('abort', onAbort);
			worker.on('message', onMessage).on('error', onError).on('exit', onExit);
			worker.postMessage(request);
		});
	}

	/** Ends the thread. */
	async close(): Promise<void> {
		await this.#worker?.terminate();
	}

	#thread(): Worker {
		if (this.#worker !== null) return this.#worker;
		const worker = this.#createWorker({ stop: this.#stop });
		this.#worker = worker;
		const forget = () => {
			if (this.#worker === worker) this.#worker = null;
		};
		worker.on('exit', forget);
		worker.on('error', (error) => {
			forget();
			log('error', 'the analysis thread crashed', { reason: reasonOf(error), stack: stackOf(error) });
		});
		// An idle thread must not keep the process from ending.
		worker.unref();
		return worker;
	}

	#end(worker: Worker): void {
		if (this.#worker === worker) this.#worker = null;
		void worker.terminate();
	}
}

function reasonOf(error: Error): 'memory' | 'crash' {
	return (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crash';
}

import type { Worker } from 'node:worker_threads';
import { fail, type Result } from '#lib/model/index.ts';
import { log } from '../log.ts';
import type { ReadAnswer, ReadRequest } from './messages.ts';

/** Milliseconds after which the reading of one thing is given up; an ordinary page takes 30. */
const TIME_LIMIT = 10_000;

/** Pages, or bundles, that may wait to be read. */
const MOST_WAITING = 200;

/**
 * Reads what came from outside in a thread of its own, one after another, so that what was made to be slow holds up
 * no request. What takes too long, or brings the thread down, fails alone; the next gets a new thread.
 */
export class ThreadReader<Asked extends ReadRequest, Value> {
	readonly #createWorker: () => Worker;
	readonly #timeLimit: number;
	#worker: Worker | null = null;
	#last: Promise<unknown> = Promise.resolve();
	#waiting = 0;

	constructor(createWorker: () => Worker, timeLimit = TIME_LIMIT) {
		this.#createWorker = createWorker;
		this.#timeLimit = timeLimit;
	}

	/** What is asked for, as the thread reads it. Never rejects. */
	read(asked: Asked): Promise<Result<Value>> {
		if (this.#waiting >= MOST_WAITING) return Promise.resolve(fail('busy', { place: this.#waiting + 1 }));
		this.#waiting++;
		const reading = this.#last.then(() => this.#read(asked)).finally(() => this.#waiting--);
		this.#last = reading;
		return reading;
	}

	async close(): Promise<void> {
		await this.#worker?.terminate();
	}

	#read(asked: Asked): Promise<Result<Value>> {
		const worker = (this.#worker ??= this.#start());
		return new Promise((resolve) => {
			const end = (result: Result<Value>) => {
				clearTimeout(limit);
				worker.off('message', onMessage).off('exit', onExit);
				resolve(result);
			};
			const give = (reason: string) => {
				log('warn', 'a reading was given up', { reason });
				if (this.#worker === worker) this.#worker = null;
				void worker.terminate();
				end(fail('engine_failed', { reason }));
			};
			const onMessage = (answer: ReadAnswer<Value>) => {
				if (answer.type === 'done') return end(answer.result);
				log('error', 'a reading failed', { reason: answer.reason });
				end(fail('engine_failed', { reason: 'error' }));
			};
			const onExit = () => give('crash');
			const limit = setTimeout(() => give('time'), this.#timeLimit);
			worker.on('message', onMessage).on('exit', onExit);
			worker.postMessage(asked);
		});
	}

	#start(): Worker {
		const worker = this.#createWorker();
		worker.on('error', (error) => log('error', 'the reading thread crashed', { reason: error.name }));
		worker.once('exit', () => {
			if (this.#worker === worker) this.#worker = null;
		});
		// An idle thread must not keep the process from ending.
		worker.unref();
		return worker;
	}
}

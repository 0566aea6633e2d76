import type { Worker } from 'node:worker_threads';
import { fail, type Draft, type Result } from '#lib/model/index.ts';
import type { Fetched } from '../fetch/index.ts';
import { log } from '../log.ts';
import type { ReadAnswer } from './messages.ts';

/** Milliseconds after which the reading of one page is given up; an ordinary page takes 30. */
const TIME_LIMIT = 10_000;

/** Pages that may wait to be read. */
const MOST_WAITING = 200;

/**
 * Reads fetched pages in a thread of its own, one after another, so that a page made to be slow holds up no
 * request. A page that takes too long, or brings the thread down, fails alone; the next gets a new thread.
 */
export class PageReader {
	readonly #createWorker: () => Worker;
	readonly #timeLimit: number;
	#worker: Worker | null = null;
	#last: Promise<unknown> = Promise.resolve();
	#waiting = 0;

	constructor(createWorker: () => Worker, timeLimit = TIME_LIMIT) {
		this.#createWorker = createWorker;
		this.#timeLimit = timeLimit;
	}

	/** The account on a page. Never rejects. */
	read(page: Fetched): Promise<Result<Draft>> {
		if (this.#waiting >= MOST_WAITING) return Promise.resolve(fail('busy', { place: this.#waiting + 1 }));
		this.#waiting++;
		const reading = this.#last.then(() => this.#read(page)).finally(() => this.#waiting--);
		this.#last = reading;
		return reading;
	}

	async close(): Promise<void> {
		await this.#worker?.terminate();
	}

	#read(page: Fetched): Promise<Result<Draft>> {
		const worker = (this.#worker ??= this.#start());
		return new Promise((resolve) => {
			const end = (result: Result<Draft>) => {
				clearTimeout(limit);
				worker.off('message', onMessage).off('exit', onExit);
				resolve(result);
			};
			const give = (reason: string) => {
				log('warn', 'a page could not be read', { reason });
				if (this.#worker === worker) this.#worker = null;
				void worker.terminate();
				end(fail('engine_failed', { reason }));
			};
			const onMessage = (answer: ReadAnswer) => {
				if (answer.type === 'done') return end(answer.result);
				log('error', 'the reading of a page failed', { reason: answer.reason });
				end(fail('engine_failed', { reason: 'error' }));
			};
			const onExit = () => give('crash');
			const limit = setTimeout(() => give('time'), this.#timeLimit);
			worker.on('message', onMessage).on('exit', onExit);
			worker.postMessage(page);
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

import type { Worker } from 'node:worker_threads';
import { fail, type Result } from '#lib/model/index.ts';
import { asker } from '../asker.ts';
import { FairQueue } from '../fair-queue.ts';
import { log } from '../log.ts';
import type { ReadAnswer, ReadRequest } from './messages.ts';

/** Milliseconds after which the reading of one thing is given up; an ordinary page takes 30. */
const TIME_LIMIT = 10_000;

/** Pages, or files, that may wait to be read. */
const MOST_WAITING = 200;

type Waiting<Asked, Value> = { asked: Asked; end: (result: Result<Value>) => void };

/**
 * Reads what came from outside in a thread of its own, one after another and everybody in turn, so that what was made
 * to be slow holds up no request. What takes too long, or brings the thread down, fails alone; the next gets a new
 * thread.
 */
export class ThreadReader<Asked extends ReadRequest, Value> {
	readonly #createWorker: () => Worker;
	readonly #timeLimit: number;
	readonly #waiting = new FairQueue<Waiting<Asked, Value>>(MOST_WAITING, MOST_WAITING);
	#worker: Worker | null = null;
	#isBusy = false;

	constructor(createWorker: () => Worker, timeLimit = TIME_LIMIT) {
		this.#createWorker = createWorker;
		this.#timeLimit = timeLimit;
	}

	/** What is asked for, as the thread reads it. Never rejects. */
	read(asked: Asked): Promise<Result<Value>> {
		return new Promise((end) => {
			if (!this.#waiting.add(asker(), { asked, end })) end(fail('busy', { place: this.#waiting.length + 1 }));
			else void this.#next();
		});
	}

	async close(): Promise<void> {
		await this.#worker?.terminate();
	}

	async #next(): Promise<void> {
		if (this.#isBusy) return;
		this.#isBusy = true;
		for (let next = this.#waiting.take(); next !== null; next = this.#waiting.take())
			next.end(await this.#read(next.asked));
		this.#isBusy = false;
	}

	#read(asked: Asked): Promise<Result<Value>> {
		const worker = (this.#worker ??= this.#start());
		return new Promise((resolve) => {
			const end = (result: Result<Value>) => {
				clearTimeout(limit);
				worker.off('message', onMessage).off('exit', onExit).off('error', onError);
				resolve(result);
			};
			const give = (reason: string) => {
				log('warn', 'a reading was given up', { reason });
				if (this.#worker === worker) this.#worker = null;
				void worker.terminate();
				end(fail('reading_failed', { reason }));
			};
			const onMessage = (answer: ReadAnswer<Value>) => {
				if (answer.type === 'done') return end(answer.result);
				log('error', 'a reading failed', { reason: answer.reason });
				end(fail('reading_failed', { reason: 'error' }));
			};
			const onExit = () => give('crash');
			const onError = (error: NodeJS.ErrnoException) =>
				give(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crash');
			const limit = setTimeout(() => give('time'), this.#timeLimit);
			worker.on('message', onMessage).on('exit', onExit).on('error', onError);
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

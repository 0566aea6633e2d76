import { parentPort, workerData } from 'node:worker_threads';
import { createEngine } from '#lib/engine/index.ts';
import type { Progress } from '#lib/engine/types.ts';
import { loadLexicon } from '../lexicon.ts';
import { stackOf } from '../stack.ts';
import { rememberExtractions } from './extraction-cache.ts';
import type { Answer, Request, WorkerData } from './messages.ts';

/** Milliseconds between two reports of progress; a page asks no more often. */
const REPORT_EVERY = 100;

const { stop } = workerData as WorkerData;
const answer = (message: Answer) => parentPort?.postMessage(message);

class Stopped extends Error {}

const engine = createEngine(loadLexicon());
const extract = rememberExtractions(engine.extract);

parentPort?.on('message', ({ event, accounts, reviews, editions = [] }: Request) => {
	let reported = 0;
	const onProgress = (progress: Progress) => {
		// The engine computes without a pause, so a flag in shared memory is the one thing that can reach it.
		if (Atomics.load(stop, 0) === 1) throw new Stopped();
		const now = Date.now();
		if (now - reported < REPORT_EVERY) return;
		reported = now;
		answer({ type: 'progress', progress });
	};
	try {
		const options = { onProgress, extract, editions, ...(reviews === undefined ? {} : { reviews }) };
		answer({ type: 'done', comparison: engine.compare(event, [...accounts], options) });
	} catch (error) {
		answer(error instanceof Stopped ? { type: 'stopped' } : { type: 'failed', reason: stackOf(error) });
	}
});

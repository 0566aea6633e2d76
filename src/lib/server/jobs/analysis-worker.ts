import { parentPort, workerData } from 'node:worker_threads';
import { createEngine } from '#lib/engine/index.ts';
import type { Progress } from '#lib/engine/types.ts';
import { loadLexicon } from '../lexicon.ts';
import { stackOf } from '../stack.ts';
import { ExtractionCache } from './extraction-cache.ts';
import { letPagesGoFirst } from './low-priority.ts';
import type { Answer, NextMessage, PeerMessage, Request, WorkerData } from './messages.ts';
import { takeApart } from './parts.ts';
import { Peers } from './peers.ts';

letPagesGoFirst();

/** Milliseconds between two reports of progress; a page asks no more often. */
const REPORT_EVERY = 100;

const { stop } = workerData as WorkerData;
const answer = (message: Answer) => parentPort?.postMessage(message);

class Stopped extends Error {}

const engine = createEngine(loadLexicon());
const peers = new Peers(new ExtractionCache(engine.extract));

/** What is left to give of the last comparison. */
let waiting: Answer[] = [];

parentPort?.on('message', (asked: Request | PeerMessage | NextMessage) => {
	if ('next' in asked) giveNext();
	else if (!('peer' in asked)) compare(asked);
	else if (asked.does === 'ask') peers.addReader(asked.peer);
	else peers.readFor(asked.peer);
});

function giveNext(): void {
	if (Atomics.load(stop, 0) === 1) waiting = [{ type: 'stopped' }];
	const next = waiting.shift();
	if (next !== undefined) answer(next);
}

function compare({ event, accounts, reviews, editions = [] }: Request): void {
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
		const extract = peers.reading(accounts);
		const options = { onProgress, extract, editions, ...(reviews === undefined ? {} : { reviews }) };
		const { parts, rest } = takeApart(engine.compare(event, [...accounts], options));
		waiting = [...parts.map((part): Answer => ({ type: 'part', part })), { type: 'done', comparison: rest }];
		giveNext();
	} catch (error) {
		answer(error instanceof Stopped ? { type: 'stopped' } : { type: 'failed', reason: stackOf(error) });
	}
}

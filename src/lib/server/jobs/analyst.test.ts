import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { must, testAccount, testComparison } from '../store/invented.ts';
import { Analyst } from './analyst.ts';
import { createWorker } from './create-worker.ts';

/** A thread that does as the event's title says. */
const FAKE = `
	const { parentPort, workerData, threadId } = require('node:worker_threads');
	parentPort.on('message', ({ event }) => {
		const done = { type: 'done', comparison: { event, threadId } };
		if (event.title === 'work') {
			parentPort.postMessage({ type: 'progress', progress: { stage: 'reading', done: 1, total: 2 } });
			parentPort.postMessage(done);
		}
		if (event.title === 'crash') throw new Error('the mill fell down');
		if (event.title === 'exit') process.exit(3);
		if (event.title === 'fail') parentPort.postMessage({ type: 'failed', reason: 'Error' });
		if (event.title === 'memory') { const rows = []; for (;;) rows.push(new Array(1e6).fill(rows.length)); }
		if (event.title === 'hang') for (;;);
		if (event.title === 'listen') {
			while (Atomics.load(workerData.stop, 0) === 0);
			parentPort.postMessage({ type: 'stopped' });
		}
	});
`;

let analyst: Analyst;
afterEach(async () => {
	vi.restoreAllMocks();
	await analyst.close();
});

function fakeAnalyst(timeLimit?: number): Analyst {
	vi.spyOn(process.stderr, 'write').mockReturnValue(true);
	return (analyst = new Analyst(
		(workerData) =>
			new Worker(FAKE, { eval: true, workerData, resourceLimits: { maxOldGenerationSizeMb: 32 } }),
		timeLimit
	));
}

const ignore = () => undefined;
const control = (signal = new AbortController().signal, onProgress = ignore) => ({ signal, onProgress });
const ask = (title: string) => ({ event: { id: 'mill', title }, accounts: [] });

async function thread(): Promise<number> {
	const done = must(await analyst.compare(ask('work'), control())) as unknown as { threadId: number };
	return done.threadId;
}

describe('the analysis thread', () => {
	it('reports progress and then its comparison', async () => {
		const seen: unknown[] = [];
		const onProgress = (progress: unknown) => void seen.push(progress);
		const signal = new AbortController().signal;
		expect(await fakeAnalyst().compare(ask('work'), { signal, onProgress })).toMatchObject({ ok: true });
		expect(seen).toEqual([{ stage: 'reading', done: 1, total: 2 }]);
	});

	it('stays warm from one comparison to the next', async () => {
		fakeAnalyst();
		expect(await thread()).toBe(await thread());
	});

	it.each([
		['crash', 'crash'],
		['exit', 'crash'],
		['memory', 'memory'],
		['fail', 'error']
	])('fails the one comparison in which it breaks (%s)', async (title, reason) => {
		fakeAnalyst();
		expect(await analyst.compare(ask(title), control())).toEqual({
			ok: false,
			failure: { code: 'engine_failed', detail: { reason } }
		});
		expect(await thread()).toBeGreaterThan(0);
	});

	it('gives a comparison up that takes too long', async () => {
		fakeAnalyst(300);
		const answer = await analyst.compare(ask('hang'), control());
		expect(answer).toMatchObject({ failure: { code: 'engine_failed', detail: { reason: 'time' } } });
		expect(await thread()).toBeGreaterThan(0);
	});

	it.each([
		['listen', 'same', 'stays warm when it stops by itself'],
		['hang', 'other', 'is replaced when it does not']
	])('can be cancelled (%s: %s thread after)', async (title, after) => {
		fakeAnalyst();
		const before = await thread();
		const abort = new AbortController();
		const answer = analyst.compare(ask(title), control(abort.signal));
		abort.abort();
		expect(await answer).toEqual({ ok: false, failure: { code: 'cancelled' } });
		expect((await thread()) === before ? 'same' : 'other').toBe(after);
	});

	it('runs the real engine from source', async () => {
		analyst = new Analyst(createWorker);
		const accounts = [testAccount('north'), testAccount('south')];
		const request = { event: testComparison().event, accounts };
		const comparison = must(await analyst.compare(request, control()));
		expect(comparison.accounts).toEqual(testComparison(accounts).accounts);
	});
});

import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { generateAccounts } from '../../../../tools/bench/generate.ts';
import { must, testAccount } from '../store/invented.ts';
import { AnalystPool } from './analyst-pool.ts';
import { createWorker } from './create-worker.ts';

/** A thread that works until it is told to stop, breaks, or answers at once with its number. */
const FAKE = `
	const { parentPort, workerData, threadId } = require('node:worker_threads');
	parentPort.on('message', ({ event }) => {
		if (event === undefined) return;
		if (event.title === 'crash') throw new Error('the mill fell down');
		if (event.title === 'work') {
			while (Atomics.load(workerData.stop, 0) === 0);
			parentPort.postMessage({ type: 'stopped' });
		}
		if (event.title === 'answer') parentPort.postMessage({ type: 'done', comparison: { threadId } });
	});
`;

let pool: AnalystPool;
afterEach(async () => {
	vi.restoreAllMocks();
	await pool.close();
});

const control = (signal = new AbortController().signal) => ({ signal, onProgress: () => undefined });

async function ask(id: string, title = 'answer'): Promise<number> {
	const compared = await pool.compare({ event: { id, title }, accounts: [testAccount('north')] }, control());
	return (must(compared) as unknown as { threadId: number }).threadId;
}

describe('a pool of threads', () => {
	it('gives an event to the thread that read it before, and answers while another is at work', async () => {
		pool = new AnalystPool((workerData) => new Worker(FAKE, { eval: true, workerData }), 2);
		const first = await ask('ferry');
		const abort = new AbortController();
		const long = pool.compare({ event: { id: 'mill', title: 'work' }, accounts: [] }, control(abort.signal));
		const second = await ask('tram');
		expect(second).not.toBe(first);
		abort.abort();
		await long;
		expect([await ask('ferry'), await ask('tram'), await ask('ferry')]).toEqual([first, second, first]);
	});

	it('fails one comparison when its thread falls over, and no other', async () => {
		vi.spyOn(process.stderr, 'write').mockReturnValue(true);
		pool = new AnalystPool((workerData) => new Worker(FAKE, { eval: true, workerData }), 2);
		const [bad, good] = await Promise.allSettled([ask('mill', 'crash'), ask('ferry')]);
		expect([bad.status, good.status]).toEqual(['rejected', 'fulfilled']);
		expect(await ask('mill')).toBeGreaterThan(0);
	});

	it('keeps only the first thread when there is nothing to do', async () => {
		const workers: Worker[] = [];
		const ended: number[] = [];
		const create = (workerData: object) => {
			const worker = new Worker(FAKE, { eval: true, workerData });
			const at = workers.push(worker) - 1;
			worker.once('exit', () => ended.push(at));
			return worker;
		};
		pool = new AnalystPool(create, 2, undefined, 10);
		await Promise.all([ask('ferry'), ask('mill')]);
		await expect.poll(() => ended).toEqual([1]);
		expect(await Promise.all([ask('ferry'), ask('mill')])).toHaveLength(2);
	});

	it('makes the same comparison with another thread’s help as without', async () => {
		const request = { event: { id: 'flood', title: 'Flood' }, accounts: generateAccounts(12, 3) };
		const comparisons = [];
		for (const size of [1, 2]) {
			pool = new AnalystPool(createWorker, size);
			comparisons.push(must(await pool.compare(request, control(), true)));
			if (size === 1) await pool.close();
		}
		expect(JSON.stringify(comparisons[1])).toBe(JSON.stringify(comparisons[0]));
	});
});

import { describe, expect, it } from 'vitest';
import { fail, ok, type EventId, type Result } from '#lib/model/index.ts';
import { askingAs } from '../asker.ts';
import { JobQueue, type Task } from './queue.ts';

const MILL = '01ARZ3NDEKTSV4RRFFQ69G5FA1' as EventId;
const FERRY = '01ARZ3NDEKTSV4RRFFQ69G5FA2' as EventId;

type Call = { event: EventId; signal: AbortSignal; end: (result: Result<unknown>) => void } & {
	onProgress: Parameters<Task>[1]['onProgress'];
};

/** A queue whose task ends when the test says so. */
function queueByHand(options?: ConstructorParameters<typeof JobQueue>[1]) {
	const calls: Call[] = [];
	const queue = new JobQueue(
		(event, control) => new Promise((resolve) => calls.push({ event, ...control, end: resolve })),
		options
	);
	const state = (id: string) => queue.get(id)?.state;
	return { queue, calls, state };
}

describe('a queue of jobs', () => {
	it('does one job after the other and tells how each ended', async () => {
		const { queue, calls, state } = queueByHand();
		const [mill, ferry] = [queue.start(MILL), queue.start(FERRY)];
		expect([state(mill), state(ferry)]).toEqual(['running', 'waiting']);
		calls[0]!.end(ok(null));
		await expect.poll(() => state(ferry)).toBe('running');
		calls[1]!.end(fail('engine_failed', { reason: 'memory' }));
		await expect.poll(() => state(ferry)).toBe('failed');
		expect(state(mill)).toBe('done');
		expect(queue.get(ferry)?.failure).toEqual({ code: 'engine_failed', detail: { reason: 'memory' } });
	});

	it('shows how far the running job has come, and not how far an ended one had', async () => {
		const { queue, calls } = queueByHand();
		const id = queue.start(MILL);
		calls[0]!.onProgress({ stage: 'reading', done: 2, total: 5 });
		expect(queue.get(id)?.progress).toEqual({ stage: 'reading', done: 2, total: 5 });
		calls[0]!.end(ok(null));
		await expect.poll(() => queue.get(id)).toEqual({ id, event: MILL, state: 'done' });
	});

	it('tells a waiting job how many wait before it', async () => {
		const { queue, calls } = queueByHand();
		const [mill, ferry, tram] = [MILL, FERRY, 'tram' as EventId].map((event) => queue.start(event));
		expect([mill, ferry, tram].map((id) => queue.get(id!)?.ahead)).toEqual([undefined, 0, 1]);
		calls[0]!.end(ok(null));
		await expect.poll(() => queue.latest('tram' as EventId)?.ahead).toBe(0);
	});

	it('lets an event wait only once', () => {
		const { queue } = queueByHand();
		queue.start(FERRY);
		expect(queue.start(MILL)).toBe(queue.start(MILL));
	});

	it('compares anew when an event changes while it is being compared', async () => {
		const { queue, calls, state } = queueByHand();
		const [first, second] = [queue.start(MILL), queue.start(MILL)];
		expect(calls[0]!.signal.aborted).toBe(true);
		calls[0]!.end(ok(null));
		await expect.poll(() => state(second)).toBe('running');
		expect(state(first)).toBe('cancelled');
		expect(queue.latest(MILL)?.id).toBe(second);
	});

	it('cancels a waiting job before it starts', async () => {
		const { queue, calls, state } = queueByHand();
		const mill = queue.start(MILL);
		const ferry = queue.start(FERRY);
		expect(queue.cancel(ferry)).toBe(true);
		calls[0]!.end(ok(null));
		await expect.poll(() => state(mill)).toBe('done');
		expect(state(ferry)).toBe('cancelled');
		expect(calls).toHaveLength(1);
	});

	it('keeps a cancelled job cancelled, and an ended one as it ended', async () => {
		const { queue, calls, state } = queueByHand();
		const mill = queue.start(MILL);
		queue.cancel(mill);
		calls[0]!.end(ok(null));
		const ferry = queue.start(FERRY);
		await expect.poll(() => state(ferry)).toBe('running');
		expect(state(mill)).toBe('cancelled');
		calls[1]!.end(ok(null));
		await expect.poll(() => state(ferry)).toBe('done');
		expect(queue.cancel(ferry)).toBe(false);
		expect(queue.cancel('nothing')).toBe(false);
	});

	it('turns jobs of one person away as busy when too many of them wait, and takes another’s', () => {
		const { queue, state } = queueByHand();
		const start = (person: string, count: number) =>
			askingAs(person, () =>
				Array.from({ length: count }, (_, index) => queue.start(`${person} ${index}` as EventId))
			);
		const jobs = start('one', 152);
		expect(state(jobs[150]!)).toBe('waiting');
		expect(queue.get(jobs[151]!)).toMatchObject({
			state: 'failed',
			failure: { code: 'busy', detail: { place: 151 } }
		});
		const others = start('other', 51);
		expect(others.map(state)).toEqual([...Array<string>(50).fill('waiting'), 'failed']);
	});

	it('lets people take turns, however many events one of them brings', async () => {
		const { queue, calls } = queueByHand();
		askingAs('one', () => ['1', '2', '3'].forEach((id) => queue.start(id as EventId)));
		askingAs('other', () => queue.start(MILL));
		for (const at of [0, 1, 2]) {
			await expect.poll(() => calls.length).toBe(at + 1);
			calls[at]!.end(ok(null));
		}
		expect(calls.map(({ event }) => event).slice(0, 3)).toEqual(['1', MILL, '2']);
	});

	it('leaves one lane to short jobs, so that a large event holds up no small one', async () => {
		const { queue, calls, state } = queueByHand({
			lanes: 2,
			weigh: (event) => Promise.resolve(event.startsWith('large') ? 'long' : 'short')
		});
		const large = ['large 1', 'large 2'].map((id) => queue.start(id as EventId));
		const small = queue.start('small' as EventId);
		await expect.poll(() => state(small)).toBe('running');
		expect(large.map(state)).toEqual(['running', 'waiting']);
		calls[1]!.end(ok(null));
		await expect.poll(() => state(small)).toBe('done');
		expect(state(large[1]!)).toBe('waiting');
		calls[0]!.end(ok(null));
		await expect.poll(() => state(large[1]!)).toBe('running');
	});

	it('never compares one event in two lanes at once', async () => {
		const { queue, calls, state } = queueByHand({ lanes: 2 });
		queue.start(MILL);
		const again = queue.start(MILL);
		expect(state(again)).toBe('waiting');
		calls[0]!.end(ok(null));
		await expect.poll(() => state(again)).toBe('running');
	});

	it('fails a job whose task breaks, and goes on with the next', async () => {
		const queue = new JobQueue((event) =>
			event === MILL ? Promise.reject(new Error('broken')) : Promise.resolve(ok(null))
		);
		const [mill, ferry] = [queue.start(MILL), queue.start(FERRY)];
		await expect.poll(() => queue.get(ferry)?.state).toBe('done');
		expect(queue.get(mill)).toMatchObject({ state: 'failed', failure: { code: 'engine_failed' } });
	});
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Decision, EventId } from '#lib/model/index.ts';
import { memoryStore, useStore, type Store } from '../store/index.ts';
import { must, testDraft } from '../store/invented.ts';
import { keepReviews } from './keep.ts';

// What is decided has the event compared anew; nothing here asks for the comparison.
vi.mock('../jobs/index.ts', () => ({ startComparison: () => 'job', getJob: () => null }));

const at = (start: number, end: number) => ({ account: 'north', start, end, words: 'words' });
const [first, second, third] = [at(0, 9), at(10, 19), at(20, 29)];
const SPLIT: Decision[] = [
	{ kind: 'notSame', a: [first, second], b: [third] },
	{ kind: 'same', claims: [first, second] }
];

let store: Store;
let id: EventId;
beforeEach(async () => {
	useStore((store = memoryStore()));
	id = must(await store.create(testDraft())).id as EventId;
});
afterEach(() => useStore(null));

const log = async () => (await store.get(id))?.reviews ?? [];

describe('what one press decides', () => {
	it('is kept whole, with one moment', async () => {
		const kept = await keepReviews(id, { who: 'Ines', decisions: SPLIT, seen: 0 });
		expect(kept).toMatchObject({ ok: true, job: 'job' });
		expect((await log()).map(({ decision }) => decision)).toEqual(SPLIT);
		expect(new Set((await log()).map((review) => review.at)).size).toBe(1);
	});

	it('is refused whole when somebody decided on a part of it meanwhile', async () => {
		await keepReviews(id, { who: 'Bo', decisions: [{ kind: 'hide', claim: second }], seen: 0 });
		const kept = await keepReviews(id, { who: 'Ines', decisions: SPLIT, seen: 0 });
		expect(kept).toMatchObject({ failure: { code: 'changed_meanwhile' }, theirs: [{ who: 'Bo' }], seen: 1 });
		expect(await log()).toHaveLength(1);
	});

	it('is kept beside what others decided on something else', async () => {
		await keepReviews(id, { who: 'Bo', decisions: [{ kind: 'hide', claim: at(40, 49) }], seen: 0 });
		expect(await keepReviews(id, { who: 'Ines', decisions: SPLIT, seen: 0 })).toMatchObject({ ok: true });
		expect(await log()).toHaveLength(3);
	});

	it('is kept once when the button is pressed twice, and told of both times', async () => {
		const once = await keepReviews(id, { who: 'Ines', decisions: SPLIT, seen: 0 });
		const twice = await keepReviews(id, { who: 'Ines', decisions: SPLIT, seen: 0 });
		expect(twice).toEqual(once);
		expect(await log()).toHaveLength(2);
	});
});

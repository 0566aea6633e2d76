import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EventId } from '#lib/model/index.ts';
import { binContents, deleteNow, emptyBin, keepBinEmpty } from './bin.ts';
import { memoryStore, useStore, type Store } from './store/index.ts';
import { must, testDraft } from './store/invented.ts';

// What quoted the deleted is compared anew; nothing here asks for the comparison.
vi.mock('./jobs/index.ts', () => ({ compareStale: () => Promise.resolve() }));

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let store: Store;
let [event, other] = ['' as EventId, '' as EventId];
beforeEach(async () => {
	vi.useFakeTimers({ now: Date.UTC(2030, 0, 1) });
	useStore((store = memoryStore()));
	event = must(await store.create(testDraft('Old'))).id as EventId;
	other = must(await store.create(testDraft('Other'))).id as EventId;
	must(await store.remove(event));
	must(await store.removeAccount(other, 'north'));
});
afterEach(() => {
	useStore(null);
	vi.useRealTimers();
});

describe('the bin', () => {
	it('says until when each thing stays, and what an account belonged to', async () => {
		expect(await binContents('owner')).toMatchObject({
			events: [{ id: event, title: 'Old', accounts: 2, keptUntil: '2030-01-31T00:00:00.000Z' }],
			accounts: [{ id: 'north', event: { id: other, title: 'Other' }, keptUntil: '2030-01-31T00:00:00.000Z' }]
		});
	});

	it('shows nobody’s drafts to a reader', async () => {
		must(await store.changeAccount(other, 'south', { rendering: 'draft' }));
		must(await store.removeAccount(other, 'south'));
		expect((await binContents('owner')).accounts).toHaveLength(2);
		expect((await binContents('reader')).accounts).toHaveLength(1);
	});

	it('lets things go at once when a person says so', async () => {
		must(await deleteNow(event));
		must(await deleteNow(other, 'north'));
		expect(await binContents('owner')).toEqual({ events: [], accounts: [] });
		expect(await deleteNow(other, 'north')).toMatchObject({ failure: { code: 'not_found' } });
	});

	it('is emptied of what has had its time at the start', async () => {
		vi.advanceTimersByTime(30 * DAY - 1);
		await emptyBin(store);
		expect((await binContents('owner')).events).toHaveLength(1);
		vi.advanceTimersByTime(1);
		await emptyBin(store);
		expect(await binContents('owner')).toEqual({ events: [], accounts: [] });
	});

	it('is emptied while the server runs', async () => {
		const timer = keepBinEmpty(store);
		await vi.advanceTimersByTimeAsync(29 * DAY);
		expect((await binContents('owner')).events).toHaveLength(1);
		await vi.advanceTimersByTimeAsync(DAY + HOUR);
		expect(await binContents('owner')).toEqual({ events: [], accounts: [] });
		clearInterval(timer);
	});
});

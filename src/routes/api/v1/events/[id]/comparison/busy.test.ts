import { afterEach, describe, expect, it, vi } from 'vitest';
import { must, testDraft } from '#lib/server/store/invented.ts';
import { memoryStore, useStore } from '#lib/server/store/index.ts';
import { POST } from './+server.ts';

const job = {
	id: 'job',
	state: 'failed',
	failure: { code: 'busy', detail: { place: 12 } }
};
vi.mock('#lib/server/jobs/index.ts', () => ({ startComparison: () => 'job', getJob: () => job }));

afterEach(() => useStore(null));

describe('a comparison for which there is no room in the queue', () => {
	it('is refused with the place in it, and with the time after which to ask again', async () => {
		const store = memoryStore();
		useStore(store);
		const { id } = must(await store.create(testDraft()));
		const asked = { params: { id }, locals: { requestId: 'r-1' } } as unknown as Parameters<typeof POST>[0];
		const answer = await POST(asked);
		expect(answer.status).toBe(503);
		expect(answer.headers.get('content-type')).toBe('application/problem+json');
		expect(answer.headers.get('retry-after')).toBe('30');
		expect(await answer.json()).toEqual({
			error: {
				code: 'busy',
				message: 'Too much work right now; you are number 12. Nothing is lost; try again in a minute.',
				requestId: 'r-1'
			}
		});
	});
});

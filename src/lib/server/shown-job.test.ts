import { expect, test } from 'vitest';
import type { EventId } from '#lib/model/index.ts';
import { shownJob } from './shown-job.ts';

const job = { id: 'a', event: '01ARZ3NDEKTSV4RRFFQ69G5FA1' as EventId };

test('a comparison whose thread fell over says so, and what to do', () => {
	const shown = shownJob({
		...job,
		state: 'failed',
		failure: { code: 'engine_failed', detail: { reason: 'memory' } }
	});
	expect(shown?.message).toMatch(/more memory than Lateral allows.*try again/);
});

test('one that waits says how many wait before it', () => {
	expect(shownJob({ ...job, state: 'waiting', ahead: 2 })).toMatchObject({ ahead: 2, message: null });
	expect(shownJob(null)).toBeNull();
});

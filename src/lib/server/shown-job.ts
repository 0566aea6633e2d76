import type { Job } from './jobs/index.ts';
import { messageOf } from './failure.ts';

/** How an event's comparison stands, as pages show it; null where none is known. */
export function shownJob(job: Job | null) {
	if (job === null) return null;
	const { id, state, progress = null, ahead = 0, failure } = job;
	return { id, state, progress, ahead, message: failure ? messageOf(failure) : null };
}

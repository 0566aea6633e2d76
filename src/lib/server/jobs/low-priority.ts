import { platform, setPriority } from 'node:os';

/** How far behind the pages what is computed beside them stands, as `nice` counts. */
const BEHIND = 10;

/** Lets this thread wait for the ones that answer pages. On other systems the whole process would wait, so not there. */
export function letPagesGoFirst(): void {
	if (platform() !== 'linux') return;
	try {
		setPriority(BEHIND);
	} catch {
		// Without the right to it, the threads share the cores evenly.
	}
}

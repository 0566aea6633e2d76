/** Frames that are enough to find a fault. */
const FRAMES = 6;

/** An error's kind and where it came from, without its message, which may quote an account. */
export function stackOf(error: unknown): string {
	if (!(error instanceof Error)) return typeof error;
	const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
	return [error.name, ...frames.slice(0, FRAMES).map((line) => line.trim())].join(' ');
}

const tokens = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Harmonic mean of the shares of words that were wanted and found, counting each word as often as it stands. */
export function tokenF1(found: string, wanted: string): number {
	const counts = new Map<string, number>();
	for (const token of tokens(wanted)) counts.set(token, (counts.get(token) ?? 0) + 1);
	let shared = 0;
	for (const token of tokens(found)) {
		const left = counts.get(token) ?? 0;
		if (left > 0) shared++;
		counts.set(token, left - 1);
	}
	return (2 * shared) / (tokens(found).length + tokens(wanted).length);
}

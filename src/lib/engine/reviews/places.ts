import type { Anchor, Span } from '#lib/model/index.ts';

/**
 * Where an anchor's words stand in a text now: at their place, else at the nearest one that has exactly these words;
 * null when there is none.
 */
export function findPlace({ start, end, words }: Anchor, text: string): Span | null {
	if (words === '') return null;
	if (text.slice(start, end) === words) return { start, end };
	const after = text.indexOf(words, start);
	const before = text.lastIndexOf(words, start);
	if (after < 0 && before < 0) return null;
	const isAfter = before < 0 || (after >= 0 && after - start < start - before);
	const at = isAfter ? after : before;
	return { start: at, end: at + words.length };
}

function overlap(a: Span, b: Span): number {
	return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

/**
 * The claim that a newer engine makes of a place: the one with its very bounds, else the one that fits it most closely
 * among those that share half of the shorter; undefined when there is none.
 */
export function claimAt<C extends Span>(place: Span, claims: Iterable<C>): C | undefined {
	let [best, closest] = [undefined as C | undefined, 0];
	for (const claim of claims) {
		const shared = overlap(place, claim);
		const [size, other] = [place.end - place.start, claim.end - claim.start];
		if (shared * 2 < Math.min(size, other)) continue;
		const fit = shared / (size + other - shared);
		if (fit > closest) [best, closest] = [claim, fit];
	}
	return best;
}

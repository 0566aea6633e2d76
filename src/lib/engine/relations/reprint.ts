import type { Gist } from '../lines/gist.ts';

/** Share of character trigrams from which two wordings are one text, lightly edited. */
const SAME_TEXT = 0.82;

/** Share of trigrams that the shorter of two texts has in common with the other, 0..1. */
function shared(a: Int32Array, b: Int32Array): number {
	let [i, j, both] = [0, 0, 0];
	while (i < a.length && j < b.length) {
		const [x, y] = [a[i]!, b[j]!];
		if (x === y) both++;
		if (x <= y) i++;
		if (y <= x) j++;
	}
	return both / (Math.max(a.length, b.length) || 1);
}

/** The figures of a text in order: an edit that changes one is no reprint. */
const figures = (gist: Gist) => (gist.plain.match(/\d+/g) ?? []).join(' ');
const denials = (gist: Gist) => gist.claim.certainty === 'denied';

/** Whether one claim is the other's words again, or a cut of them: such a pair neither conflicts nor adds an origin. */
export function isReprint(a: Gist, b: Gist): boolean {
	if (a.plain === b.plain) return true;
	const [short, long] = a.plain.length <= b.plain.length ? [a.plain, b.plain] : [b.plain, a.plain];
	if (short.length >= 20 && long.includes(short)) return true;
	return (
		figures(a) === figures(b) && denials(a) === denials(b) && shared(a.trigrams, b.trigrams) >= SAME_TEXT
	);
}

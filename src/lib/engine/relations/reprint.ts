import { isDated, shareDay } from '../lines/dated.ts';
import type { Gist } from '../lines/gist.ts';

/** Share of character trigrams from which two wordings are one text, lightly edited. */
const SAME_TEXT = 0.7;

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

/** The figures of a text in order, what it negates, and on which side: an edit that changes one is no reprint. */
const figures = (gist: Gist) =>
	(
		gist.plain.match(
			/\d+|\b(?:not?|never|none|cannot|without|\w+n t|inside|outside|near|far|behind|above|below|under|before|after|refus\w+|fail(?:ed|s)?|declin\w+|den(?:y|ied|ies))\b/g
		) ?? []
	).join(' ');

/** Whether every content word of the shorter claim stands in the other: a cut is a reprint, a changed word is not. */
function isCut(a: Gist, b: Gist): boolean {
	const [short, long] = a.terms.length <= b.terms.length ? [a, b] : [b, a];
	const words = new Set(long.terms.map((term) => term.lemma));
	return short.terms.every((term) => words.has(term.lemma));
}

/** Whether both give days, and none that is one: an edit that changes the day is no reprint either. */
function differInDay(a: Gist, b: Gist): boolean {
	const [xs, ys] = [a.claim.values.filter(isDated), b.claim.values.filter(isDated)];
	return xs.length > 0 && ys.length > 0 && !xs.some((x) => ys.some((y) => shareDay(x, y)));
}

/** Whether one claim is the other's words again, or a cut of them: such a pair neither conflicts nor adds an origin. */
export function isReprint(a: Gist, b: Gist): boolean {
	if (a.plain === b.plain) return true;
	return (
		figures(a) === figures(b) &&
		!differInDay(a, b) &&
		a.claim.certainty === b.claim.certainty &&
		isCut(a, b) &&
		shared(a.trigrams, b.trigrams) >= SAME_TEXT
	);
}

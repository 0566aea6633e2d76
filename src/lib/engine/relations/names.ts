import type { Gist, Term } from '../lines/gist.ts';
import type { Words } from '../words/index.ts';
import { evidenceOf, speakers, wordsAt, type Finding } from './finding.ts';

/** Fewer shared words than this, and two claims are not the same sentence with another name. */
const LEAST_SHARED = 3;

const isName = (gist: Gist, term: Term) =>
	term.upos === 'PROPN' || /^\p{Lu}/u.test(wordsAt(gist, term).slice(0, 1)) === true;

function unmatched(of: Gist, by: Gist, words: Words): Term[] {
	return of.terms.filter((term) => !by.terms.some((other) => words.kinship(term.lemma, other.lemma) >= 0.5));
}

/** Whether a span is named as a place where the account was read. */
function isPlace(gist: Gist, term: Term): boolean {
	return gist.extraction.names.some(
		(name) => name.kind === 'place' && name.start <= term.start && name.end >= term.end
	);
}

/**
 * The same said of two different people or places: nothing else may differ, since most sentences with two names
 * are about two things.
 */
export function compareNames(a: Gist, b: Gist, words: Words): Finding | null {
	if (Math.min(a.terms.length, b.terms.length) <= LEAST_SHARED) return null;
	const [ofA, ofB] = [unmatched(a, b, words), unmatched(b, a, words)];
	const [x, y] = [ofA[0], ofB[0]];
	if (x === undefined || y === undefined || ofA.length > 1 || ofB.length > 1) return null;
	if (!isName(a, x) || !isName(b, y) || x.varies || y.varies) return null;
	const [one, other] = speakers(a, b);
	const code = isPlace(a, x) && isPlace(b, y) ? 'place' : 'person';
	const text = `${one} says “${wordsAt(a, x)}” and ${other} “${wordsAt(b, y)}”.`;
	return { kind: 'conflicts', code, text, evidence: [evidenceOf(a, x), evidenceOf(b, y)], fit: 0.8 };
}

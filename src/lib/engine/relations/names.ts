import type { Span } from '#lib/model/index.ts';
import type { Gist, Term } from '../lines/gist.ts';
import type { NameKind } from '../types.ts';
import type { Words } from '../words/index.ts';
import { isNegative } from './denial.ts';
import { does, evidenceOf, speakers, wordsAt, type Finding } from './finding.ts';

/** Fewer words than this, and two claims are not the same sentence with another name. */
const LEAST_SHARED = 3;
const MATCHED = 0.5;
const SETTING = new Set(['in', 'at', 'near', 'off', 'outside', 'to', 'from']);

const isName = (gist: Gist, term: Term) =>
	term.upos === 'PROPN' || /^\p{Lu}/u.test(wordsAt(gist, term).slice(0, 1)) === true;

/** What a name names, as it was read in its account. */
function kindOf(gist: Gist, { start, end }: Span): NameKind | undefined {
	return gist.extraction.names.find((name) => name.start <= start && name.end >= end)?.kind;
}

/** A name that differs, with all its words. */
type Run = Span & { terms: Term[] };

/** The one name of a claim that the other has no words for; undefined where that is not all it has no words for. */
function onlyRun(of: Gist, by: Gist, words: Words): Run | undefined {
	let run: Run | undefined;
	for (const term of of.terms) {
		if (by.terms.some((other) => words.kinship(term.lemma, other.lemma) >= MATCHED)) continue;
		if (!isName(of, term) || term.varies) return undefined;
		if (run === undefined) run = { start: term.start, end: term.end, terms: [term] };
		else if (run.terms.at(-1)!.at === term.at - 1) {
			run.terms.push(term);
			run.end = term.end;
		} else return undefined;
	}
	return run;
}

/** Where a claim sets a place with "in", "at" or "off", as the preposition there; empty elsewhere. */
function whereOf(gist: Gist, { terms }: Run): string {
	const head = terms.at(-1)!.at;
	const below = gist.tokens.filter((token) => token.head === head && token.deprel === 'case');
	return below.map(({ lemma }) => lemma.toLowerCase()).join(' ');
}

/** Letters of a name beyond which another name is another's, for each letter that differs. */
const LETTERS_PER_SLIP = 5;

/** Whether two names are one in two spellings, or one is the other's initials: "Odesa", "Odessa"; "ILO". */
function isSpelling(a: string, b: string): boolean {
	const initials = (name: string) => name.replace(/[^\p{Lu}]/gu, '');
	const [short, long] = a.length <= b.length ? [a, b] : [b, a];
	if (/^[\p{Lu}.]+$/u.test(short) && initials(short) === initials(long)) return true;
	const [x, y] = [short.toLowerCase(), long.toLowerCase()];
	let [from, to] = [0, 0];
	while (from < x.length && x[from] === y[from]) from++;
	while (to < x.length - from && x.at(-1 - to) === y.at(-1 - to)) to++;
	return y.length - from - to <= x.length / LETTERS_PER_SLIP;
}

/**
 * The same said of two different people or places: nothing else may differ, since most sentences with two names
 * are about two things.
 */
export function compareNames(a: Gist, b: Gist, words: Words): Finding | null {
	if (Math.min(a.terms.length, b.terms.length) < LEAST_SHARED) return null;
	const x = onlyRun(a, b, words);
	const y = x === undefined ? undefined : onlyRun(b, a, words);
	if (x === undefined || y === undefined || isNegative(a) !== isNegative(b)) return null;
	const [name, another] = [wordsAt(a, x), wordsAt(b, y)];
	const kinds = [kindOf(a, x), kindOf(b, y)];
	const isPeople = (gist: Gist, { terms }: Run) => gist.tokens[terms.at(-1)!.at]!.upos === 'ADJ';
	// "The Kerry Democrat" is no name beside "Doyle": several words are one name only where they were read as one.
	// "Mayor Will Meet Union": in a headline every word may have a capital.
	if ((a.claim.headline && kinds[0] === undefined) || (b.claim.headline && kinds[1] === undefined))
		return null;
	const areAlike = kinds[0] !== undefined ? kinds[0] === kinds[1] : isPeople(a, x) && isPeople(b, y);
	if (Math.max(x.terms.length, y.terms.length) > 1 && !areAlike) return null;
	if (isSpelling(name, another) || (kinds.includes('place') && words.mayHold(name, another))) return null;
	const told = Math.min(a.terms.length - x.terms.length, b.terms.length - y.terms.length) + 1;
	const [where, there] = [whereOf(a, x), whereOf(b, y)];
	// Of a short claim only where it happened can be another: "he was born in Kyoto".
	const isSet = where === there && SETTING.has(where);
	if (told < LEAST_SHARED || (told === LEAST_SHARED && !isSet)) return null;
	const [one, other] = speakers(a, b);
	const code = kinds.every((kind) => kind === 'place') ? 'place' : 'person';
	const text = `${does(one, 'says')} “${name}” and ${other} “${another}”.`;
	return { kind: 'conflicts', code, text, evidence: [evidenceOf(a, x), evidenceOf(b, y)], fit: 0.8 };
}

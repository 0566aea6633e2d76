import type { Value } from '#lib/model/index.ts';
import { clauseAt, fateBeside, FATES } from '../lines/counts.ts';
import type { Frame } from '../lines/frames.ts';
import type { Gist } from '../lines/gist.ts';
import type { Words } from '../words/index.ts';
import { hasBelow } from './exclusion.ts';
import { isLight } from './overlap.ts';

/** What was done is one thing from here, where it tells which of several are meant. */
export const SAME_DEED = 0.5;

/** What a clause does, with what that leaves somebody: "left 15 people dead" kills. */
function deedsOf(gist: Gist, { verb, patients }: Frame): string[] {
	const states = gist.tokens.flatMap(({ head, upos, deprel, lemma }) =>
		(head === verb || patients.includes(head)) &&
		upos === 'ADJ' &&
		/^(?:xcomp|amod|acl|advcl|obj)/.test(deprel)
			? [lemma]
			: []
	);
	return [gist.tokens[verb]!.lemma, ...states];
}

/** Whether one of some deeds is one of others. */
const shareDeed = (mine: readonly string[], theirs: readonly string[], words: Words): boolean =>
	mine.some((p) => theirs.some((q) => words.kinship(p, q) >= SAME_DEED && !words.opposite(p, q)));

/**
 * Whether two numbers are of those to whom different things happened, by the words beside them: some died and some were
 * hurt, or some fell ill and "five" were lost. One of all there are may be told beside what happened to some.
 */
export function haveOtherFates(a: Gist, x: Value, b: Gist, y: Value, words: Words): boolean {
	const [mine, theirs] = [fateBeside(a, x), fateBeside(b, y)];
	if (mine.length === 0 || theirs.length === 0) {
		const isAll = (gist: Gist, { start }: Value) => ALL.test(textBefore(gist, start));
		const isVague = [a, b].some((gist, i) => isAll(gist, [x, y][i]!));
		return (
			mine.length + theirs.length > 0 &&
			!isVague &&
			tellsOther(mine.length > 0 ? b : a, mine.length > 0 ? y : x)
		);
	}
	return !shareDeed(mine, theirs, words);
}

const ALL = /\b(?:of (?:the|its|their|his|her|all)|all|the|aboard|with)\s+$/i;
const textBefore = ({ extraction }: Gist, start: number) =>
	extraction.account.text.slice(Math.max(0, start - 24), start);

/** Whether a clause that counts says what was done, and no more of those whom it counts than that they were there. */
function tellsOther(gist: Gist, value: Value): boolean {
	const clause = clauseAt(gist, value.start);
	if (clause === undefined) return false;
	const { lemma } = gist.tokens[clause.verb]!;
	return !isLight(lemma) && !STOCK.has(lemma) && !STOCK_TOO.has(lemma) && !FATES.has(lemma);
}

/** Verbs by which something is there in some number, and others by which some of it goes: a ship carries what it may lose. */
const STOCK = new Set(
	'carry hold contain own keep employ house transport load store seat accommodate'.split(' ')
);
const STOCK_TOO = new Set('be have work serve live stay wait travel sail fly'.split(' '));

/** Whether one number is of all that there is, and the other of some to which something happened. */
export function areStockAndPart(mine: string, theirs: string, words: Words): boolean {
	const isApart = (stock: string, part: string) =>
		STOCK.has(stock) &&
		!STOCK.has(part) &&
		!STOCK_TOO.has(part) &&
		!isLight(part) &&
		words.kinship(stock, part) < SAME_DEED;
	return isApart(mine, theirs) || isApart(theirs, mine);
}

/** Whether two clauses that count may tell of one deed: twelve who were killed are not the thirty who were hurt. */
export function mayBeOneDeed(a: Gist, x: Frame, b: Gist, y: Frame, words: Words): boolean {
	const [mine, theirs] = [deedsOf(a, x), deedsOf(b, y)];
	if (![mine, theirs].every((deeds) => deeds.some((deed) => FATES.has(deed)))) return true;
	return shareDeed(mine, theirs, words);
}

/** Whether a number is one of those whom a word names: "four patients". */
export function isCounted(gist: Gist, at: number, { start, end }: Value): boolean {
	const token = gist.tokens[at]!;
	if (token.start >= start && token.end <= end) return true;
	return gist.tokens.some((other) => other.head === at && other.start >= start && other.end <= end);
}

/** Whether a number is told to be of some of others: "five children were among the dead". */
export function isAmong({ extraction }: Gist, { end }: Value): boolean {
	return /^[^.,;:]{0,40}\bamong\b/.test(extraction.account.text.slice(end, end + 60));
}

const WITHIN = new Set(['in', 'among', 'at', 'across', 'from']);

/** Whether those whom a number counts are only where something was: "irregularities in 12 papers". */
export function isWhere(gist: Gist, { start, end }: Value): boolean {
	const inside = gist.tokens.findIndex(
		(token) => token.start >= start && token.end <= end && token.upos === 'NUM'
	);
	const noun = inside < 0 ? -1 : gist.tokens[inside]!.head;
	return noun >= 0 && gist.tokens[noun]!.upos === 'NOUN' && hasBelow(gist, noun, 'case', WITHIN);
}

const WHOLE = /\bof (?:the|its|their|his|her)\s+$/i;

/** Whether one number is of all of which some are told of, and the other is of some: "three of the five", "only one". */
export function isWholeOf(a: Gist, x: Value, b: Gist, y: Value): boolean {
	const before = [textBefore(a, x.start), textBefore(b, y.start)] as const;
	return WHOLE.test(before[0]) ? !ALL.test(before[1]) : WHOLE.test(before[1]) && !ALL.test(before[0]);
}

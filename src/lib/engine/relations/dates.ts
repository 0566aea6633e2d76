import type { Value } from '#lib/model/index.ts';
import { daysBetween, timesOf, type Dated } from '../lines/dated.ts';
import type { Gist } from '../lines/gist.ts';
import type { Words } from '../words/index.ts';
import { does, evidenceOf, speakers, type Finding } from './finding.ts';
import { occasionFit } from './clauses.ts';
import { readingsOf } from './doings.ts';
import { clauseAt, sameUnit } from '../lines/counts.ts';
import type { Frame } from '../lines/frames.ts';
import { sameDoing } from './overlap.ts';

/** "That day" is the day of another sentence. */
const ELSEWHERE = /^(?:on )?(?:that|the same|the next|the following|the previous) /i;

const datesOf = (gist: Gist) => timesOf(gist).filter(({ text }) => !ELSEWHERE.test(text));

/** Compares to the coarser of two moments: a day holds all its hours. */
function isBefore(a: string, b: string): boolean {
	const length = Math.min(a.length, b.length);
	return a.slice(0, length) < b.slice(0, length);
}

const DAY_NAMED =
	/day\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|night|morrow|ago|earlier|later|\d{4}|\d\/\d/i;
/** An hour without a day was given its day by when it was printed. */
const isHour = ({ from, text }: Dated) => from.includes('T') && !DAY_NAMED.test(text);
const hourOf = (value: Dated): Dated => ({ ...value, from: value.from.slice(11), to: value.to.slice(11) });

/** Two times as they can be compared: as hours, where one names no day. */
function inHours(x: Dated, y: Dated): [Dated, Dated] {
	const areHours = (isHour(x) && y.from.includes('T')) || (isHour(y) && x.from.includes('T'));
	return areHours ? [hourOf(x), hourOf(y)] : [x, y];
}

function meets(one: Dated, other: Dated): boolean {
	// The same words in two accounts are one time told twice, whatever day each was printed on.
	if (one.text.toLowerCase() === other.text.toLowerCase()) return true;
	const [x, y] = inHours(one, other);
	return !isBefore(x.to, y.from) && !isBefore(y.to, x.from);
}

/** Nouns for what happens at a time. */
const EVENT =
	/(?:ing|tion|sion|ment|ault)$|^(?:attack|strike|raid|crash|vote|talk|visit|trial|speech|fire|flood|storm|march|protest|rally|launch|blast|summit|arrest|deal|murder|death|match|game|war|battle|fight|arrival|poll|riot|accident|collision|quake|earthquake|incident|event|tour|trip|call|report|debate|ceremony|service|funeral|parade|concert|show|party|press|conference|interview|appearance|departure|escape|theft|robbery|search|test|review|inquiry|plan|order|ban|ruling)$/;
const WITHIN = new Set(['in', 'during', 'at']);

/** Whether a noun tells what something happened in: "was hit in the attack on Monday" was hit on Monday. */
function isIn(gist: Gist, noun: number): boolean {
	return gist.tokens.some(
		({ head, deprel, lemma }) => head === noun && deprel === 'case' && WITHIN.has(lemma)
	);
}

/** Whether a time is that of a thing in passing ("the Friday killing"), and not of what the clause says. */
function isOfNoun(gist: Gist, value: Value): boolean {
	const inside = (at: number) => gist.tokens[at]!.start >= value.start && gist.tokens[at]!.end <= value.end;
	const top = gist.tokens.findIndex(
		(_, at) => inside(at) && !(gist.tokens[at]!.head >= 0 && inside(gist.tokens[at]!.head))
	);
	const noun = top < 0 ? -1 : gist.tokens[top]!.head;
	const head = gist.tokens[noun];
	if (head?.upos !== 'NOUN' || gist.frames.some(({ verb }) => verb === noun)) return false;
	if (top < noun) return true;
	// "Shot down the drone on Monday": only what happens has a time of its own; a drone has none.
	return EVENT.test(head.lemma) && !isIn(gist, noun);
}

/** Whether a clause says that it was so at a time: "did not tell them until August" told them then. */
function isSo(gist: Gist, { negated }: Frame, { start }: Dated): boolean {
	const { text } = gist.extraction.account;
	return !negated || /\b(?:until|till|before)\s+$/i.test(text.slice(Math.max(0, start - 8), start));
}

const AGAIN = /\b(?:once before|again|previously|for the \w+ time|a second time)\b/i;
/** Whether a claim says that the like happened more than once. */
const isAgain = ({ claim }: Gist) => AGAIN.test(claim.text);

/** Days before its account up to which a time is of the news, and from which on it is of what went before. */
const NEWS = 60;
const HISTORY = 365;

/** Whether one time is of the news, and the other of years before. */
function isLongBefore(a: Gist, x: Dated, b: Gist, y: Dated): boolean {
	if (a.day === undefined || b.day === undefined) return false;
	const since = (gist: Gist, { to }: Dated) => Math.abs(daysBetween(to.slice(0, 10), gist.day!));
	return since(a, x) <= NEWS && since(b, y) > HISTORY;
}

/** Whether two clauses count the same kind of thing, and not the same number: 40 on Monday and 65 on Tuesday. */
function countApart(a: Gist, x: Frame, b: Gist, y: Frame, words: Words): boolean {
	const counts = (gist: Gist, frame: Frame) =>
		gist.claim.values.filter(
			({ kind, unit, start }) => kind === 'number' && unit !== undefined && clauseAt(gist, start) === frame
		);
	const theirs = counts(b, y);
	return counts(a, x).some((p) => theirs.some((q) => sameUnit(p, q, words) && p.low !== q.low));
}

/** How surely two times are of one doing, 0..1. */
function occasion(a: Gist, x: Dated, b: Gist, y: Dated, words: Words): number {
	if (isOfNoun(a, x) || isOfNoun(b, y)) return 0;
	const [mine, theirs] = [clauseAt(a, x.start), clauseAt(b, y.start)];
	if (mine === undefined || theirs === undefined) return 0;
	if (isSo(a, mine, x) !== isSo(b, theirs, y)) return 0;
	if (isAgain(a) !== isAgain(b) || isLongBefore(a, x, b, y) || isLongBefore(b, y, a, x)) return 0;
	if (countApart(a, mine, b, theirs, words)) return 0;
	// "The order was given on Monday", "ordered it on Tuesday"
	const fits = readingsOf(a, mine).flatMap((p) =>
		readingsOf(b, theirs).map((q) => occasionFit(a, p, b, q, words))
	);
	return Math.max(...fits);
}

/** Compares when two claims say that the thing happened. A vaguer time that holds the other agrees with it. */
export function compareDates(a: Gist, b: Gist, words: Words): Finding | null {
	const theirs = datesOf(b);
	const pairs = datesOf(a)
		.flatMap((x) => theirs.map((y) => ({ x, y, doing: sameDoing(a, x.start, b, y.start, words) })))
		.sort((p, q) => q.doing - p.doing);
	const [first] = pairs;
	if (first === undefined) return null;
	const meeting = pairs.find(({ x, y }) => meets(x, y));
	const { x, y, doing } = meeting ?? first;
	const evidence = [evidenceOf(a, x), evidenceOf(b, y)];
	if (meeting !== undefined) {
		const [mine, other] = inHours(x, y);
		const isSame = mine.from === other.from && mine.to === other.to;
		return isSame
			? { kind: 'agrees', code: 'date', text: `Both say ${x.text}.`, evidence, fit: doing }
			: {
					kind: 'differs',
					code: 'bound',
					text: `“${x.text}” and “${y.text}” can be the same time.`,
					evidence,
					fit: doing
				};
	}
	const [clash] = pairs
		.map((pair) => ({ ...pair, fit: occasion(a, pair.x, b, pair.y, words) }))
		.filter(({ fit }) => fit > 0)
		.sort((p, q) => q.fit - p.fit);
	if (clash === undefined) return null;
	return apart(a, clash.x, b, clash.y, clash.fit);
}

function apart(a: Gist, x: Dated, b: Gist, y: Dated, fit: number): Finding {
	const [one, other] = speakers(a, b);
	const text = `${does(one, 'says')} ${x.text} and ${other} ${y.text}; these are not the same time.`;
	return { kind: 'conflicts', code: 'date', text, evidence: [evidenceOf(a, x), evidenceOf(b, y)], fit };
}

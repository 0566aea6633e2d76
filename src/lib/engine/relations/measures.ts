import type { Value } from '#lib/model/index.ts';
import { clauseAt } from '../lines/counts.ts';
import { daysBetween, shareDay, timesOf, type Dated } from '../lines/dated.ts';
import type { Frame } from '../lines/frames.ts';
import type { Gist } from '../lines/gist.ts';
import type { Words } from '../words/index.ts';
import {
	areStockAndPart,
	haveOtherFates,
	isAmong,
	isCounted,
	isWhere,
	isWholeOf,
	mayBeOneDeed,
	SAME_DEED
} from './counted.ts';
import { hasBelow } from './exclusion.ts';
import { nameWords, sameName } from './holders.ts';
import { isLight } from './overlap.ts';
import { compareParties, partyAt } from './parties.ts';

const MEASURED = new Set(['number', 'money', 'percent', 'duration']);

/** "The first", "a 14th": a place in a row counts nothing. */
const ORDINAL =
	/^(?:the\s)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+teenth|\d+(?:st|nd|rd|th))\b/i;
/** Words after a count that make it one of some more, or of others than the account tells of. */
const REST =
	/^\s*(?:more|other|others|further|additional|previous|earlier|remaining|of\s+(?:the|them|those|these|its|their|his|her)\b)/i;
const PART_OF =
	/^\s*of\s+(?:the|its|their|his|her)\s+(?:\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty)/i;
/** Words before it that do the same: "another two", "the other three", "two of". */
const BESIDE =
	/(?:\banother|\bother|\bprevious|\bremaining|\bearlier|\badditional|\bone of|\btwo of|\bcompared (?:to|with)|\b(?:earlier|previous|initial|first|original) (?:estimate|figure|count|toll|number)s? (?:of|at)(?: about| around| some)?)\s*$/i;

/** "Four minutes later" tells when, and not how long anything took. */
const PASSED =
	/^\s*(?:longer|shorter|older|younger|sooner|ahead|behind|later|earlier|ago|after|before|since|into)\b/i;

const FEW = '(?:\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)';
/** "Two in three": a chance or a share, and no count of anything. */
const CHANCE_AHEAD = new RegExp(`^${FEW}[-\\s](?:in|out of)[-\\s]${FEW}\\b`, 'i');
const CHANCE_BEHIND = new RegExp(`\\b${FEW}[-\\s](?:in|out of)[-\\s]${FEW}$`, 'i');
/** "The 19 Sept. 11 bombers". */
const MONTH = /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s+$/i;
const THE = /\bthe\s+$/i;

/** Whether a number tells how many there are: not which in a row, and not a part or a remainder of them. */
export function isMeasure(gist: Gist, value: Value): boolean {
	if (!MEASURED.has(value.kind) || (value.low === undefined && value.high === undefined)) return false;
	const { text } = gist.extraction.account;
	const own = value.text.replace(/^\W*\S+\s*/, ' ');
	const after = text.slice(value.end, value.end + 24);
	const before = text.slice(Math.max(0, value.start - 36), value.start);
	if (value.kind === 'duration' && PASSED.test(after)) return false;
	// "Three of the five gates" counts gates.
	if (!PART_OF.test(after) && (REST.test(own) || REST.test(after))) return false;
	if (BESIDE.test(before)) return false;
	if (value.kind !== 'number') return true;
	return (
		!ORDINAL.test(value.text) &&
		!CHANCE_AHEAD.test(`${value.text}${after}`) &&
		!CHANCE_BEHIND.test(`${before}${value.text}`) &&
		!MONTH.test(before) &&
		!(THE.test(before) && value.text.toLowerCase() === 'one')
	);
}

/** Two verbs are one from here. */
const ONE_DEED = 0.85;
/** A longer time than this, in days, is one over which sums add up. */
const LONG = 27;
/** How much longer one of two such times may be. */
const MUCH_LONGER = 1.5;

function datesIn(gist: Gist, clause: Frame | undefined): Dated[] {
	const dates = timesOf(gist);
	const own = dates.filter(({ start }) => clauseAt(gist, start) === clause);
	return own.length > 0 ? own : dates;
}

const length = ({ from, to }: Dated) => daysBetween(from.slice(0, 10), to.slice(0, 10)) + 1;

/** Whether two amounts are of two times: other days, or a year and the eight years that it is one of. */
function areOfOtherTimes(xs: readonly Dated[], ys: readonly Dated[]): boolean {
	if (xs.length === 0 || ys.length === 0) return false;
	const isSame = (x: Dated, y: Dated) => x.text.toLowerCase() === y.text.toLowerCase();
	if (xs.some((x) => ys.some((y) => isSame(x, y)))) return false;
	if (!xs.some((x) => ys.some((y) => shareDay(x, y)))) return true;
	const [mine, theirs] = [xs, ys].map((dates) => Math.max(...dates.map(length))) as [number, number];
	return Math.max(mine, theirs) > LONG && Math.max(mine, theirs) > MUCH_LONGER * Math.min(mine, theirs);
}

const DAY = 86_400;
/** "Over eight years", "in seven years": over how long a sum adds up. */
const OVER = /\b(?:over|in|during|across|within|past|last|for)\s+(?:the\s+)?(?:past\s+|last\s+)?$/i;

/** How many days a claim's sum adds up over, where it says so without days of the calendar; 0 where it does not. */
function spanOf({ claim, extraction }: Gist): number {
	const { text } = extraction.account;
	const spans = claim.values.filter(
		({ kind, start }) => kind === 'duration' && OVER.test(text.slice(Math.max(0, start - 24), start))
	);
	return Math.max(0, ...spans.map(({ low }) => (low ?? 0) / DAY));
}

/** Whether two sums add up over times that are not one: eight years, and seven; eight years, and 2013. */
function addUpApart(a: Gist, xs: readonly Dated[], b: Gist, ys: readonly Dated[]): boolean {
	const longest = (gist: Gist, dates: readonly Dated[]) => Math.max(spanOf(gist), ...dates.map(length));
	const spans = [spanOf(a), spanOf(b)];
	if (Math.max(...spans) <= LONG) return false;
	const [mine, theirs] = [longest(a, xs), longest(b, ys)];
	return Math.min(mine, theirs) > 0 && Math.abs(mine - theirs) > LONG;
}

const PERSONAL = /^(?:he|she|they)$/;

/** Whether a holder who says "she earned" is another than whom the other claim names as who earned. */
function saysOfThemselves(a: Gist, x: Frame, b: Gist, y: Frame): boolean {
	const isPronoun =
		x.agents.length > 0 && x.agents.every((at) => PERSONAL.test(a.tokens[at]!.lemma.toLowerCase()));
	const { names } = partyAt(b, y.agents);
	const holder = nameWords(a.claim.holder);
	return (
		isPronoun &&
		a.claim.voice === 'named' &&
		names.length > 0 &&
		!names.some((name) => sameName(name, holder))
	);
}

const OF = new Set(['of', 'in', 'for', 'on', 'from']);
const IN = new Set(['of']);

/** What an amount is an amount of: "in state taxes", "of the crew". */
function thingsOf(gist: Gist, value: Value): number[] {
	const { tokens } = gist;
	const inside = tokens.flatMap(({ start, end }, at) =>
		start >= value.start && end <= value.end ? [at] : []
	);
	const heads = new Set(inside.flatMap((at) => [at, tokens[at]!.head]));
	const cases = value.kind === 'number' ? IN : OF;
	return tokens.flatMap(({ head, deprel, start, upos }, at) =>
		heads.has(head) &&
		start >= value.end &&
		upos === 'NOUN' &&
		/^(?:nmod|obl)/.test(deprel) &&
		hasBelow(gist, at, 'case', cases)
			? [at]
			: []
	);
}

/** Whether two amounts are told to be of two things: "in federal taxes", "in state taxes". */
function areOfOtherThings(a: Gist, x: Value, b: Gist, y: Value, words: Words): boolean {
	const [mine, theirs] = [thingsOf(a, x), thingsOf(b, y)];
	if (mine.length === 0 || theirs.length === 0) return false;
	const isNear = (p: number, q: number) => words.kinship(a.tokens[p]!.lemma, b.tokens[q]!.lemma) >= SAME_DEED;
	const beside = (gist: Gist, of: number) =>
		gist.tokens.flatMap(({ head, deprel }, at) =>
			head === of && /^(?:amod|compound)/.test(deprel) ? [at] : []
		);
	return !mine.some((p) =>
		theirs.some((q) => {
			if (!isNear(p, q)) return false;
			const [ofA, ofB] = [beside(a, p), beside(b, q)];
			return ofA.length === 0 || ofB.length === 0 || ofA.some((m) => ofB.some((n) => isNear(m, n)));
		})
	);
}

/** Whether two clauses both tell what it was done to, and not one thing: "blocked the bridge", "blocked the tunnel". */
function areDoneToOthers(
	a: Gist,
	x: Value,
	ofX: Frame,
	b: Gist,
	y: Value,
	ofY: Frame,
	words: Words
): boolean {
	const besides = (gist: Gist, frame: Frame, { start, end }: Value) =>
		frame.patients.filter((at) => gist.tokens[at]!.end <= start || gist.tokens[at]!.start >= end);
	const [mine, theirs] = [partyAt(a, besides(a, ofX, x)), partyAt(b, besides(b, ofY, y))];
	const isTold = [mine, theirs].every(({ names, nouns }) => names.length + nouns.length > 0);
	return isTold && compareParties(mine, theirs, words) !== 'same';
}

const END = /\b(from|to|by)\s+(?:about\s+|around\s+|nearly\s+)?$/i;

/** Which end of a change an amount stands at: "from", "to", or "by" for its size; undefined at none. */
function endOf(gist: Gist, { start }: Value): string | undefined {
	const { text } = gist.extraction.account;
	return END.exec(text.slice(Math.max(0, start - 20), start))?.[1]?.toLowerCase();
}

/** Whether two amounts are different ends of a change: raised from 4 per cent, raised to 5, raised by 1. */
function areOtherEnds(a: Gist, x: Value, b: Gist, y: Value): boolean {
	const [mine, theirs] = [endOf(a, x), endOf(b, y)];
	return mine !== undefined && theirs !== undefined && mine !== theirs;
}

/** Whether two amounts may be of one thing, so that only one can be right: by whom, when, of what, and what was done. */
export function isOneThing(a: Gist, x: Value, b: Gist, y: Value, doing: number, words: Words): boolean {
	const [mine, theirs] = [clauseAt(a, x.start), clauseAt(b, y.start)];
	if (mine !== undefined && theirs !== undefined) {
		const isBare = ({ verb }: Frame, gist: Gist, { start, end }: Value) =>
			isLight(gist.tokens[verb]!.lemma) || (gist.tokens[verb]!.start < end && gist.tokens[verb]!.end > start);
		const isTold = !isBare(mine, a, x) && !isBare(theirs, b, y);
		if (isTold && (x.kind === 'number' ? !mayBeOneDeed(a, mine, b, theirs, words) : doing < SAME_DEED))
			return false;
		// "The plane carrying 30" may be the one that others say they could have shot down, with 35 on board.
		const describes = [mine, theirs].some(({ verb }, i) => [a, b][i]!.tokens[verb]!.deprel === 'acl');
		// Who was counted is compared by what they are counted in.
		const doers = (gist: Gist, { agents }: Frame, value: Value) =>
			partyAt(
				gist,
				agents.filter((at) => !isCounted(gist, at, value))
			);
		const agents = compareParties(doers(a, mine, x), doers(b, theirs, y), words);
		if (agents === 'other' && !describes) return false;
		if (x.kind === 'money' && (saysOfThemselves(a, mine, b, theirs) || saysOfThemselves(b, theirs, a, mine)))
			return false;
		// "Can carry 12" is no "carried 31".
		const [deed, other] = [a.tokens[mine.verb]!.lemma, b.tokens[theirs.verb]!.lemma];
		if (x.kind === 'number' && !describes && areStockAndPart(deed, other, words)) return false;
		const isOpen = (mine.mood === 'open') !== (theirs.mood === 'open');
		if (isOpen && words.kinship(deed, other) >= ONE_DEED) return false;
		// "Rose to two metres", and then "fell to one".
		if (words.opposite(deed, other)) return false;
		if (x.kind === 'duration' && areDoneToOthers(a, x, mine, b, y, theirs, words)) return false;
		// "Turnout was 71 per cent": a share is told of whatever stands before it.
		if (x.kind === 'percent' && !isTold && agents !== 'same') return false;
	}
	if (x.kind === 'number' && (isAmong(a, x) || isAmong(b, y))) return false;
	// "Found errors in 12 papers", "is reading 60 papers"
	if (x.kind === 'number' && (isWhere(a, x) || isWhere(b, y)) && doing < SAME_DEED) return false;
	if (x.kind === 'number' && (haveOtherFates(a, x, b, y, words) || isWholeOf(a, x, b, y))) return false;
	const [xs, ys] = [datesIn(a, mine), datesIn(b, theirs)];
	if (x.kind !== 'number' && addUpApart(a, xs, b, ys)) return false;
	if (areOtherEnds(a, x, b, y)) return false;
	return !areOfOtherTimes(xs, ys) && !areOfOtherThings(a, x, b, y, words);
}

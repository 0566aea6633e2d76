import type { Span } from '#lib/model/index.ts';
import { daysBetween, haveNoTimeInCommon, momentsOf, type Dated } from '../lines/dated.ts';
import type { Frame } from '../lines/frames.ts';
import type { Gist } from '../lines/gist.ts';
import type { Words } from '../words/index.ts';
import { does, evidenceOf, speakers, wordsAt, type Finding } from './finding.ts';
import { sameHolder } from './holders.ts';
import { absentOf, denialFit, presentAt } from './clauses.ts';
import { CARRYING, doingsOf, isMain } from './doings.ts';
import { covered } from './overlap.ts';
import { partyAt } from './parties.ts';

const NEGATED =
	/\b(?:not?|never|none|nobody|(?<!for )nothing(?! but)|neither|nor|without|cannot|hardly|den(?:y|ies|ied|ying|ial)|refus\w+|fail(?:ed|s)?|cancel\w*|called off|(?:dropp|abandon|ditch|withdr)\w+ \w{0,12} ?(?:plans?|bids?|efforts?|attempts?)|scrapp\w+|shelved)\b|n['’]t\b/i;

/** How well one thing told of and the same thing absent fit, with nothing else looked at. */
const ABSENT = 0.6;
/** Share of each claim's words that the other has, where only the claims as wholes stand against each other. */
const WHOLE = 0.6;

/** Whether anything in a claim is negated: two claims that both negate something rarely deny one another. */
export function isNegative(gist: Gist): boolean {
	return NEGATED.test(gist.claim.text) || gist.frames.some((frame) => frame.negated) || isDeniedOutside(gist);
}

/** Whether the denial stands outside the claim's own words: "denied that ...". */
function isDeniedOutside(gist: Gist): boolean {
	return gist.claim.certainty === 'denied' && !NEGATED.test(gist.claim.text);
}

/** The words of a clause: its predicate with the roles that stand beside it. */
function clauseSpan(gist: Gist, frame: Frame): Span {
	const places = [frame.verb, ...frame.agents, ...frame.patients].map((at) => gist.tokens[at]!);
	return { start: Math.min(...places.map((t) => t.start)), end: Math.max(...places.map((t) => t.end)) };
}

/** What one affirms and the other denies, on a clause of each where two could be set against each other. */
function denial(a: Gist, b: Gist, aDenies: boolean, fit: number, clauses?: { x: Frame; y: Frame }): Finding {
	const [one, other] = speakers(a, b);
	const [no, yes] = aDenies ? [one, other] : [other, one];
	const [x, y] = clauses ? [clauseSpan(a, clauses.x), clauseSpan(b, clauses.y)] : [a.claim, b.claim];
	return {
		kind: 'conflicts',
		code: 'negation',
		text: `${does(yes, 'affirms')} what ${does(no, 'denies')}.`,
		evidence: [evidenceOf(a, x), evidenceOf(b, y)],
		fit,
		isClause: clauses !== undefined
	};
}

/** An account's own telling that one holder denies what another says; null where it tells no such thing of the two. */
export function toldDenial(a: Gist, b: Gist): Finding | null {
	const aDenies = a.claim.denies === b.claim.id;
	if ((!aDenies && b.claim.denies !== a.claim.id) || sameHolder(a.claim, b.claim)) return null;
	const [no, yes] = aDenies ? [a, b] : [b, a];
	return {
		kind: 'conflicts',
		code: 'negation',
		text: `${a.extraction.account.source.name} reports what ${yes.claim.holder} said, and that ${no.claim.holder} denied it.`,
		evidence: [evidenceOf(a, a.claim), evidenceOf(b, b.claim)],
		fit: 1,
		isClause: true
	};
}

/** Nouns that say nothing without what they are of. */
const SIGNS = new Set('evidence sign trace indication proof suggestion record report risk chance'.split(' '));

/** Whether what there was none of is only a kind of what there was: "no evidence of fraud", "gathered evidence". */
function isNarrower(a: Gist, at: number, b: Gist, place: number, words: Words): boolean {
	const [no, yes] = [partyAt(a, [at]), partyAt(b, [place])];
	// "No decision on rents was taken" says nothing of another decision.
	const isDone = CARRYING.has(a.tokens[a.tokens[at]!.head]?.lemma ?? '');
	const isMet = (word: string) =>
		b.tokens.some(({ lemma, upos }) => upos === 'NOUN' && words.kinship(lemma, word) > 0);
	if (isDone && no.which.length > 0 && !no.which.some(isMet)) return true;
	if (no.which.length === 0 || (yes.which.length === 0 && !SIGNS.has(a.tokens[at]!.lemma))) return false;
	return !no.which.some((x) => yes.which.some((y) => x === y || words.kinship(x, y) > 0));
}

/** One says that there was none of what the other tells of. */
function absence(a: Gist, b: Gist, words: Words): Finding | null {
	for (const at of absentOf(a)) {
		const place = presentAt(b, a.tokens[at]!.lemma, words);
		if (place < 0 || isNarrower(a, at, b, place, words)) continue;
		const [no, yes] = speakers(a, b);
		const isNoun = a.tokens[at]!.upos === 'NOUN';
		const thing = isNoun ? wordsAt(a, a.tokens[at]!).toLowerCase() : b.tokens[place]!.lemma;
		return {
			kind: 'conflicts',
			code: 'negation',
			text: `${does(yes, 'tells')} of ${thing}, and ${does(no, 'says')} that there was none.`,
			evidence: [evidenceOf(a, a.tokens[at]!), evidenceOf(b, b.tokens[place]!)],
			fit: ABSENT,
			isClause: true
		};
	}
	return null;
}

/** What never was, or had not been, was not at any time. */
const NEVER = /\bnever\b|\bhad not been\b/i;
/** Days before its publication from which on a claim's time is another occasion than what an undated claim tells of. */
const LONG_AGO = 60;

/** Whether all of a claim's times, if any, are long before its account. */
function isPast({ day }: Gist, times: readonly Dated[]): boolean {
	return (
		day !== undefined &&
		times.length > 0 &&
		times.every(({ to }) => daysBetween(to.slice(0, 10), day) > LONG_AGO)
	);
}

/** Whether two claims give days or hours that cannot be one: what is denied of one occasion is open of another. */
function areApart(a: Gist, b: Gist): boolean {
	const [xs, ys] = [momentsOf(a), momentsOf(b)];
	// What never was, was not in any year.
	if ([a, b].some((gist, i) => [xs, ys][i]!.length === 0 && NEVER.test(gist.claim.text))) return false;
	if ((xs.length === 0 && isPast(b, ys)) || (ys.length === 0 && isPast(a, xs))) return true;
	return haveNoTimeInCommon(a, b);
}

/** A claim's doings; of one that is denied from outside, "shot down last week" in passing is not what is denied. */
function deniable(gist: Gist, isOutside: boolean): Frame[] {
	const all = doingsOf(gist);
	if (!isOutside) return all;
	const { tokens } = gist;
	const commas = tokens.flatMap(({ lemma }, at) => (lemma === ',' ? [at] : []));
	const isInPassing = ({ verb }: Frame) =>
		commas.includes(verb - 1) && commas.some((at) => at > verb && all.some((other) => other.verb > at));
	const main = all.filter((frame) => !isInPassing(frame));
	return main.length > 0 ? main : all;
}

/** One says that something was done, the other that it was not: clause against clause, else claim against claim. */
export function compareNegation(a: Gist, b: Gist, words: Words): Finding | null {
	if (isNegative(a) === isNegative(b) || areApart(a, b)) return null;
	const outside = [isDeniedOutside(a), isDeniedOutside(b)] as const;
	const theirs = deniable(b, outside[1]);
	const best = deniable(a, outside[0])
		.flatMap((x) => theirs.map((y) => ({ x, y })))
		.filter(({ x, y }) => (x.negated !== outside[0]) !== (y.negated !== outside[1]))
		.map(({ x, y }) => ({ x, y, fit: denialFit(a, x, b, y, words) }))
		.filter(({ fit }) => fit > 0)
		.sort((p, q) => q.fit - p.fit)[0];
	if (best !== undefined) return denial(a, b, best.x.negated !== outside[0], best.fit, best);
	const absent = absence(a, b, words) ?? absence(b, a, words);
	if (absent !== null) return absent;
	const certainties = [a.claim.certainty, b.claim.certainty];
	if (certainties.includes('hedged') || outside[0] === outside[1]) return null;
	// "Threatened to shoot down what violates its airspace" affirms no violation.
	const isWish = (gist: Gist) => gist.frames.some((frame) => isMain(gist, frame) && frame.mood === 'wish');
	if (isWish(a) || isWish(b)) return null;
	const share = Math.min(covered(a, b, words), covered(b, a, words));
	return share < WHOLE ? null : denial(a, b, outside[0], share / 2);
}

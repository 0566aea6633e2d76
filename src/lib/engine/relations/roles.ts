import type { Frame } from '../lines/frames.ts';
import type { Gist } from '../lines/gist.ts';
import type { Words } from '../words/index.ts';
import { isFact } from './clauses.ts';
import { isMain } from './doings.ts';
import { hasBelow } from './exclusion.ts';
import { clauseConflict, does, evidenceOf, speakers, wordsAt, type Finding } from './finding.ts';
import { isLight } from './overlap.ts';

const SAME_VERB = 0.85;
const FIRST_PERSON = new Set(['i', 'me', 'my', 'we', 'us', 'our', 'myself']);

/** What two do to each other alike, whoever is named first. */
const MUTUAL = new Set([
	'meet',
	'talk',
	'agree',
	'marry',
	'collide',
	'discuss',
	'negotiate',
	'speak',
	'fight',
	'join'
]);

/** Complements in which the other party of a doing may stand: "collided with", "sold to", not "launched from". */
const TOWARDS = new Set(['to', 'with', 'by', 'against', 'into', 'for']);

function towards(gist: Gist, others: readonly number[]): number[] {
	return others.filter((at) => hasBelow(gist, at, 'case', TOWARDS));
}

/** Who a role's words name, lower case: its names and, unless only names count, its nouns; "I" is the holder. */
function partyOf(gist: Gist, roles: readonly number[], named = false): string[] {
	return roles.flatMap((at) => {
		const { lemma, upos } = gist.tokens[at]!;
		const word = lemma.toLowerCase();
		if (FIRST_PERSON.has(word)) return gist.claim.holder.toLowerCase().split(/\s+/).slice(-1);
		return upos === 'PROPN' || (upos === 'NOUN' && !named) ? [word] : [];
	});
}

const share = (a: readonly string[], b: readonly string[]) => a.some((word) => b.includes(word));

/** Who does something in a clause, whom it is done to, and whether "he" or "she" stands on either side. */
type Sides = { agent: string[]; other: string[]; agentIsPronoun: boolean; otherIsPronoun: boolean };

const PRONOUN = /^(?:he|him|she|her)$/;

function sidesOf(gist: Gist, { agents, patients, others }: Frame): Sides {
	const isPronoun = (at: number) => PRONOUN.test(gist.tokens[at]!.lemma.toLowerCase());
	return {
		agent: partyOf(gist, agents),
		other: [...partyOf(gist, patients), ...partyOf(gist, towards(gist, others), true)],
		agentIsPronoun: agents.some(isPronoun),
		otherIsPronoun: [...patients, ...others].some(isPronoun)
	};
}

/** Whether who does something in one clause has it done to them in the other; both sides without what they share. */
function changesSides(x: Sides, y: Sides): boolean {
	const other = x.other.filter((word) => !y.other.includes(word));
	const theirs = y.other.filter((word) => !x.other.includes(word));
	if (!share(x.agent, theirs) || share(x.agent, y.agent)) return false;
	// Where the other party is only "he" and "him", the one who changes sides has to do.
	return (
		share(y.agent, other) || (y.agent.length + other.length === 0 && y.agentIsPronoun && x.otherIsPronoun)
	);
}

const FIRST = new Set(['first']);

/** Two who are each said to have done one thing first: "police fired first", "the guard fired first". */
function eachFirst(a: Gist, x: Frame, b: Gist, y: Frame): boolean {
	const isFirst = (gist: Gist, { verb }: Frame) => hasBelow(gist, verb, 'advmod', FIRST);
	const [mine, theirs] = [partyOf(a, x.agents), partyOf(b, y.agents)];
	return isFirst(a, x) && isFirst(b, y) && mine.length > 0 && theirs.length > 0 && !share(mine, theirs);
}

const SELF = new Set(['himself', 'herself', 'itself', 'themselves']);

/** What one did to oneself, and another did to one: "the guard shot himself", "the guard was shot by an officer". */
function isBySelf(a: Gist, x: Frame, b: Gist, y: Frame): boolean {
	if (!x.patients.some((at) => SELF.has(a.tokens[at]!.lemma.toLowerCase()))) return false;
	const [self, doer, whom] = [partyOf(a, x.agents), partyOf(b, y.agents), partyOf(b, y.patients)];
	return share(self, whom) && doer.length > 0 && !share(self, doer);
}

/** What somebody did and nobody else: "wrote the song herself", "the song was written by her producer". */
function isByOneself(a: Gist, x: Frame, b: Gist, y: Frame): boolean {
	const isSelf = a.tokens.some(
		({ head, lemma }) => SELF.has(lemma.toLowerCase()) && (head === x.verb || x.patients.includes(head))
	);
	const [doer, other] = [partyOf(a, x.agents), partyOf(b, y.agents)];
	const isOneThing = share(partyOf(a, x.patients), partyOf(b, y.patients));
	return isSelf && isOneThing && doer.length > 0 && other.length > 0 && !share(doer, other);
}

const RELATIVE =
	/^(?:brother|sister|father|mother|son|daughter|wife|husband|partner|uncle|aunt|cousin|friend|deputy|assistant|boss|lawyer)$/;

/** What one is said to have done, and says that somebody of theirs did: "Vale planned it", "his brother planned it". */
function isByRelative(a: Gist, x: Frame, b: Gist, y: Frame): boolean {
	const isOwned = (noun: number) =>
		RELATIVE.test(b.tokens[noun]!.lemma) &&
		b.tokens.some(({ head, deprel, upos }) => head === noun && deprel === 'nmod:poss' && upos === 'PRON');
	const holder = b.claim.holder.toLowerCase().split(/\s+/);
	const isOneThing = share(partyOf(a, x.patients), partyOf(b, y.patients));
	return isOneThing && y.agents.some(isOwned) && share(partyOf(a, x.agents), holder);
}

/** What somebody did, and what was done to them instead: "resigned", "was dismissed". */
function compareTurnings(a: Gist, x: Frame, b: Gist, y: Frame, words: Words): Finding | null {
	if (!isFact(x) || !isFact(y) || !isMain(a, x) || !isMain(b, y)) return null;
	const [mine, theirs] = [a.tokens[x.verb]!, b.tokens[y.verb]!];
	const isTurned = (does: string, who: string[], isDone: string, whom: string[]) =>
		words.turns(does, isDone) && share(who, whom);
	if (
		!isTurned(mine.lemma, partyOf(a, x.agents), theirs.lemma, partyOf(b, y.patients)) &&
		!isTurned(theirs.lemma, partyOf(b, y.agents), mine.lemma, partyOf(a, x.patients))
	)
		return null;
	const [one, other] = speakers(a, b);
	const text = `${does(one, 'says')} “${wordsAt(a, mine)}” and ${other} “${wordsAt(b, theirs)}”, which exclude each other.`;
	const evidence = [evidenceOf(a, mine), evidenceOf(b, theirs)];
	return clauseConflict('opposite', text, evidence);
}

/** Compares who did what to whom: "A hit B" against "B hit A", "shot himself" against "was shot", "left" against "was expelled". */
export function compareRoles(a: Gist, b: Gist, words: Words): Finding | null {
	for (const { x, y } of a.frames.flatMap((x) => b.frames.map((y) => ({ x, y })))) {
		const finding = compareDoers(a, x, b, y, words) ?? compareTurnings(a, x, b, y, words);
		if (finding !== null) return finding;
	}
	return null;
}

/** The same done by each to the other, or by somebody to themselves. */
function compareDoers(a: Gist, x: Frame, b: Gist, y: Frame, words: Words): Finding | null {
	if (
		words.kinship(a.tokens[x.verb]!.lemma, b.tokens[y.verb]!.lemma) < SAME_VERB ||
		!isMain(a, x) ||
		!isMain(b, y) ||
		isLight(a.tokens[x.verb]!.lemma) ||
		MUTUAL.has(a.tokens[x.verb]!.lemma) ||
		x.negated !== y.negated ||
		x.agents.length === 0 ||
		y.agents.length === 0
	)
		return null;
	const [mine, theirs] = [sidesOf(a, x), sidesOf(b, y)];
	const areFirst = eachFirst(a, x, b, y);
	const isSelf = [isBySelf, isByOneself, isByRelative].some((rule) => rule(a, x, b, y) || rule(b, y, a, x));
	if (!areFirst && !isSelf && !changesSides(mine, theirs) && !changesSides(theirs, mine)) return null;
	const [one, other] = speakers(a, b);
	const what = areFirst ? 'who did it first' : isSelf ? 'who did it' : 'who did it to whom';
	const evidence = [
		evidenceOf(a, a.tokens[x.agents[0] ?? x.verb]!),
		evidenceOf(b, b.tokens[y.agents[0] ?? y.verb]!)
	];
	return {
		kind: 'conflicts',
		code: 'person',
		text: `${one} and ${other} disagree on ${what}.`,
		evidence,
		fit: 1
	};
}

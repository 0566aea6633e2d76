import type { Frame } from '../lines/frames.ts';
import type { Gist } from '../lines/gist.ts';
import type { Token } from '../types.ts';
import type { Words } from '../words/index.ts';
import { hasBelow } from './exclusion.ts';
import { CARRYING, isMain } from './doings.ts';
import { isLight } from './overlap.ts';
import { compareParties, partyAt } from './parties.ts';

/** Two predicates are of one doing from here. */
const SAME_DOING = 0.7;
/** Verbs of the mind deny nothing of the world: that one did not think so and another likes it is no conflict. */
const MENTAL = new Set(
	'think like love know aware look see feel believe hope expect seem appear need wish mean find understand'.split(
		' '
	)
);
/** Verbs for one thing: that somebody wants something of others. What is wanted may stand behind "for". */
const DEMANDING = new Set('want ask seek demand call request press push'.split(' '));
const DEMANDED = 0.8;
const REFUSING = new Set(['refuse', 'decline']);
const DECIDING = new Set(['decide', 'plan', 'agree']);
const FOR = new Set(['for']);
const ABOUT = new Set(['about', 'of']);
const NO = new Set(['no']);
const WITHOUT = new Set(['without']);
/** Less than this in common, and two clauses are of two doings. */
const LEAST = 1.69;
/** What was there has to be the very thing that was not. */
const PRESENT = 0.85;
/** What two clauses have in common at most: what is done, by whom and to whom. */
const ALL = 3;

/** Whether a clause says that something was so or was done. */
export const isFact = ({ negated, mood }: Frame): boolean => !negated && mood === 'fact';

const lemmaOf = (gist: Gist, { verb }: Frame) => gist.tokens[verb]!.lemma;

const OF = new Set(['of', 'over']);

/** A preposition behind which stands whom or what a verb without an object is done to: "ran into a lorry". */
const AGAINST = new Set(['into', 'against', 'with']);

function matterOf(gist: Gist, frame: Frame): number[] {
	const lemma = lemmaOf(gist, frame);
	const hasObject = frame.patients.some((at) => gist.tokens[at]!.upos !== 'VERB');
	const before = DEMANDING.has(lemma) ? FOR : MENTAL.has(lemma) ? ABOUT : hasObject ? null : AGAINST;
	const matter = frame.others.filter((at) => before !== null && hasBelow(gist, at, 'case', before));
	// "Decided to close four branches": what was decided on is the branches.
	const governed = frame.patients.filter((at) => DECIDING.has(lemma) && gist.tokens[at]!.upos === 'VERB');
	const objects = gist.frames.flatMap(({ verb, patients }) => (governed.includes(verb) ? patients : []));
	// "Is in control of the airport": the noun says what is done.
	const isNoun = gist.tokens[frame.verb]!.upos === 'NOUN' && frame.patients.length === 0;
	const ofNoun = isNoun ? frame.others.filter((at) => hasBelow(gist, at, 'case', OF)) : [];
	return [...matter, ...objects, ...ofNoun].filter((at) => !frame.patients.includes(at));
}

/** A clause with what stands elsewhere than in its object's place, and is what is done something to. */
function withMatter(gist: Gist, frame: Frame): Frame {
	const matter = matterOf(gist, frame);
	return matter.length === 0 ? frame : { ...frame, patients: [...frame.patients, ...matter] };
}

function likeness(mine: string, theirs: string, words: Words): number {
	const near = words.kinship(mine, theirs);
	return DEMANDING.has(mine) && DEMANDING.has(theirs) ? Math.max(near, DEMANDED) : near;
}

type Fit = { doing: number; agents: Same; patients: Same; others: Same };
type Same = ReturnType<typeof compareParties>;

function compareClauses(a: Gist, ofA: Frame, b: Gist, ofB: Frame, words: Words): Fit {
	const [x, y] = [withMatter(a, ofA), withMatter(b, ofB)];
	type Role = 'agents' | 'patients' | 'others';
	const compare = (ofX: Role, ofY: Role = ofX) =>
		compareParties(partyAt(a, x[ofX]), partyAt(b, y[ofY]), words);
	const doing = likeness(lemmaOf(a, x), lemmaOf(b, y), words);
	const others = compare('others');
	// "The driver was injured", "the driver is among the injured"; "the boat was sunk", "the boat sank".
	const isTurned = (of: Frame, by: Frame) =>
		of.agents.length === 0 && by.patients.length === 0 && of.patients.length > 0 && by.agents.length > 0;
	if (isTurned(x, y)) return { doing, agents: 'untold', patients: compare('patients', 'agents'), others };
	if (isTurned(y, x)) return { doing, agents: 'untold', patients: compare('agents', 'patients'), others };
	// One crowd is "the march" here and "the demonstrators" there: only names tell that another did it.
	const [mine, theirs] = [partyAt(a, x.agents), partyAt(b, y.agents)];
	const agents = compareParties(mine, theirs, words);
	const isNamed = mine.names.length + theirs.names.length > 0;
	return {
		doing,
		agents: agents === 'other' && !isNamed ? 'untold' : agents,
		patients: compare('patients'),
		others
	};
}

/** How much of two clauses is one, 0..1; 0 where who or whom is another. A pronoun may be anyone: it counts nothing. */
function share({ doing, agents, patients, others }: Fit, open = 0): number {
	if (agents === 'other' || patients === 'other') return 0;
	const sum =
		(doing >= SAME_DOING ? doing : 0) +
		Number(agents === 'same') +
		Number(patients === 'same') +
		(others === 'same' ? 0.5 : 0) +
		open;
	return sum < LEAST ? 0 : Math.min(1, sum / ALL);
}

/** How surely two clauses tell of one doing, 0..1: one predicate, and one who or one whom that both name. */
export function occasionFit(a: Gist, x: Frame, b: Gist, y: Frame, words: Words): number {
	const fit = compareClauses(a, x, b, y, words);
	return fit.doing >= SAME_DOING && (fit.agents === 'same' || fit.patients === 'same') ? share(fit) : 0;
}

/** Whether of two doings that a noun names one is told to be of something that the other claim knows nothing of. */
function isOfSomethingElse(a: Gist, x: Frame, b: Gist, y: Frame, words: Words): boolean {
	const matterIn = (gist: Gist, { verb, patients }: Frame) =>
		CARRYING.has(gist.tokens[verb]!.lemma)
			? gist.tokens.filter(
					({ head, deprel, upos }) => patients.includes(head) && deprel === 'nmod' && upos === 'NOUN'
				)
			: [];
	const [mine, theirs] = [matterIn(a, x), matterIn(b, y)];
	if (mine.length > 0 === theirs.length > 0) return false;
	const other = mine.length > 0 ? b : a;
	return ![...mine, ...theirs].some(({ lemma }) =>
		other.tokens.some((token) => token.upos === 'NOUN' && words.kinship(token.lemma, lemma) > 0)
	);
}

/** Whether a clause is what somebody refused to do. */
function isRefused(gist: Gist, { verb }: Frame): boolean {
	return REFUSING.has(gist.tokens[gist.tokens[verb]!.head]?.lemma ?? '');
}

/**
 * How surely two clauses of which one is negated deny each other, 0..1: 0 where they are not of one doing, or where
 * one is wanted, owed or possible and the other is so.
 */
export function denialFit(a: Gist, x: Frame, b: Gist, y: Frame, words: Words): number {
	const fit = compareClauses(a, x, b, y, words);
	const [mine, theirs] = [lemmaOf(a, x), lemmaOf(b, y)];
	const isSame = fit.doing >= SAME_DOING;
	// "Entered its airspace", "violated its airspace": who and whom may tell that one doing is meant.
	const areVerbs = [a.tokens[x.verb]!, b.tokens[y.verb]!].every(({ upos }) => upos === 'VERB');
	if (!isSame && !areVerbs) return 0;
	if (!isSame && (fit.agents !== 'same' || fit.patients !== 'same' || words.opposite(mine, theirs))) return 0;
	if (isOfSomethingElse(a, x, b, y, words)) return 0;
	// Who refused is who did not: that another did is no contradiction.
	if ((isRefused(a, x) || isRefused(b, y)) && fit.agents !== 'same') return 0;
	const isEmpty = [mine, theirs].some((lemma) => isLight(lemma) || MENTAL.has(lemma));
	if (isEmpty && fit.patients !== 'same') return 0;
	if (x.mood !== y.mood) {
		const moods = [x.mood, y.mood];
		// What was to come and did not: the only two moods that can stand against each other.
		if (!moods.includes('fact') || !moods.includes('ahead') || !isSame || fit.patients !== 'same') return 0;
		// "Would probably meet him if he came" promised nothing.
		const promised = x.mood === 'ahead' ? a : b;
		if (promised.claim.certainty === 'hedged') return 0;
	} else if (x.mood === 'wish' || x.mood === 'open') return 0;
	// "No decision has been taken": by nobody, and on nothing.
	const [no, of] = x.negated ? [x, a] : [y, b];
	const roles = [...no.agents, ...no.patients];
	const { isNobody, names, nouns } = partyAt(of, roles);
	const isOpen = roles.length === 0 || (isNobody && names.length + nouns.length === 0);
	return share(fit, isSame && isOpen ? 0.8 : 0);
}

/** "No matter what", "no doubt", "no way": of these nothing is said to be absent. */
const IDIOM = /^(?:matter|doubt|way|longer|one|sooner|less|wonder|use|time)$/;

/** Whether a noun is said to be absent: "no rain", "ended without an agreement". */
function isNone(gist: Gist, at: number): boolean {
	return hasBelow(gist, at, 'det', NO) || hasBelow(gist, at, 'case', WITHOUT);
}

/** What a claim says there was none of, with the places of those words: "no rain", "it did not rain". */
export function absentOf(gist: Gist): number[] {
	const { tokens } = gist;
	const nouns = tokens.flatMap(({ upos }, at) =>
		upos === 'NOUN' && isNone(gist, at) && !IDIOM.test(tokens[at]!.lemma) ? [at] : []
	);
	const dummy = gist.frames.filter(
		({ verb, agents, patients, negated, mood }) =>
			negated &&
			mood === 'fact' &&
			tokens[verb]!.upos === 'VERB' &&
			[...agents, ...patients].every((at) => tokens[at]!.lemma === 'it') &&
			agents.length + patients.length === 1
	);
	return [...nouns, ...dummy.map(({ verb }) => verb)];
}

/** Where a claim tells of a thing as of something that was there: who did it, or whom it was done to. */
export function presentAt(gist: Gist, lemma: string, words: Words): number {
	const frames = gist.frames.filter(
		(frame) => isMain(gist, frame) && frame.mood === 'fact' && !frame.negated
	);
	const places = frames.flatMap(({ agents, patients }) => [...agents, ...patients]);
	const isIt = (at: number) => words.kinship(gist.tokens[at]!.lemma, lemma) >= PRESENT;
	const thing = places.find((at) => gist.tokens[at]!.upos === 'NOUN' && isIt(at));
	// "Without an agreement", and "they agreed".
	const isDeed = ({ upos, lemma: verb }: Token) => upos === 'VERB' && !MENTAL.has(verb) && !isLight(verb);
	const doing = frames.find(({ verb }) => isDeed(gist.tokens[verb]!) && isIt(verb));
	return thing ?? doing?.verb ?? -1;
}

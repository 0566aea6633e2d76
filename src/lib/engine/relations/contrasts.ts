import type { Frame } from '../lines/frames.ts';
import type { Gist } from '../lines/gist.ts';
import type { Words } from '../words/index.ts';
import { isMain } from './doings.ts';
import {
	childrenOf,
	excludes,
	isAlone,
	isOne,
	lemmaAt,
	mayExclude,
	partInRow,
	tellingOf,
	type Place
} from './exclusion.ts';
import { clauseConflict, does, evidenceOf, speakers, wordsAt, type Finding } from './finding.ts';
import { isLight } from './overlap.ts';
import { compareParties, partyAt, type Party } from './parties.ts';

/** Two verbs are one doing, and two nouns one thing, from here. */
const SAME = 0.85;
/** Words that match, as elsewhere where claims are set side by side. */
const MATCHED = 0.5;
/** Words that two claims have in common at least where all but one of each is the same. */
const LEAST_SHARED = 2;
/** Words that one of these may have more: "near", "far away from". */
const MOST_APART = 2;
/** How well two clauses fit that say one thing but for one word: by one more of who, whom and where that both name. */
const CLAUSES = 0.7;
const PER_ROLE = 0.15;

type Contrast = { x: Place; y: Place; fit: number };

/** The words that tell something, and those that tell where. */
function readPlaces(gist: Gist, words: Words): Place[] {
	const standing = gist.tokens.flatMap(({ lemma, upos }, at) =>
		/^(?:ADP|ADV|SCONJ)$/.test(upos) && words.isPosition(lemma.toLowerCase()) ? [at] : []
	);
	// "Far away from" is far from.
	const isFiller = (at: Place) => lemmaAt(gist, at) === 'away' && gist.tokens[at]!.upos === 'ADV';
	return [...new Set([...gist.terms.map(({ at }) => at), ...standing])].filter((at) => !isFiller(at));
}

type Clause = { frame: Frame; roles: Role[] };
type Read = { places: Place[]; clauses: Clause[]; telling: string[] };

/** What was read of a claim: it meets every other of its line. */
const known = new WeakMap<Gist, Read>();

function read(gist: Gist, words: Words): Read {
	let found = known.get(gist);
	if (found === undefined) {
		const clauses = gist.frames
			.filter((frame) => isStated(frame) && isMain(gist, frame))
			.map((frame) => ({ frame, roles: rolesOf(gist, frame) }));
		const telling = tellingOf(gist, words);
		known.set(gist, (found = { places: readPlaces(gist, words), clauses, telling }));
	}
	return found;
}

/** The one word that another claim has no match for; undefined where all have one, or several have none. */
function onlyUnmatched(
	of: Gist,
	places: Place[],
	by: Gist,
	others: Place[],
	words: Words
): Place | undefined {
	let only: Place | undefined;
	for (const x of places) {
		if (others.some((y) => words.kinship(lemmaAt(of, x), lemmaAt(by, y)) >= MATCHED)) continue;
		if (only !== undefined) return undefined;
		only = x;
	}
	return only;
}

/** Two claims of which all words but one are the same. */
function swapped(a: Gist, b: Gist, words: Words): Contrast | null {
	if (Math.abs(a.terms.length - b.terms.length) > MOST_APART) return null;
	const [mine, theirs] = [read(a, words).places, read(b, words).places];
	if (Math.min(mine.length, theirs.length) <= LEAST_SHARED) return null;
	const x = onlyUnmatched(a, mine, b, theirs, words);
	const y = x === undefined ? undefined : onlyUnmatched(b, theirs, a, mine, words);
	if (x === undefined || y === undefined) return null;
	return partInRow(a, x, b, y) || excludes(a, x, b, y, words) ? { x, y, fit: 1 } : null;
}

type Role = { at: Place; name: string };
/** What somebody is or becomes, as a role. */
const WHAT = 'what';

/** What stands before a word to tie it to its clause: "of", "in front of"; empty where nothing does. */
const caseOf = (gist: Gist, at: Place): string =>
	childrenOf(gist, at, /^case$/)
		.map((child) => lemmaAt(gist, child))
		.join(' ');

/** What a state is of: "found guilty of theft". */
function ofState(gist: Gist, state: Place): Role[] {
	return childrenOf(gist, state, /^(?:obl|nmod)$/).map((at) => ({ at, name: caseOf(gist, at) }));
}

/** Who, whom and where of a clause, each by what it is to the clause. */
function rolesOf(gist: Gist, frame: Frame): Role[] {
	const { verb, agents, others } = frame;
	// "Stayed open": what it stayed is done to nobody.
	const state = predicateOf(gist, frame);
	const patients = frame.patients.filter((at) => at !== state || gist.tokens[at]!.upos === 'NOUN');
	const isPredicate = gist.tokens[verb]!.upos === 'NOUN';
	return [
		...(isPredicate ? [{ at: verb, name: WHAT }] : []),
		...patients.flatMap((at) => (gist.tokens[at]!.deprel === 'xcomp' ? ofState(gist, at) : [])),
		...agents.map((at) => ({ at, name: 'who' })),
		...patients.map((at) => ({ at, name: lemmaAt(gist, verb) === 'become' ? WHAT : 'whom' })),
		...others.map((at) => ({ at, name: caseOf(gist, at) || gist.tokens[at]!.deprel }))
	];
}

const MODIFIERS = /^(?:amod|compound|nmod)/;

/** Words that exclude each other in one place of two clauses: what stands there, what it is like, or on which side. */
function contrastsAt(a: Gist, x: Role, b: Gist, y: Role, words: Words): Omit<Contrast, 'fit'>[] {
	if (!isAlone(a, x.at) || !isAlone(b, y.at) || !isOne(a, x.at) || !isOne(b, y.at)) return [];
	const isSame = words.kinship(lemmaAt(a, x.at), lemmaAt(b, y.at)) >= SAME;
	const pairs = (roles: RegExp) =>
		childrenOf(a, x.at, roles).flatMap((p) => childrenOf(b, y.at, roles).map((q) => ({ x: p, y: q })));
	const found =
		x.name === y.name
			? isSame
				? pairs(MODIFIERS).filter(
						(pair) =>
							isAlone(a, pair.x) &&
							isAlone(b, pair.y) &&
							// "The new mayor", "the old mayor": most opposites beside a thing tell which is meant.
							(words.excludes(lemmaAt(a, pair.x), lemmaAt(b, pair.y)) ||
								(x.name === WHAT && partInRow(a, pair.x, b, pair.y)))
					)
				: [{ x: x.at, y: y.at }]
			: isSame
				? pairs(/^case$/)
				: [];
	return found.filter((pair) => partInRow(a, pair.x, b, pair.y) || excludes(a, pair.x, b, pair.y, words));
}

const isTold = ({ names, nouns }: Party) => names.length + nouns.length > 0;

/** What two clauses have in common besides one role of each: -1 where something else is another, or may be. */
function sharedBeside(
	a: Gist,
	ofA: Role[],
	b: Gist,
	ofB: Role[],
	without: readonly Role[],
	words: Words
): number {
	let shared = 0;
	for (const name of new Set(ofA.map((role) => role.name))) {
		const [xs, ys] = [ofA, ofB].map((roles) =>
			roles.filter((role) => role.name === name && !without.includes(role)).map(({ at }) => at)
		) as [Place[], Place[]];
		if (xs.length === 0 || ys.length === 0) continue;
		const [mine, theirs] = [partyAt(a, xs), partyAt(b, ys)];
		const same = compareParties(mine, theirs, words);
		const isApart = xs.some((x) => ys.some((y) => excludes(a, x, b, y, words)));
		if (same === 'other' || isApart) return -1;
		if (same === 'same') shared++;
		else if ((name === 'who' || name === 'of') && isTold(mine) && isTold(theirs)) return -1;
	}
	return shared;
}

const isStated = ({ mood, negated }: Frame) => !negated && (mood === 'fact' || mood === 'ahead');

const PARTIES = new Set(['who', 'whom']);

/** "The bridge was closed", "the bridge opened": what is done to a thing in one clause it does in the other. */
function turned(roles: Role[], others: Role[]): Role[] {
	const has = (list: Role[], name: string) => list.some((role) => role.name === name);
	const isTurned = has(roles, 'who') && !has(roles, 'whom') && has(others, 'whom') && !has(others, 'who');
	return isTurned ? roles.map((role) => (role.name === 'who' ? { ...role, name: 'whom' } : role)) : roles;
}

/** Verbs that only tie a thing to what is said of it: "stays closed", "was kept open". */
const TYING = new Set(['stay', 'remain', 'keep', 'become', 'turn', 'get', 'stand', 'leave']);

function predicateOf(gist: Gist, { verb }: Frame): Place {
	if (!TYING.has(lemmaAt(gist, verb))) return verb;
	const isState = (at: Place) => gist.tokens[at]!.upos === 'ADJ' || !/^advmod/.test(gist.tokens[at]!.deprel);
	return childrenOf(gist, verb, /^(?:xcomp|advcl|advmod)/).find((at) => at > verb && isState(at)) ?? verb;
}

/** How many of its party a clause tells of: `all` ("all the passengers"), the one there is, or `some` ("four people"). */
function readAmount(gist: Gist, parties: readonly Role[]): 'all' | 'one' | 'some' {
	const lemmas = (at: Place, role: RegExp) => childrenOf(gist, at, role).map((child) => lemmaAt(gist, child));
	const dets = parties.flatMap(({ at }) => lemmas(at, /^det/));
	if (dets.some((lemma) => /^(?:all|every|each|both)$/.test(lemma))) return 'all';
	const isCounted = parties.some(({ at }) => childrenOf(gist, at, /^nummod/).length > 0);
	return isCounted || dets.some((lemma) => /^(?:some|several|many|few|most)$/.test(lemma)) ? 'some' : 'one';
}

/** "The march was peaceful", "the march was violent"; "opened", "closed": of one party, two that exclude each other. */
function inPredicates(a: Gist, ofA: Clause, b: Gist, ofB: Clause, words: Words): Contrast | null {
	const [x, y] = [predicateOf(a, ofA.frame), predicateOf(b, ofB.frame)];
	if (!isAlone(a, x) || !isAlone(b, y) || !excludes(a, x, b, y, words)) return null;
	const [mine, theirs] = [turned(ofA.roles, ofB.roles), turned(ofB.roles, ofA.roles)];
	const shared = sharedBeside(a, mine, b, theirs, [], words);
	if (shared < 1) return null;
	const parties = (roles: Role[]) => roles.filter(({ name }) => PARTIES.has(name));
	const [some, others] = [mine, theirs].map((roles, i) => readAmount([a, b][i]!, parties(roles)));
	if (some !== 'all' && others !== 'all' && (some === 'some' || others === 'some')) return null;
	if (sharedBeside(a, parties(mine), b, parties(theirs), [], words) < 1) return null;
	// Who buys is another than who sells.
	if (words.converse(lemmaAt(a, x), lemmaAt(b, y))) {
		const doers = (roles: Role[]) => roles.filter(({ name }) => name === 'who');
		if (sharedBeside(a, doers(mine), b, doers(theirs), [], words) < 1) return null;
	}
	return { x, y, fit: Math.min(1, CLAUSES + PER_ROLE * shared) };
}

const MANNERS = /^(?:advmod|xcomp)/;

/** "Deliberately", "by accident": how one doing was done. */
function inManners(a: Gist, ofA: Clause, b: Gist, ofB: Clause, words: Words): Contrast | null {
	const theirs = childrenOf(b, ofB.frame.verb, MANNERS);
	for (const x of childrenOf(a, ofA.frame.verb, MANNERS))
		for (const y of theirs) {
			if (!isAlone(a, x) || !isAlone(b, y) || !excludes(a, x, b, y, words)) continue;
			const besides = (roles: Role[], at: Place) => roles.filter((role) => role.at !== at);
			const shared = sharedBeside(a, besides(ofA.roles, x), b, besides(ofB.roles, y), [], words);
			if (shared > 0) return { x, y, fit: Math.min(1, CLAUSES + PER_ROLE * shared) };
		}
	return null;
}

/** Two clauses that tell one doing of one party, but for one word. */
function inClauses(a: Gist, x: Clause, b: Gist, y: Clause, words: Words): Contrast | null {
	if (x.frame.mood !== y.frame.mood) return null;
	const [verb, other] = [a.tokens[x.frame.verb]!, b.tokens[y.frame.verb]!];
	if (words.kinship(verb.lemma, other.lemma) < SAME) return inPredicates(a, x, b, y, words);
	const manner = inManners(a, x, b, y, words);
	if (manner !== null) return manner;
	const [ofA, ofB] = [x.roles, y.roles];
	for (const mine of ofA)
		for (const theirs of ofB)
			for (const pair of contrastsAt(a, mine, b, theirs, words)) {
				const shared = sharedBeside(a, ofA, b, ofB, [mine, theirs], words);
				// What the word stands beside is one thing too, where it is not the thing itself.
				const isBeside = pair.x !== mine.at && !isLight(verb.lemma) && !isLight(other.lemma);
				if (shared > 0 || (shared === 0 && isBeside && mine.name !== WHAT))
					return { ...pair, fit: Math.min(1, CLAUSES + PER_ROLE * (shared + Number(isBeside))) };
			}
	return null;
}

/** Whether a word is a verb with the level that something came to: "rose to two metres", and later fell to one. */
function isLevel(gist: Gist, verb: Place): boolean {
	return childrenOf(gist, verb, /^obl/).some(
		(at) =>
			childrenOf(gist, at, /^nummod/).length > 0 &&
			childrenOf(gist, at, /^case/).some((child) => lemmaAt(gist, child) === 'to')
	);
}

/** The same said of one thing, but for one word, and that excludes the other's: "a red van", "a blue van". */
export function compareContrasts(a: Gist, b: Gist, words: Words): Finding | null {
	// Most pairs have no two words that could exclude each other.
	if (!mayExclude(read(a, words).telling, read(b, words).telling, words)) return null;
	const theirs = read(b, words).clauses;
	const found = [
		swapped(a, b, words),
		...read(a, words).clauses.flatMap((x) => theirs.map((y) => inClauses(a, x, b, y, words)))
	].filter((contrast) => contrast !== null);
	const [best] = found.sort((p, q) => q.fit - p.fit);
	if (best === undefined) return null;
	if (isLevel(a, best.x) && isLevel(b, best.y)) return null;
	const [x, y] = [a.tokens[best.x]!, b.tokens[best.y]!];
	const [one, other] = speakers(a, b);
	const text = `${does(one, 'says')} “${wordsAt(a, x)}” and ${other} “${wordsAt(b, y)}”, which exclude each other.`;
	const code = partInRow(a, best.x, b, best.y) ? 'number' : 'opposite';
	return clauseConflict(code, text, [evidenceOf(a, x), evidenceOf(b, y)], best.fit);
}

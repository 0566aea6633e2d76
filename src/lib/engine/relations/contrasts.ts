import { isDated, shareDay } from '../lines/dated.ts';
import type { Frame } from '../lines/frames.ts';
import type { Gist } from '../lines/gist.ts';
import type { Words } from '../words/index.ts';
import { isMain } from './clauses.ts';
import { evidenceOf, speakers, wordsAt, type Finding } from './finding.ts';
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

/** A word by its place among the claim's tokens. */
type Place = number;
type Contrast = { x: Place; y: Place; fit: number };

const lemmaAt = (gist: Gist, at: Place) => gist.tokens[at]!.lemma.toLowerCase();

function childrenOf(gist: Gist, at: Place, roles: RegExp): Place[] {
	return gist.tokens.flatMap(({ head, deprel }, child) => (head === at && roles.test(deprel) ? [child] : []));
}

/** Whether a word stands alone in its place: what "a bus and a tram" did says nothing of either. */
function isAlone(gist: Gist, at: Place): boolean {
	return gist.tokens[at]!.deprel !== 'conj' && childrenOf(gist, at, /^conj/).length === 0;
}

/** One thing can be red or blue, and of several some may be each. */
const isOne = (gist: Gist, at: Place) => !/S$/.test(gist.tokens[at]!.xpos);

/** Whether two words exclude each other, and neither claim has both. */
function excludes(a: Gist, x: Place, b: Gist, y: Place, words: Words): boolean {
	const [mine, theirs] = [lemmaAt(a, x), lemmaAt(b, y)];
	if (mine === theirs || !(words.excludes(mine, theirs) || words.opposite(mine, theirs))) return false;
	const has = (gist: Gist, lemma: string) => gist.tokens.some((token) => token.lemma.toLowerCase() === lemma);
	return !has(a, theirs) && !has(b, mine);
}

const ORDINALS =
	'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
		' '
	);
const TENS = 'thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth'.split(' ');

/** Which in a row a word names; 0 for one that names none. */
function placeInRow(lemma: string): number {
	const figure = /^(\d+)(?:st|nd|rd|th)$/.exec(lemma);
	if (figure !== null) return Number(figure[1]);
	const tens = TENS.indexOf(lemma);
	return tens >= 0 ? 10 * (tens + 3) : ORDINALS.indexOf(lemma) + 1;
}

/** "The third floor" against "the fourth floor": another thing in a row, unless all else that is said is the same. */
function partInRow(a: Gist, x: Place, b: Gist, y: Place): boolean {
	const [mine, theirs] = [placeInRow(lemmaAt(a, x)), placeInRow(lemmaAt(b, y))];
	return mine > 0 && theirs > 0 && mine !== theirs;
}

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
type Read = { places: Place[]; clauses: Clause[] };

/** What was read of a claim: it meets every other of its line. */
const known = new WeakMap<Gist, Read>();

function read(gist: Gist, words: Words): Read {
	let found = known.get(gist);
	if (found === undefined) {
		const clauses = gist.frames
			.filter((frame) => isStated(frame) && isMain(gist, frame))
			.map((frame) => ({ frame, roles: rolesOf(gist, frame) }));
		known.set(gist, (found = { places: readPlaces(gist, words), clauses }));
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

/** Who, whom and where of a clause, each by what it is to the clause. */
function rolesOf(gist: Gist, { verb, agents, patients, others }: Frame): Role[] {
	const below = (at: Place) => childrenOf(gist, at, /^case$/).map((child) => lemmaAt(gist, child));
	const isPredicate = gist.tokens[verb]!.upos === 'NOUN';
	return [
		...(isPredicate ? [{ at: verb, name: WHAT }] : []),
		...agents.map((at) => ({ at, name: 'who' })),
		...patients.map((at) => ({ at, name: lemmaAt(gist, verb) === 'become' ? WHAT : 'whom' })),
		...others.map((at) => ({ at, name: below(at).join(' ') || gist.tokens[at]!.deprel }))
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
		else if (name === 'who' && isTold(mine) && isTold(theirs)) return -1;
	}
	return shared;
}

const isStated = ({ mood, negated }: Frame) => !negated && (mood === 'fact' || mood === 'ahead');

/** "The march was peaceful", "the march was violent": of one party, two things that exclude each other. */
function inPredicates(a: Gist, ofA: Clause, b: Gist, ofB: Clause, words: Words): Contrast | null {
	const [x, y] = [ofA.frame, ofB.frame];
	if (a.tokens[x.verb]!.upos === 'VERB' || b.tokens[y.verb]!.upos === 'VERB') return null;
	if (!isAlone(a, x.verb) || !isAlone(b, y.verb) || !excludes(a, x.verb, b, y.verb, words)) return null;
	const shared = sharedBeside(a, ofA.roles, b, ofB.roles, [], words);
	return shared > 0 ? { x: x.verb, y: y.verb, fit: Math.min(1, CLAUSES + PER_ROLE * shared) } : null;
}

/** Two clauses that tell one doing of one party, but for one word. */
function inClauses(a: Gist, x: Clause, b: Gist, y: Clause, words: Words): Contrast | null {
	if (x.frame.mood !== y.frame.mood) return null;
	const [verb, other] = [a.tokens[x.frame.verb]!, b.tokens[y.frame.verb]!];
	if (words.kinship(verb.lemma, other.lemma) < SAME) return inPredicates(a, x, b, y, words);
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

/** Whether two claims give days that cannot be one: then each may be true of its own. */
function areApart(a: Gist, b: Gist): boolean {
	const [xs, ys] = [a.claim.values.filter(isDated), b.claim.values.filter(isDated)];
	return xs.length > 0 && ys.length > 0 && !xs.some((x) => ys.some((y) => shareDay(x, y)));
}

/** The same said of one thing, but for one word, and that excludes the other's: "a red van", "a blue van". */
export function compareContrasts(a: Gist, b: Gist, words: Words): Finding | null {
	const theirs = read(b, words).clauses;
	const found = [
		swapped(a, b, words),
		...read(a, words).clauses.flatMap((x) => theirs.map((y) => inClauses(a, x, b, y, words)))
	].filter((contrast) => contrast !== null);
	const [best] = found.sort((p, q) => q.fit - p.fit);
	if (best === undefined || areApart(a, b)) return null;
	const [x, y] = [a.tokens[best.x]!, b.tokens[best.y]!];
	const [one, other] = speakers(a, b);
	return {
		kind: 'conflicts',
		code: partInRow(a, best.x, b, best.y) ? 'number' : 'opposite',
		text: `${one} says “${wordsAt(a, x)}” and ${other} “${wordsAt(b, y)}”, which exclude each other.`,
		evidence: [evidenceOf(a, x), evidenceOf(b, y)],
		fit: best.fit,
		isClause: true
	};
}

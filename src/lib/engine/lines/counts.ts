import type { Value } from '#lib/model/index.ts';
import type { Words } from '../words/index.ts';
import type { Frame } from './frames.ts';
import type { Gist } from './gist.ts';

/** Two units are of one thing from here: "people" and "persons", but not "missiles" and "bases". */
const SAME_UNIT = 0.65;

/** Words for people by what they are doing there: "20 passengers" may be the "26 people" of another account. */
const PEOPLE = new Set(
	'person people crew sailor passenger resident pupil student patient worker protester protestor demonstrator marcher visitor victim survivor soldier officer man woman child guest fan spectator commuter traveller traveler civilian employee customer migrant refugee member supporter colleague villager farmer driver miner player tourist hiker pensioner prisoner hostage inmate detainee activist striker'.split(
		' '
	)
);
export const isPeople = (unit: string): boolean => PEOPLE.has(unit);

const SOME = new Set('child woman man boy girl teenager baby toddler infant pensioner'.split(' '));
const isSome = (unit: string | undefined): boolean => unit !== undefined && SOME.has(unit);

/** Whether two values measure one thing. */
export function sameUnit(a: Value, b: Value, words: Words): boolean {
	if (a.kind !== b.kind) return false;
	// "Five children" are some of "nine people".
	if (isSome(a.unit) !== isSome(b.unit)) return false;
	if (a.unit === b.unit) return a.unit !== undefined || a.kind !== 'number';
	if (a.unit === undefined || b.unit === undefined) return false;
	if (isPeople(a.unit) && isPeople(b.unit) && (a.unit === 'person' || b.unit === 'person')) return true;
	return words.kinship(a.unit, b.unit) >= SAME_UNIT;
}

/** The clause that a place in the text belongs to: the nearest predicate above its token. */
export function clauseAt(gist: Gist, start: number): Frame | undefined {
	let at = gist.tokens.findIndex((token) => token.start <= start && token.end > start);
	for (let steps = 0; at >= 0 && steps < 40; steps++) {
		const frame = gist.frames.find((clause) => clause.verb === at);
		if (frame !== undefined) return frame;
		at = gist.tokens[at]!.head;
	}
	return undefined;
}

/** What happens to those who are counted, each of them to others: some were killed, and some were hurt. */
export const FATES = new Set(
	'kill die dead injure injured hurt wound arrest detain release free survive rescue evacuate miss missing charge question expel suspend dismiss sink damage destroy burn flood displace ill sick infect'.split(
		' '
	)
);
const isToll = ({ tokens }: Gist): boolean => tokens.some(({ lemma }) => lemma === 'toll');

/** What is told right beside a number of those whom it counts: "two dead", "seven injured". */
export function fateBeside(gist: Gist, { start, end }: Value): string[] {
	const inside = gist.tokens.flatMap((token, at) => (token.start >= start && token.end <= end ? [at] : []));
	const above = (at: number) => gist.tokens[at]?.head ?? -1;
	const near = new Set(inside.flatMap((at) => [at, above(at), above(above(at))]));
	near.delete(-1);
	// "The death toll rose to 14"
	if (isToll(gist)) return ['die'];
	return gist.tokens.flatMap(({ lemma, head }, at) =>
		FATES.has(lemma) && (near.has(at) || near.has(head) || inside.at(-1) === at - 1) ? [lemma] : []
	);
}

/** Two fates are one from here: to be killed is to die. */
const SAME_FATE = 0.7;

/** How likely claims that count one thing at one doing speak to one point, whatever other words they use. */
const COUNTED = 0.5;
/** The same where it is a fate: how many died is one point, however it is told. */
export const COUNTED_FATE = 0.8;

/** A claim of more tokens than this says more than its count, and may speak to other points. */
const LONGEST_COUNT = 16;

/** Two doings are one from here. */
const SAME_DOING = 0.8;
/** Verbs that do not tell what was counted. */
const PLAIN = /^(?:be|have|do|say|tell|see|take|get|make|go|come|give|include|report|count|find|know)$/;

/** What was done with those whom a number counts, or happened to them: its clause's verb, else what stands beside it. */
function deedsAt(gist: Gist, value: Value): string[] {
	const clause = clauseAt(gist, value.start);
	const verb = clause && gist.tokens[clause.verb]!.lemma;
	return verb === undefined || PLAIN.test(verb) || isToll(gist) ? fateBeside(gist, value) : [verb];
}

/** Whether two verbs tell one fate: to be killed is to die. */
const areOneFate = (deed: string, other: string, words: Words): boolean =>
	FATES.has(deed) && FATES.has(other) && words.kinship(deed, other) >= SAME_FATE;

/** Whether two numbers are of those to whom one thing happened, however it is told: "killed 14", "the toll is 15". */
export function haveOneFate(a: Gist, x: Value, b: Gist, y: Value, words: Words): boolean {
	return deedsAt(a, x).some((deed) => deedsAt(b, y).some((other) => areOneFate(deed, other, words)));
}

/**
 * How likely two claims speak to one point since they count one thing at one doing, 0..1: "26 people were hurt" and
 * "fewer than 20 passengers were hurt"; 0 where they do not.
 */
export function countAlike(a: Gist, b: Gist, words: Words): number {
	const countsOf = (gist: Gist) =>
		gist.claim.values.filter(({ kind, unit }) => kind === 'number' && unit !== undefined && unit !== 'age');
	const areAllCount = [a, b].every(({ claim, tokens }) => !claim.headline && tokens.length <= LONGEST_COUNT);
	let best = 0;
	for (const x of countsOf(a))
		for (const y of countsOf(b)) {
			if (best === COUNTED_FATE || !sameUnit(x, y, words)) continue;
			for (const deed of deedsAt(a, x))
				for (const other of deedsAt(b, y)) {
					if (areOneFate(deed, other, words)) best = Math.max(best, areAllCount ? COUNTED_FATE : COUNTED);
					else if (words.kinship(deed, other) >= SAME_DOING) best = Math.max(best, COUNTED);
				}
		}
	return best;
}

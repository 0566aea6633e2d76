import type { Value } from '#lib/model/index.ts';
import type { Words } from '../words/index.ts';
import type { Frame } from './frames.ts';
import type { Gist } from './gist.ts';

/** Two units are of one thing from here: "people" and "persons", but not "missiles" and "bases". */
const SAME_UNIT = 0.65;

/** Words for people by what they are doing there: "20 passengers" may be the "26 people" of another account. */
const PEOPLE = new Set(
	'person people crew sailor passenger resident pupil student patient worker protester protestor demonstrator marcher visitor victim survivor soldier officer man woman child guest fan spectator commuter traveller traveler civilian employee customer migrant refugee'.split(
		' '
	)
);
export const isPeople = (unit: string): boolean => PEOPLE.has(unit);

/** Whether two values measure one thing. */
export function sameUnit(a: Value, b: Value, words: Words): boolean {
	if (a.kind !== b.kind) return false;
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

/** Two doings are one from here. */
const SAME_DOING = 0.8;
/** Verbs that do not tell what was counted. */
const PLAIN = /^(?:be|have|do|say|tell|see|take|get|make|go|come|give|include|report|count|find|know)$/;

/** Whether two claims count one thing at one doing: "26 people were hurt" and "fewer than 20 passengers were hurt". */
export function countAlike(a: Gist, b: Gist, words: Words): boolean {
	const countsOf = (gist: Gist) =>
		gist.claim.values.filter(({ kind, unit }) => kind === 'number' && unit !== undefined && unit !== 'age');
	return countsOf(a).some((x) =>
		countsOf(b).some((y) => {
			if (!sameUnit(x, y, words)) return false;
			const [mine, theirs] = [clauseAt(a, x.start), clauseAt(b, y.start)];
			if (mine === undefined || theirs === undefined) return false;
			const [verb, other] = [a.tokens[mine.verb]!.lemma, b.tokens[theirs.verb]!.lemma];
			return !PLAIN.test(verb) && words.kinship(verb, other) >= SAME_DOING;
		})
	);
}

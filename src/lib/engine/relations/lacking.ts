import type { Frame } from '../lines/frames.ts';
import type { Gist } from '../lines/gist.ts';
import type { Words } from '../words/index.ts';
import { isFact } from './clauses.ts';
import { isMain } from './doings.ts';
import { hasBelow } from './exclusion.ts';
import { clauseConflict, does, evidenceOf, speakers, wordsAt, type Finding } from './finding.ts';
import { compareParties, partyAt } from './parties.ts';

const ARMS = new Set('gun pistol rifle shotgun revolver firearm knife sword machete weapon axe'.split(' '));
/** Verbs by which somebody has a weapon with them. */
const HAVING = new Set('have carry hold wield brandish draw point pull fire swing hide'.split(' '));
const INSIDE = new Set(['in', 'inside', 'aboard', 'on']);
const PEOPLE =
	/^(?:person|people|child|pupil|student|passenger|worker|man|woman|guest|visitor|patient|family|resident)$/;

const lemmaOf = (gist: Gist, at: number) => gist.tokens[at]!.lemma.toLowerCase();

/** The weapon that a clause says somebody has; -1 where it says no such thing. */
function weaponIn(gist: Gist, { verb, patients }: Frame): number {
	return HAVING.has(lemmaOf(gist, verb)) ? (patients.find((at) => ARMS.has(lemmaOf(gist, at))) ?? -1) : -1;
}

/** Where a clause says that people were in some place: the place; -1 where it says no such thing. */
function peopledIn(gist: Gist, { verb, agents, others }: Frame): number {
	if (!agents.some((at) => PEOPLE.test(lemmaOf(gist, at)))) return -1;
	if (gist.tokens[verb]!.upos === 'NOUN') return hasBelow(gist, verb, 'case', INSIDE) ? verb : -1;
	return lemmaOf(gist, verb) === 'be' ? (others.find((at) => hasBelow(gist, at, 'case', INSIDE)) ?? -1) : -1;
}

/** What one clause says somebody or some place was without, and the other tells of: their places; null where nothing. */
function lackedIn(a: Gist, x: Frame, b: Gist, y: Frame, words: Words): [number, number] | null {
	const isSame = (roles: readonly number[]) =>
		compareParties(partyAt(a, x.agents), partyAt(b, roles), words) === 'same';
	if (lemmaOf(a, x.verb) === 'unarmed') {
		const weapon = weaponIn(b, y);
		return weapon >= 0 && isSame(y.agents) ? [x.verb, weapon] : null;
	}
	if (/^(?:empty|deserted|uninhabited)$/.test(lemmaOf(a, x.verb))) {
		const place = peopledIn(b, y);
		return place >= 0 && isSame([place]) ? [x.verb, y.agents[0]!] : null;
	}
	return null;
}

function compare(a: Gist, b: Gist, words: Words): Finding | null {
	for (const x of a.frames) {
		if (!isFact(x) || !isMain(a, x) || a.tokens[x.verb]!.upos !== 'ADJ') continue;
		for (const y of b.frames) {
			const found = isFact(y) && isMain(b, y) ? lackedIn(a, x, b, y, words) : null;
			if (found === null) continue;
			const [p, q] = [a.tokens[found[0]]!, b.tokens[found[1]]!];
			const [one, other] = speakers(a, b);
			const text = `${does(one, 'says')} “${wordsAt(a, p)}” and ${does(other, 'tells')} of “${wordsAt(b, q)}”.`;
			return clauseConflict('opposite', text, [evidenceOf(a, p), evidenceOf(b, q)]);
		}
	}
	return null;
}

/** One says that somebody was unarmed, the other that they had a knife; one that a place was empty, the other that people were in it. */
export function compareLacking(a: Gist, b: Gist, words: Words): Finding | null {
	return compare(a, b, words) ?? compare(b, a, words);
}

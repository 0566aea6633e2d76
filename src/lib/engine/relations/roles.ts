import type { Gist } from '../lines/gist.ts';
import type { Words } from '../words/index.ts';
import { hasBelow, isMain } from './clauses.ts';
import { evidenceOf, speakers, type Finding } from './finding.ts';
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

/** The same done by each to the other: "A hit B" against "B hit A". */
export function compareRoles(a: Gist, b: Gist, words: Words): Finding | null {
	for (const { x, y } of a.frames.flatMap((x) => b.frames.map((y) => ({ x, y })))) {
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
			continue;
		const [xAgent, yAgent] = [partyOf(a, x.agents), partyOf(b, y.agents)];
		const [xOther, yOther] = [
			[...partyOf(a, x.patients), ...partyOf(a, towards(a, x.others), true)],
			[...partyOf(b, y.patients), ...partyOf(b, towards(b, y.others), true)]
		];
		if (!share(xAgent, yOther) || share(xAgent, yAgent)) continue;
		// Where the other party is only "he" and "him", the one who changes sides has to do.
		if (!share(yAgent, xOther) && yAgent.length + xOther.length > 0) continue;
		const [one, other] = speakers(a, b);
		const text = `${one} and ${other} disagree on who did it to whom.`;
		const evidence = [
			evidenceOf(a, a.tokens[x.agents[0] ?? x.verb]!),
			evidenceOf(b, b.tokens[y.agents[0] ?? y.verb]!)
		];
		return { kind: 'conflicts', code: 'person', text, evidence, fit: 1 };
	}
	return null;
}

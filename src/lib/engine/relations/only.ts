import type { Frame } from '../lines/frames.ts';
import type { Gist } from '../lines/gist.ts';
import type { Words } from '../words/index.ts';
import { isFact } from './clauses.ts';
import { isMain } from './doings.ts';
import { hasBelow } from './exclusion.ts';
import { clauseConflict, does, evidenceOf, speakers, wordsAt, type Finding } from './finding.ts';
import { isPeople } from '../lines/counts.ts';
import { compareParties, partyAt } from './parties.ts';

const ONLY = new Set(['only', 'solely', 'exclusively', 'merely', 'just']);
const BUT = new Set(['but', 'except', 'besides', 'save']);
/** Two verbs are one doing from here. */
const SAME = 0.85;
/** Two things this near may be one in other words. */
const AKIN = 0.5;

/** What a clause says was the only thing that something was done to: "carried only grain", "nothing but grain". */
function onlyIn(gist: Gist, { patients }: Frame): number[] {
	return patients.flatMap((at) => {
		const { lemma, upos } = gist.tokens[at]!;
		if (lemma === 'nothing')
			return gist.tokens.flatMap(({ head }, child) =>
				head === at && hasBelow(gist, child, 'case', BUT) ? [child] : []
			);
		// "Only three men": that is how many, and others may be there too.
		const isBare = !gist.tokens.some(({ head, deprel }) => head === at && deprel === 'nummod');
		return upos === 'NOUN' && isBare && hasBelow(gist, at, 'advmod', ONLY) ? [at] : [];
	});
}

/** The things that something is done to in a clause, with those that stand in a row with them. */
function thingsIn(gist: Gist, { patients }: Frame): number[] {
	const row = gist.tokens.flatMap(({ head, deprel }, at) =>
		deprel === 'conj' && patients.includes(head) ? [at] : []
	);
	return [...patients, ...row].filter((at) => gist.tokens[at]!.upos === 'NOUN');
}

function besides(a: Gist, b: Gist, words: Words): Finding | null {
	for (const x of a.frames) {
		const only = onlyIn(a, x);
		if (only.length === 0 || !isMain(a, x) || x.mood !== 'fact') continue;
		for (const y of b.frames) {
			if (!isFact(y) || !isMain(b, y)) continue;
			if (words.kinship(a.tokens[x.verb]!.lemma, b.tokens[y.verb]!.lemma) < SAME) continue;
			if (compareParties(partyAt(a, x.agents), partyAt(b, y.agents), words) !== 'same') continue;
			const isNear = (p: string, q: string) => words.kinship(p, q) > 0 || words.cosine(p, q) >= AKIN;
			const more = thingsIn(b, y).find(
				(at) =>
					!isPeople(b.tokens[at]!.lemma) &&
					only.every((one) => !isNear(a.tokens[one]!.lemma, b.tokens[at]!.lemma))
			);
			if (more === undefined) continue;
			const [p, q] = [a.tokens[only[0]!]!, b.tokens[more]!];
			const [one, other] = speakers(a, b);
			const text = `${does(one, 'says')} only “${wordsAt(a, p)}” and ${other} “${wordsAt(b, q)}”.`;
			return clauseConflict('opposite', text, [evidenceOf(a, p), evidenceOf(b, q)]);
		}
	}
	return null;
}

/** One says that there was only one thing, the other tells of another: "carried only grain", "was carrying weapons". */
export function compareOnly(a: Gist, b: Gist, words: Words): Finding | null {
	return besides(a, b, words) ?? besides(b, a, words);
}

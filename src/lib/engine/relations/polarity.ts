import type { Span } from '#lib/model/index.ts';
import type { Frame } from '../lines/frames.ts';
import type { Gist } from '../lines/gist.ts';
import type { Words } from '../words/index.ts';
import { evidenceOf, speakers, wordsAt, type Finding } from './finding.ts';
import { clausePairs, isLight, shareOf, type ClausePair } from './overlap.ts';

const SAME_VERB = 0.7;
const NEGATED =
	/\b(?:not?|never|none|nobody|nothing|neither|nor|without|cannot|hardly|den(?:y|ies|ied|ying|ial)|refus\w+|fail(?:ed|s)?)\b|n['’]t\b/i;

/** Whether anything in a claim is negated: two claims that both negate something rarely deny one another. */
function isNegative(gist: Gist): boolean {
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
function denial(
	a: Gist,
	b: Gist,
	aDenies: boolean,
	words: Words,
	clauses?: ClausePair & { fit: number }
): Finding {
	const [one, other] = speakers(a, b);
	const [no, yes] = aDenies ? [one, other] : [other, one];
	const [x, y] = clauses ? [clauseSpan(a, clauses.x), clauseSpan(b, clauses.y)] : [a.claim, b.claim];
	return {
		kind: 'conflicts',
		code: 'negation',
		text: `${yes} affirms what ${no} denies.`,
		evidence: [evidenceOf(a, x), evidenceOf(b, y)],
		fit: clauses?.fit ?? shareOf(a, b, words) / 2,
		isClause: clauses !== undefined
	};
}

/** One says that something was done, the other that it was not: clause against clause, else claim against claim. */
export function compareNegation(a: Gist, b: Gist, words: Words): Finding | null {
	if (isNegative(a) === isNegative(b)) return null;
	const [best] = clausePairs(a, b, words)
		.filter(({ x, y, verb }) => x.negated !== y.negated && verb >= SAME_VERB)
		.filter(({ x, y, agent, patient, other: rest }) => {
			const isEmpty = isLight(a.tokens[x.verb]!.lemma) || isLight(b.tokens[y.verb]!.lemma);
			return agent + patient + rest >= (isEmpty ? 1.5 : 0.7);
		})
		.map((pair) => ({ ...pair, fit: (pair.verb + pair.agent + pair.patient + pair.other) / 4 }))
		.sort((p, q) => q.fit - p.fit);
	if (best !== undefined) return denial(a, b, best.x.negated, words, best);
	const [x, y] = [a.claim.certainty, b.claim.certainty];
	const isOpen = x === 'hedged' || y === 'hedged';
	if (isOpen || isDeniedOutside(a) === isDeniedOutside(b))
		return !isOpen && x !== y ? denial(a, b, x === 'denied', words) : null;
	return denial(a, b, isDeniedOutside(a), words);
}

/** Words that exclude each other, said of one thing. */
export function compareOpposites(a: Gist, b: Gist, words: Words): Finding | null {
	for (const x of a.terms)
		for (const y of b.terms) {
			if (x.lemma === y.lemma || x.varies || y.varies || !words.opposite(x.lemma, y.lemma)) continue;
			// "The first and the last train": a claim that has both words sets neither against the other.
			if (a.terms.some((t) => t.lemma === y.lemma) || b.terms.some((t) => t.lemma === x.lemma)) continue;
			const [one, other] = speakers(a, b);
			const text = `${one} says “${wordsAt(a, x)}” and ${other} “${wordsAt(b, y)}”, which exclude each other.`;
			const evidence = [evidenceOf(a, x), evidenceOf(b, y)];
			return { kind: 'conflicts', code: 'opposite', text, evidence, fit: shareOf(a, b, words) };
		}
	return null;
}

/** Hedged words against stated ones. */
export function compareCertainty(a: Gist, b: Gist): Finding | null {
	const [x, y] = [a.claim.certainty, b.claim.certainty];
	if (x === y || (x !== 'hedged' && y !== 'hedged') || x === 'denied' || y === 'denied') return null;
	const [one, other] = speakers(a, b);
	const [open, firm] = x === 'hedged' ? [one, other] : [other, one];
	const text = `${firm} states what ${open} leaves open.`;
	const evidence = [evidenceOf(a, a.claim), evidenceOf(b, b.claim)];
	return { kind: 'differs', code: 'certainty', text, evidence, fit: 0.7 };
}

import type { Span } from '#lib/model/index.ts';
import type { Frame } from '../lines/frames.ts';
import type { Gist } from '../lines/gist.ts';
import type { Token } from '../types.ts';
import type { Words } from '../words/index.ts';
import { isFact } from './clauses.ts';
import { isMain } from './doings.ts';
import { hasBelow } from './exclusion.ts';
import { clauseConflict, does, evidenceOf, speakers, wordsAt, type Finding } from './finding.ts';

/** What brought something about, by their places among a claim's tokens. */
type Cause = { effects: number[]; cause: number };

const CAUSING = new Set('cause trigger spark provoke prompt'.split(' '));
const COMING = new Set('result stem arise'.split(' '));
const FROM = new Set(['from']);
const ON = new Set(['on']);
const DYING = new Set(['of', 'from']);
const OF = new Set(['of', 'for', 'behind']);
/** "Because of", "due to", "owing to": what stands before such a phrase is what came about. */
const BECAUSE = new Set(['because', 'due', 'owing', 'thanks']);
/** One cause of several: another may be one too. */
const PARTLY =
	/\b(?:part(?:ly|ially)|in part|also|contribut\w+|one of|among|combination|mainly|largely|mostly)\b/i;
/** Words that name no cause. */
const EMPTY =
	/^(?:thing|problem|reason|factor|cause|what|something|fact|way|event|incident|issue|year|day|part)$/;

/** Two words for what came about are one from here. */
const SAME_EFFECT = 0.7;
/** Causes whose words are nearer than this may be one in other words: "a short circuit", "an electrical fault". */
const AKIN = 0.3;

const isNoun = (gist: Gist, at: number) => /^(?:NOUN|PROPN)$/.test(gist.tokens[at]!.upos);

/** What a clause says brought something about. */
function causesIn(gist: Gist, frame: Frame): Cause[] {
	const { verb, agents, patients, others } = frame;
	const { lemma } = gist.tokens[verb]!;
	const behind = (cases: ReadonlySet<string>) => others.filter((at) => hasBelow(gist, at, 'case', cases));
	const make = (effects: number[], causes: number[]): Cause[] =>
		effects.length === 0 ? [] : causes.map((cause) => ({ effects, cause }));
	if (CAUSING.has(lemma)) return make(patients, agents);
	// The cause may hang on what it is blamed for: "blamed the delay on fog".
	const beside = gist.tokens.flatMap(({ head }, at) =>
		patients.includes(head) && hasBelow(gist, at, 'case', ON) ? [at] : []
	);
	if (lemma === 'blame') return make(patients, [...behind(ON), ...beside]);
	if (COMING.has(lemma)) return make(agents, behind(FROM));
	const because = gist.tokens.flatMap(({ head, deprel, lemma: word }, at) =>
		head >= 0 && deprel === 'case' && BECAUSE.has(word) && gist.tokens[head]!.head === verb && at > verb
			? [head]
			: []
	);
	if (because.length > 0) return make([verb], because);
	if (lemma === 'die') return make([verb], behind(DYING));
	// "The cause of the fire was a cigarette."
	const named = agents.filter((at) => gist.tokens[at]!.lemma === 'cause');
	const ofNamed = gist.tokens.flatMap(({ head }, at) =>
		named.includes(head) && hasBelow(gist, at, 'case', OF) ? [at] : []
	);
	return make(ofNamed, isNoun(gist, verb) ? [verb] : []);
}

/** A cause's own words: what stands before its noun, and the noun. */
function tokensOf(gist: Gist, cause: number): Token[] {
	return gist.tokens.filter(
		({ head, deprel }, at) =>
			at === cause || (head === cause && at < cause && /^(?:compound|amod)/.test(deprel))
	);
}

const lemmasOf = (tokens: readonly Token[]) => tokens.map(({ lemma }) => lemma.toLowerCase());
const spanOf = (tokens: readonly Token[]): Span => ({ start: tokens[0]!.start, end: tokens.at(-1)!.end });

/** Whether two causes have no word that is near any of the other's. */
function areApart(mine: readonly string[], theirs: readonly string[], words: Words): boolean {
	return mine.every((x) => theirs.every((y) => words.kinship(x, y) === 0 && words.cosine(x, y) < AKIN));
}

function statedCauses(gist: Gist): Cause[] {
	if (gist.claim.certainty !== 'stated' || PARTLY.test(gist.claim.text)) return [];
	return gist.frames
		.filter((frame) => isFact(frame) && isMain(gist, frame))
		.flatMap((frame) => causesIn(gist, frame))
		.filter(({ cause }) => isNoun(gist, cause) && !EMPTY.test(gist.tokens[cause]!.lemma));
}

/** Two causes for one thing: "the fire was caused by lightning", "a cigarette caused the fire". */
export function compareCauses(a: Gist, b: Gist, words: Words): Finding | null {
	const mine = statedCauses(a);
	if (mine.length === 0) return null;
	const theirs = statedCauses(b);
	const isOneEffect = (x: Cause, y: Cause) =>
		x.effects.some((p) =>
			y.effects.some((q) => words.kinship(a.tokens[p]!.lemma, b.tokens[q]!.lemma) >= SAME_EFFECT)
		);
	for (const x of mine)
		for (const y of theirs) {
			const [ofA, ofB] = [tokensOf(a, x.cause), tokensOf(b, y.cause)];
			if (!isOneEffect(x, y) || !areApart(lemmasOf(ofA), lemmasOf(ofB), words)) continue;
			const [one, other] = speakers(a, b);
			const [p, q] = [spanOf(ofA), spanOf(ofB)];
			const text = `${does(one, 'gives')} “${wordsAt(a, p)}” as the cause and ${other} “${wordsAt(b, q)}”.`;
			return clauseConflict('intent', text, [evidenceOf(a, p), evidenceOf(b, q)]);
		}
	return null;
}

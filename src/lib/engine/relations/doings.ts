import { isGivenUp, type Frame } from '../lines/frames.ts';
import type { Gist } from '../lines/gist.ts';
import { childrenOf, hasBelow } from './exclusion.ts';
import { happeningsOf } from './happenings.ts';

/** Whether a clause is what its claim says, and not what it says of a thing in passing. */
export function isMain(gist: Gist, { verb }: Frame): boolean {
	return !/^(?:acl|amod|nmod|compound|obl)/.test(gist.tokens[verb]!.deprel) || isGivenUp(verb, gist.tokens);
}

/** "A tank that had not been cleaned": what was not done to a thing is said of it, and not in passing. */
function isToldOf(gist: Gist, { verb, negated, mood, agents, patients }: Frame): boolean {
	const { deprel, head } = gist.tokens[verb]!;
	return deprel === 'acl:relcl' && negated && mood === 'fact' && [...agents, ...patients].includes(head);
}

/** Verbs of which the noun below them says what is done: "took a decision", "held talks". */
export const CARRYING = new Set(
	'make take give have hold reach get involve include conduct carry launch issue bring do order'.split(' ')
);

/** What stands between such a noun and what it is about. */
const OF_NOUN = new Set(['for', 'of', 'on', 'into', 'against', 'about', 'over']);

const FROM = new Set(['from', 'by']);
/** Nouns of doings that tell in the word before them what is done: "the evacuation order". */
const OF_ORDER = new Set(['order', 'decision', 'ban', 'request', 'plan', 'offer']);

/** Whether a word is part of when something was. */
function isTime(gist: Gist, at: number): boolean {
	const { start, end } = gist.tokens[at]!;
	return gist.claim.values.some((value) => value.kind === 'date' && value.start <= start && value.end >= end);
}

/** Who is told behind a noun to have sent what it names: "complaints from staff". */
function sendersOf(gist: Gist, noun: number): number[] {
	return gist.tokens.flatMap(({ head, deprel }, at) =>
		head === noun && deprel === 'nmod' && hasBelow(gist, at, 'case', FROM) ? [at] : []
	);
}

/** A clause as it can be read: as it stands, and by the nouns that say what is done in it. */
export function readingsOf(gist: Gist, frame: Frame): Frame[] {
	const happenings = happeningsOf(gist, frame);
	const { lemma } = gist.tokens[frame.verb]!;
	// "Received no complaints from staff": staff complained to whoever received them.
	const isReceived = lemma === 'receive';
	if (!CARRYING.has(lemma) && !isReceived) return [frame, ...happenings];
	const nouns = frame.patients.filter((at) => gist.tokens[at]!.upos === 'NOUN');
	// "Gave the order for an attack": a parser may hang the attack on the giving.
	const behind = (noun: number) =>
		frame.others.filter((at) => at > noun && hasBelow(gist, at, 'case', OF_NOUN) && !isTime(gist, at));
	const senders = frame.others.filter((at) => hasBelow(gist, at, 'case', FROM));
	const below = (noun: number) => [
		...childrenOf(gist, noun, /^nmod$/),
		...(OF_ORDER.has(gist.tokens[noun]!.lemma) ? childrenOf(gist, noun, /^compound$/) : []),
		...behind(noun)
	];
	return [
		frame,
		...happenings,
		...nouns.map((verb): Frame => ({
			...frame,
			verb,
			...(isReceived ? { agents: [...senders, ...sendersOf(gist, verb)] } : {}),
			patients: isReceived ? frame.agents : below(verb),
			others: [...frame.others, ...below(verb)]
		}))
	];
}

/** A claim's main clauses, and those that a noun carries: "made its decision" is to decide. */
export function doingsOf(gist: Gist): Frame[] {
	return gist.frames.flatMap((frame) =>
		isMain(gist, frame) || isToldOf(gist, frame) ? readingsOf(gist, frame) : []
	);
}

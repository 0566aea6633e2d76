import type { Token } from '../types.ts';

/** One predicate with what depends on it, as indices into the claim's tokens. */
export type Frame = {
	verb: number;
	/** Who or what does it; for a passive, the one after "by". */
	agents: number[];
	/** Whom or what it is done to; for a passive, the subject. */
	patients: number[];
	/** The remaining complements: where, when, with whom. */
	others: number[];
	negated: boolean;
};

const AGENT = new Set(['nsubj', 'csubj', 'nsubj:outer', 'obl:agent']);
const PATIENT = new Set(['obj', 'iobj', 'nsubj:pass', 'csubj:pass', 'xcomp']);
const OTHER = new Set([
	'obl',
	'obl:tmod',
	'obl:npmod',
	'obl:unmarked',
	'nmod',
	'nmod:poss',
	'nmod:tmod',
	'compound',
	'appos',
	'ccomp'
]);
const NEGATIONS = new Set([
	'not',
	"n't",
	'n’t',
	'never',
	'no',
	'nobody',
	'none',
	'nothing',
	'neither',
	'nor',
	'without',
	'hardly',
	'barely'
]);

function isPredicate(token: Token, children: readonly Token[]): boolean {
	if (token.upos === 'VERB') return true;
	// "was a hoax", "is dead": the copula hangs on what is said of the subject.
	return children.some((child) => child.deprel === 'cop' || child.deprel === 'nsubj');
}

/** Whether a token has a preposition `by` below it, as the agent of a passive has. */
function isByPhrase(at: number, children: readonly (readonly number[])[], tokens: readonly Token[]): boolean {
	return children[at]!.some((child) => tokens[child]!.deprel === 'case' && tokens[child]!.lemma === 'by');
}

/** Verbs that turn what they govern into its denial: "denied that", "failed to", "refused to". */
const DENYING = new Set([
	'deny',
	'refuse',
	'fail',
	'decline',
	'reject',
	'prevent',
	'dispute',
	'refute',
	'avoid',
	'doubt',
	'disprove',
	'rule'
]);
const GOVERNED = new Set(['xcomp', 'ccomp']);

/** What is governed by a negated or denying predicate is denied with it: "cannot let them have", "denied that". */
function carryDown(frames: readonly Frame[], tokens: readonly Token[]): void {
	const byVerb = new Map(frames.map((frame) => [frame.verb, frame]));
	for (const frame of frames) {
		const { deprel, head } = tokens[frame.verb]!;
		if (!GOVERNED.has(deprel) || head < 0) continue;
		const above = byVerb.get(head);
		const lemma = tokens[head]!.lemma;
		if ((above?.negated ?? false) !== DENYING.has(lemma)) frame.negated = true;
	}
}

/** Reads the clauses of a parsed claim: each predicate, its roles by syntax, and whether it is negated. */
export function framesOf(tokens: readonly Token[]): Frame[] {
	const children: number[][] = tokens.map(() => []);
	tokens.forEach((token, at) => {
		if (token.head >= 0) children[token.head]!.push(at);
	});
	const frames: Frame[] = [];
	tokens.forEach((token, verb) => {
		const below = children[verb]!;
		if (
			!isPredicate(
				token,
				below.map((at) => tokens[at]!)
			)
		)
			return;
		const isPassive = below.some((at) => /:pass$/.test(tokens[at]!.deprel));
		const frame: Frame = { verb, agents: [], patients: [], others: [], negated: false };
		for (const at of below) {
			const { deprel, lemma } = tokens[at]!;
			if (NEGATIONS.has(lemma)) frame.negated = true;
			if (AGENT.has(deprel) || (isPassive && deprel === 'obl' && isByPhrase(at, children, tokens)))
				frame.agents.push(at);
			else if (PATIENT.has(deprel)) frame.patients.push(at);
			else if (OTHER.has(deprel)) frame.others.push(at);
			if (children[at]!.some((child) => tokens[child]!.deprel === 'det' && tokens[child]!.lemma === 'no'))
				frame.negated = true;
		}
		frames.push(frame);
	});
	carryDown(frames, tokens);
	return frames;
}

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
	mood: Mood;
};

/**
 * How a clause stands to the world: it was or is so (`fact`), is to come (`ahead`), may or could be so (`open`), or is
 * wanted or owed (`wish`). A wish and a fact deny each other as little as two wishes do.
 */
export type Mood = 'fact' | 'ahead' | 'open' | 'wish';

const AGENT = new Set(['nsubj', 'csubj', 'nsubj:outer', 'obl:agent']);
const PATIENT = new Set(['obj', 'iobj', 'nsubj:pass', 'csubj:pass', 'xcomp']);
const SUBJECT = /^[nc]subj/;
const WHO = new Set(['who', 'which', 'that', 'whom']);
const NOMINAL = /^(?:NOUN|PROPN)$/;
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

/** Whether a noun stands behind "but" or "except", below "nothing" or "nobody". */
function isExcepted(at: number, children: readonly (readonly number[])[], tokens: readonly Token[]): boolean {
	return children[at]!.some((child) => tokens[child]!.deprel === 'case' && EXCEPT.has(tokens[child]!.lemma));
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

/** Verbs whose denial denies what they govern: who was not allowed to leave did not leave; who did not hesitate, did. */
const PASSING = new Set(
	'allow let permit manage able begin start help make get have seem appear believe think expect want plan intend agree claim say'.split(
		' '
	)
);

const GIVEN_UP = new Set('drop cancel scrap abandon shelve ditch axe withdraw'.split(' '));
const INTENTIONS = new Set('plan bid effort attempt proposal idea'.split(' '));

/** "Dropped plans to reopen it": whether a clause says what was meant to be done, and is not to be done any more. */
export function isGivenUp(verb: number, tokens: readonly Token[]): boolean {
	const noun = tokens[tokens[verb]!.head];
	return (
		noun !== undefined &&
		tokens[verb]!.deprel === 'acl' &&
		INTENTIONS.has(noun.lemma) &&
		GIVEN_UP.has(tokens[noun.head]?.lemma ?? '')
	);
}

/** What is governed by a negated or denying predicate is denied with it: "cannot let them have", "denied that". */
function carryDown(frames: readonly Frame[], tokens: readonly Token[]): void {
	const byVerb = new Map(frames.map((frame) => [frame.verb, frame]));
	for (const frame of frames) {
		const { deprel, head } = tokens[frame.verb]!;
		if (isGivenUp(frame.verb, tokens)) {
			frame.negated = !frame.negated;
			frame.mood = 'ahead';
		}
		if (!GOVERNED.has(deprel) || head < 0) continue;
		const isAboveNegated = byVerb.get(head)?.negated ?? false;
		const { lemma } = tokens[head]!;
		if (DENYING.has(lemma) ? !isAboveNegated : isAboveNegated && PASSING.has(lemma))
			frame.negated = !frame.negated;
	}
}

const AHEAD = new Set(['will', 'would', 'shall', "'ll", '’ll', 'wo', "'d", '’d']);
const OPEN = new Set(['may', 'might', 'could', 'can', 'ca', 'cannot']);
const OWED = new Set(['should', 'must', 'ought']);
const CONDITIONS = new Set(['if', 'unless', 'whether', 'lest']);
const WISHING = new Set(
	'want seek hope plan intend expect threaten vow promise pledge urge demand ask call offer try attempt avoid prevent need wish prepare order tell warn advise aim mean refuse like love'.split(
		' '
	)
);
/** Verbs that take an object behind a particle, which a parser may take for a preposition: "cut off the water". */
const PARTED = new Set(
	'cut shut turn switch call take pull knock set put break blow shoot bring hand give throw pay pick seal close block'.split(
		' '
	)
);
const PARTICLES = new Set(['off', 'up', 'down', 'out', 'away', 'back']);

function isBehindParticle(
	verb: number,
	noun: number,
	children: readonly (readonly number[])[],
	tokens: readonly Token[]
): boolean {
	const isParticle = (at: number) =>
		at === verb + 1 && tokens[at]!.deprel === 'case' && PARTICLES.has(tokens[at]!.lemma);
	return tokens[noun]!.deprel === 'obl' && children[noun]!.some(isParticle);
}

/** Verbs of which what they are followed by says what was done: "pleaded not guilty" did not plead guilty. */
const PLEADING = new Set(['plead', 'find', 'convict', 'rule']);
const EXCEPT = new Set(['but', 'except', 'save']);
const REFUSING = new Set(['refuse']);
const ABLE = new Set(['capable', 'ready', 'able', 'likely', 'unlikely', 'willing', 'prepared', 'possible']);
const INHERITED = new Set(['xcomp', 'advcl', 'acl', 'conj', 'acl:relcl', 'ccomp']);

const isCondition = (at: number, tokens: readonly Token[]) =>
	tokens[at]!.deprel === 'mark' && CONDITIONS.has(tokens[at]!.lemma);

/** Whether a clause below another is what that depends on: "if they call, we will come". */
function hasCondition(clause: number, tokens: readonly Token[]): boolean {
	return (
		tokens[clause]!.deprel === 'advcl' &&
		tokens.some(
			({ head }, at) => head === clause && isCondition(at, tokens) && tokens[at]!.lemma !== 'whether'
		)
	);
}

/** A clause's mood by its own words, or null where it has none. */
function ownMood(verb: number, below: readonly number[], tokens: readonly Token[]): Mood | null {
	const lemmas = below.filter((at) => tokens[at]!.deprel.startsWith('aux')).map((at) => tokens[at]!.lemma);
	if (below.some((at) => isCondition(at, tokens)) || below.some((at) => hasCondition(at, tokens)))
		return 'open';
	if (lemmas.some((lemma) => OWED.has(lemma))) return 'wish';
	if (lemmas.some((lemma) => OPEN.has(lemma))) return 'open';
	// "It would have caused": it did not come to that.
	if (lemmas.some((lemma) => AHEAD.has(lemma))) return lemmas.includes('have') ? 'open' : 'ahead';
	const isFinite = /^VB[DPZ]$/.test(tokens[verb]!.xpos) || lemmas.length > 0;
	const hasCopula = below.some((at) => tokens[at]!.deprel === 'cop');
	return isFinite || hasCopula ? 'fact' : null;
}

/** A clause without a tense of its own has the mood of the one above it, or what that one wants or can do. */
function moodOf(verb: number, children: readonly (readonly number[])[], tokens: readonly Token[]): Mood {
	let at = verb;
	for (let steps = 0; steps < 20; steps++) {
		const own = ownMood(at, children[at]!, tokens);
		const { head, deprel } = tokens[at]!;
		if (own !== null && deprel !== 'acl:relcl') return own;
		if (head < 0 || !INHERITED.has(deprel)) return own ?? 'fact';
		const isGoverned = deprel === 'xcomp' || deprel === 'ccomp';
		// Who refused to come did not come: that is no wish.
		if (isGoverned && WISHING.has(tokens[head]!.lemma) && !REFUSING.has(tokens[head]!.lemma)) return 'wish';
		if (ABLE.has(tokens[head]!.lemma)) return 'open';
		// A clause that describes a thing says which is meant: it stands as firmly as what is said of the thing.
		if (deprel.startsWith('acl') && own === null) return 'fact';
		at = head;
	}
	return 'fact';
}

/** "The boat, built in May": what a participle describes is what was built, and with "carrying sand" what carries. */
function describe(frame: Frame, tokens: readonly Token[]): void {
	const { head, deprel, xpos } = tokens[frame.verb]!;
	if (deprel !== 'acl' || head < 0 || !NOMINAL.test(tokens[head]!.upos)) return;
	if (xpos === 'VBN' && frame.patients.length === 0) frame.patients.push(head);
	else if (xpos === 'VBG' && frame.agents.length === 0) frame.agents.push(head);
}

/** "The mayor refused to apologise": who refuses is who does not apologise; whom somebody tells to go is who goes. */
function lendSubjects(frames: readonly Frame[], tokens: readonly Token[]): void {
	const byVerb = new Map(frames.map((frame) => [frame.verb, frame]));
	for (const frame of frames) {
		const { deprel, head } = tokens[frame.verb]!;
		const above = deprel === 'xcomp' ? byVerb.get(head) : undefined;
		if (above === undefined || frame.agents.length > 0 || tokens[frame.verb]!.upos !== 'VERB') continue;
		const told = above.patients.filter((at) => at < frame.verb && NOMINAL.test(tokens[at]!.upos));
		frame.agents.push(...(told.length > 0 ? told : above.agents));
	}
}

/** "The boat, built in May, sank": where verbs are read as standing beside a noun, the noun is their subject. */
function subjectBeside(verb: number, tokens: readonly Token[]): number[] {
	let at = verb;
	for (let steps = 0; steps < 9 && tokens[at]!.deprel === 'conj' && tokens[at]!.head >= 0; steps++)
		at = tokens[at]!.head;
	if (at < verb && NOMINAL.test(tokens[at]!.upos)) return [at];
	// "Denied the boat, built in May, sank": the noun was read as the object of a verb outside the claim.
	if (tokens[at]!.deprel !== 'conj') return [];
	const object = tokens.findIndex(
		({ head, deprel, upos }) => head < 0 && deprel === 'obj' && NOMINAL.test(upos)
	);
	return object >= 0 && object < at ? [object] : [];
}

/** "There was no claim of responsibility": the noun is what did not happen, and what hangs on it is its object. */
function existential(
	verb: number,
	children: readonly (readonly number[])[],
	tokens: readonly Token[]
): number {
	const below = children[verb]!;
	if (tokens[verb]!.lemma !== 'be' || !below.some((at) => tokens[at]!.deprel === 'expl')) return -1;
	return below.find((at) => tokens[at]!.deprel === 'nsubj' && tokens[at]!.upos === 'NOUN') ?? -1;
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
		const mood = moodOf(verb, children, tokens);
		const frame: Frame = { verb, agents: [], patients: [], others: [], negated: false, mood };
		for (const child of below) {
			const { deprel, lemma } = tokens[child]!;
			// "The dam, which was built in May": the dam was.
			const at = WHO.has(lemma) && token.deprel.startsWith('acl') && token.head >= 0 ? token.head : child;
			// "Carried nothing but grain" carried grain.
			const isExcept = children[child]!.some((one) => isExcepted(one, children, tokens));
			// "Arrested for nothing" was arrested.
			const isVain = children[child]!.some((one) => tokens[one]!.lemma === 'for');
			if (NEGATIONS.has(lemma) && !isExcept && !isVain) frame.negated = true;
			if (AGENT.has(deprel) || (isPassive && deprel === 'obl' && isByPhrase(child, children, tokens)))
				frame.agents.push(at);
			else if (PATIENT.has(deprel)) frame.patients.push(at);
			else if (PARTED.has(token.lemma) && isBehindParticle(verb, child, children, tokens))
				frame.patients.push(at);
			else if (OTHER.has(deprel)) frame.others.push(at);
			const isNone = (one: number) => tokens[one]!.deprel === 'det' && tokens[one]!.lemma === 'no';
			// "Pleaded not guilty"
			const isNot = (one: number) =>
				PLEADING.has(token.lemma) && deprel === 'xcomp' && tokens[one]!.lemma === 'not';
			if (children[child]!.some((one) => isNone(one) || isNot(one))) frame.negated = true;
		}
		if (token.upos === 'VERB' && !below.some((at) => SUBJECT.test(tokens[at]!.deprel)))
			frame.agents.push(...subjectBeside(verb, tokens));
		describe(frame, tokens);
		const noun = existential(verb, children, tokens);
		if (noun >= 0) {
			frame.verb = noun;
			frame.agents = [];
			frame.patients.push(...children[noun]!.filter((at) => tokens[at]!.deprel === 'nmod'));
		}
		frames.push(frame);
	});
	lendSubjects(frames, tokens);
	carryDown(frames, tokens);
	return frames;
}

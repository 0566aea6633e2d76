import type { Frame } from './attribution/frames.ts';
import type { Proposition } from './propositions.ts';
import { baseRelation, childBy, type Tree } from './tree.ts';

/** Below this many tokens a clause that hangs on another says too little without it. */
const FEWEST_DEPENDENT = 9;
/** Below this, one that ends right before what it introduces: "the captain, who survived, has told the court". */
const FEWEST_FRAMED = 14;
/** What opens a clause that only says when or under what condition another holds. */
const CIRCUMSTANCE = /^(?:when|whenever|as|if|unless|until|till|after|before|while|once|since|should)$/;
const RELATIVE = /^(?:who|which|that|whose|whom|where)$/;
/** Words that nothing complete ends in. */
const OPEN_END = /^(?:ADP|SCONJ|DET|CCONJ)$/;
const SPEAKING = /^(?:speaking|talking|writing|addressing|asked)$/;
const LIGHT = /^(?:be|have|do|get|go|make|take|come|say|know|mean|think|like|want|thing)$/;

const VAGUE = /^(?:i|we|you|it|this|that|there|what|which|who)$/;
const TURNED = /^(?:not|n['’]t|no|never|none|nobody|probably|likely|may|might|could|reportedly)$/;

function isTurned(tree: Tree, { from, to }: Proposition): boolean {
	return tree.lower.slice(from, to).some((word) => TURNED.test(word));
}

/** How many words of a stretch say what it is about: nouns, names, figures, and verbs and adjectives of some weight. */
function weightOf(tree: Tree, { from, to }: Proposition): number {
	let weight = 0;
	for (let index = from; index < to; index++) {
		const { upos, lemma } = tree.tokens[index]!;
		if (/^(?:PROPN|NUM)$/.test(upos)) weight += 2;
		else if (/^(?:NOUN|VERB|ADJ)$/.test(upos) && !LIGHT.test(lemma.toLowerCase())) weight++;
	}
	return weight;
}

/** Whether a clause only opens another: a circumstance, or a description of somebody whom it does not name. */
function isDependent(tree: Tree, { from, to, predicate }: Proposition): boolean {
	if (to - from >= FEWEST_DEPENDENT) return false;
	const first = tree.lower[from]!;
	if (CIRCUMSTANCE.test(first) && /^(?:SCONJ|ADV|ADP|AUX)$/.test(tree.tokens[from]!.upos)) return true;
	const isAside =
		/^(?:who|which|whose|whom)$/.test(first) &&
		from > 0 &&
		/^(?:PUNCT|NOUN|PROPN)$/.test(tree.tokens[from - 1]!.upos);
	return isAside || (RELATIVE.test(first) && baseRelation(tree.tokens[predicate]!.deprel) === 'acl');
}

/** Whether a clause only introduces what others say, and that stands elsewhere: "he also told acquaintances". */
function isFraming(tree: Tree, { from, to, predicate }: Proposition, frames: readonly Frame[]): boolean {
	if (to - from >= FEWEST_FRAMED) return false;
	return frames.some(
		({ cue, content }) =>
			predicate >= cue.from &&
			predicate < cue.to &&
			content.every((range) => range.to <= from || range.from >= to) &&
			(to - from < FEWEST_DEPENDENT || content.some((range) => range.from >= to && range.from - to < 3))
	);
}

/**
 * Whether what is left beside somebody's words has no tense and only says where they were said or who heard them: "at
 * a briefing in March", "Valley News in a talk".
 */
function isSetting(tree: Tree, { from, to, predicate }: Proposition, frames: readonly Frame[]): boolean {
	if (frames.length === 0) return false;
	const { head } = tree.tokens[predicate]!;
	const isHeard = frames.some(({ cue }) => head >= cue.from && head < cue.to);
	// "In answer to a question over whether it is so": the clause inside says nothing either.
	if (isHeard && tree.tokens[from]!.upos === 'ADP' && tree.tokens[predicate]!.upos === 'NOUN') return true;
	// `Told reporters outside the hall, where a crowd cheered`
	if (
		isHeard &&
		/^(?:i?obj|obl)/.test(tree.tokens[predicate]!.deprel) &&
		tree.tokens[predicate]!.upos === 'NOUN'
	)
		return true;
	for (let index = from; index < to; index++)
		if (/^(?:VB[DZP]|MD)$/.test(tree.tokens[index]!.xpos) && !RELATIVE.test(tree.lower[index - 1] ?? ''))
			return false;
	return isHeard || tree.tokens[from]!.upos === 'ADP' || SPEAKING.test(tree.lower[from]!);
}

/**
 * Whether a stretch breaks off before the words that somebody says: "the paper had to", "his words echoed those",
 * "Reyes was quoted".
 */
function isCutOff(tree: Tree, { from, to, predicate }: Proposition): boolean {
	const last = tree.tokens[to - 1]!;
	if (to >= tree.tokens.length || tree.tokens[to]!.upos === 'PUNCT') return false;
	// "The vote came" hours after somebody said something
	if (to - from < 4) return true;
	if (/^(?:PART|AUX|DET)$/.test(last.upos) || /^those$/.test(tree.lower[to - 1]!)) return true;
	// "Revised its account of when it" was told: whose verb stands outside
	if (/^(?:nsubj|aux|cop|expl)/.test(last.deprel) && last.upos !== 'NOUN' && last.head >= to) return true;
	if (last.upos === 'ADJ' && tree.tokens[to - 2]?.upos === 'DET') return true;
	return predicate === to - 1 && last.lemma === 'quote';
}

/**
 * Whether a part of a sentence states nothing that could be met elsewhere: it breaks off, only introduces or dates
 * another statement, or is all pronouns and light verbs ("I mean", "it was").
 */
export function isBare(
	tree: Tree,
	piece: Proposition,
	frames: readonly Frame[],
	attributed: boolean
): boolean {
	const subject = childBy(tree, piece.predicate, 'nsubj', 'expl');
	// What somebody is quoted with may be short: "We will march again".
	const least = attributed ? 1 : 2;
	if (
		weightOf(tree, piece) < least &&
		subject >= 0 &&
		VAGUE.test(tree.lower[subject]!) &&
		!isTurned(tree, piece)
	)
		return true;
	if (piece.to - piece.from >= tree.tokens.length - 4) return false;
	const last = tree.tokens[piece.to - 1]!;
	if (
		OPEN_END.test(last.upos) &&
		// "Nothing at all"
		tree.lower[piece.to - 1] !== 'all' &&
		!/^(?:compound:prt|advmod)$/.test(last.deprel) &&
		piece.to - piece.from < FEWEST_DEPENDENT
	)
		return true;
	if (!attributed && (isSetting(tree, piece, frames) || isCutOff(tree, piece))) return true;
	// "…, which ministers say will cost £3bn": it is theirs.
	const isTheirs = ({ cue, content }: Frame) =>
		cue.from > piece.from &&
		cue.to < piece.to &&
		content.some(({ from, to }) => from >= cue.to && to >= piece.to);
	if (!attributed && /^(?:who|which)$/.test(tree.lower[piece.from]!) && frames.some(isTheirs)) return true;
	return isDependent(tree, piece) || isFraming(tree, piece, frames);
}

import { baseRelation, childBy, type Tree } from '../tree.ts';
import type { Cues } from './cues.ts';
import { accordingFrame, colonFrame, nounFrame } from './other-frames.ts';
import {
	contentAfter,
	contentBefore,
	hasVerb,
	nounRange,
	rangeOf,
	span,
	trimRange,
	without,
	type Range
} from './ranges.ts';

/** What a cue does to its content. */
export type Manner = 'says' | 'holds' | 'asks' | 'denies' | 'refuses';

/** A place in a sentence where somebody is said to have said, thought or asked something. */
export type Frame = {
	cue: Range;
	/** Lemma of the cue's main word. */
	lemma: string;
	manner: Manner;
	/** Tokens that name who said it; null in the passive and where it is understood. */
	source: Range | null;
	content: Range[];
	/** Code of the rule that found it. */
	rule: string;
	/** Whether nobody is named: "it was reported that". */
	agentless: boolean;
	/** Whether the saying itself is negated or hedged: "has not said", "may have said". */
	negated: boolean;
	/** Whether the cue stands in the passive: "was reported". */
	passive: boolean;
	/** How likely the learned weights hold it that the cue introduces anything, where they were asked. */
	likely?: number;
};

/** What a verb does to its content, by its lemma; null where it introduces nothing. */
export function mannerOf(lemma: string, cues: Cues): Manner | null {
	if (cues.denial.has(lemma)) return 'denies';
	if (cues.question.has(lemma) && !cues.speech.has(lemma)) return 'asks';
	if (cues.speech.has(lemma)) return 'says';
	if (cues.attitude.has(lemma)) return 'holds';
	return cues.refusal.has(lemma) ? 'refuses' : null;
}

function isNegated(tree: Tree, verb: number): boolean {
	return (
		tree.children[verb]!.some(
			(child) => child < verb && /^(?:not|n['’]t|never|nor|neither)$/.test(tree.lower[child]!)
		) || childWords(tree, verb, 'nsubj').some((word) => /^(?:no|none|nobody|neither)$/.test(word))
	);
}

function childWords(tree: Tree, head: number, relation: string): string[] {
	const child = childBy(tree, head, relation);
	return child < 0 ? [] : tree.lower.slice(tree.low[child]!, child + 1);
}

/** Who does a verb: its subject, its agent, or the subject of the verb that it hangs on. */
function subjectOf(tree: Tree, verb: number, depth = 0): number {
	const agent = childBy(tree, verb, 'obl:agent');
	if (agent >= 0) return agent;
	const passive = tree.children[verb]!.some((child) => tree.tokens[child]!.deprel === 'aux:pass');
	const subject = childBy(tree, verb, 'nsubj');
	if (subject >= 0 && !passive) {
		// "who said": the one whom the clause describes.
		if (/^(?:who|which|that)$/.test(tree.lower[subject]!)) {
			const noun = tree.tokens[verb]!.head;
			if (baseRelation(tree.tokens[verb]!.deprel) === 'acl' && noun >= 0) return noun;
		}
		return subject;
	}
	if (passive || depth > 3) return -1;
	const { head, deprel, xpos } = tree.tokens[verb]!;
	if (head < 0) return -1;
	const relation = baseRelation(deprel);
	if (relation === 'acl' && /^(?:NOUN|PROPN|PRON)$/.test(tree.tokens[head]!.upos))
		return xpos === 'VBN' ? -1 : head;
	if (/^(?:conj|xcomp|advcl|parataxis|ccomp)$/.test(relation) && tree.tokens[head]!.upos !== 'NOUN')
		return subjectOf(tree, head, depth + 1);
	return -1;
}

/** The noun phrase that names who does a verb; null where nobody is named. */
export function sourceOf(tree: Tree, verb: number): Range | null {
	const subject = subjectOf(tree, verb);
	if (subject < 0 || subject === verb || /^(?:there|what|that|this)$/.test(tree.lower[subject]!)) return null;
	return nounRange(tree, subject);
}

/** First and last token of the cue: helping verbs, "not" and adverbs between them, and the verb. */
function cueRange(tree: Tree, verb: number): Range {
	let from = verb;
	for (let back = verb - 1; back >= 0 && verb - back < 5; back--) {
		const { head, deprel } = tree.tokens[back]!;
		if (head !== verb || !/^(?:aux|advmod|cop)/.test(deprel)) break;
		from = back;
	}
	return { from, to: verb + 1 };
}

/** A verb's frame without content, where the verb is known to say, hold, ask or deny; null where it is not. */
export function frameBase(tree: Tree, verb: number, cues: Cues): Omit<Frame, 'content' | 'rule'> | null {
	const lemma = tree.tokens[verb]!.lemma.toLowerCase();
	const manner = mannerOf(lemma, cues);
	// To call off or to find out is to do something, not to say it.
	if (!manner || childBy(tree, verb, 'compound:prt') >= 0) return null;
	const source = (manner === 'says' ? speakerAfter(tree, verb) : null) ?? sourceOf(tree, verb);
	const passive = tree.children[verb]!.some((child) => tree.tokens[child]!.deprel === 'aux:pass');
	return {
		cue: cueRange(tree, verb),
		lemma,
		manner,
		source,
		negated: isNegated(tree, verb),
		agentless: source === null,
		passive
	};
}

function verbFrame(tree: Tree, verb: number, cues: Cues): Frame | null {
	const base = frameBase(tree, verb, cues);
	if (base === null) return null;
	const { cue, lemma, manner, source, passive } = base;
	const token = tree.tokens[verb]!;
	const inverted = manner === 'says' ? speakerAfter(tree, verb) : null;
	const frame = (content: (Range | null)[], rule: string): Frame | null => {
		const kept = content
			.filter((range) => range !== null)
			.map((range) => trimRange(tree, range))
			.filter(({ from, to }) => to - from > 1);
		return kept.length > 0 ? { ...base, content: kept, rule } : null;
	};
	if (inverted) return frame([{ from: 0, to: verb }, afterQuote(tree, inverted.to)], 'words-before');
	const clause = childBy(tree, verb, 'ccomp');
	const speech = manner === 'says' || manner === 'asks' || manner === 'denies';
	if (clause >= 0 && clause > verb) {
		const range = rangeOf(tree, clause);
		const cut =
			source && source.from > verb && source.from >= range.from && source.to <= range.to
				? { from: source.to, to: range.to }
				: range;
		return frame([cut], 'clause-after');
	}
	const edge = beforeApposition(
		tree,
		Math.min(cue.from, source && source.from < verb ? source.from : cue.from)
	);
	if (speech && !passive) {
		const relation = baseRelation(token.deprel);
		// "A, he said, B": the frame hangs on the clause that it interrupts.
		const inside = span(cue, source);
		if (clause >= 0 && clause < verb) {
			const range = rangeOf(tree, clause);
			const before = contentBefore(tree, edge);
			return frame(
				before && before.from < range.from && !hasOtherClause(tree, before, range)
					? [{ from: before.from, to: edge }]
					: [{ from: range.from, to: Math.min(range.to, edge) }, afterQuote(tree, inside.to)],
				'clause-before'
			);
		}
		if (relation === 'parataxis' && token.head >= 0 && childBy(tree, verb, 'obj') < 0) {
			const whole = rangeOf(tree, token.head);
			const start = whole.from < inside.from ? whole.from : inside.from;
			return frame(
				without({ from: start, to: whole.to }, [
					span(inside, { from: verb, to: tree.high[verb]! > whole.to ? inside.to : tree.high[verb]! })
				]),
				'frame-inside'
			);
		}
		const before = contentBefore(tree, edge);
		if (before && cues.speech.has(lemma)) {
			const second = afterQuote(tree, inside.to);
			return frame([before, second], 'words-before');
		}
		const after = contentAfter(tree, Math.max(inside.to, verb + 1));
		if (after && cues.speech.has(lemma) && (tree.lower[after.from] === ':' || hasVerb(tree, after)))
			return frame([after], 'words-after');
		const addressed = childBy(tree, verb, 'xcomp');
		if (addressed >= 0 && /^(?:confirm|whether|if)$/.test(tree.tokens[addressed]!.lemma))
			return frame([{ from: addressed + 1, to: tree.high[addressed]! }], 'asked-to');
	}
	if (passive && clause < 0) {
		const open = childBy(tree, verb, 'xcomp', 'obj');
		if (open >= 0 && manner === 'asks') {
			const object = childBy(tree, open, 'obj', 'ccomp');
			const from = object >= 0 ? tree.low[object]! : open;
			return frame([{ from, to: tree.high[open]! }], 'asked-to');
		}
		if (open >= 0 && (lemma === 'tell' || lemma === 'inform')) return frame([rangeOf(tree, open)], 'told');
		return null;
	}
	const object = childBy(tree, verb, 'obj');
	const rest = source && source.to <= cue.from ? restAfter(tree, verb) : null;
	if (rest && speech && !CALLING.has(lemma)) return frame([rest], 'rest-after');
	if (manner === 'denies' && object >= 0)
		return frame([{ from: cue.from, to: tree.high[object]! }], 'denied-thing');
	if (CALLING.has(lemma)) {
		if (object >= 0 && source) return frame([{ from: cue.from, to: endOfVerb(tree, verb) }], 'called');
	}
	return null;
}

/** Where "the operator, Lakeside Ferries," begins, given where the name in it does. */
function beforeApposition(tree: Tree, edge: number): number {
	if (edge < 5 || tree.lower[edge - 1] !== ',' || tree.tokens[edge - 2]!.upos !== 'NOUN') return edge;
	for (let from = edge - 3; from > edge - 7 && from > 1; from--)
		if (/^(?:the|its|their|our)$/.test(tree.lower[from]!)) return tree.lower[from - 1] === ',' ? from : edge;
	return edge;
}

/** Verbs that are followed by who hears, never by who speaks: `…," she told the crowd.` */
const HEARD = new Set('tell inform assure remind'.split(' '));

/** `…," said two officials.`: the speaker after a verb that follows a comma or a closing mark; null where none does. */
export function speakerAfter(tree: Tree, verb: number): Range | null {
	if (
		verb < 3 ||
		!/^(?:[,?!]|["”″’]|'')$/.test(tree.lower[verb - 1]!) ||
		!/^VB[DZP]$/.test(tree.tokens[verb]!.xpos) ||
		HEARD.has(tree.tokens[verb]!.lemma)
	)
		return null;
	let to = verb + 1;
	while (
		to < tree.tokens.length &&
		to - verb < 14 &&
		/^(?:NOUN|PROPN|ADJ|DET|NUM|ADP|PRON|PART)$/.test(tree.tokens[to]!.upos)
	)
		to++;
	if (to === verb + 1 || (to < tree.tokens.length && tree.tokens[to]!.upos !== 'PUNCT')) return null;
	const first = tree.tokens[verb + 1]!;
	return first.upos === 'ADP' || first.upos === 'PART' ? null : { from: verb + 1, to };
}

/** Verbs that say something of somebody in their object and what follows it: "called the plan a mistake". */
const CALLING = new Set(
	'call describe accuse blame identify brand label characterize characterise dub hail'.split(' ')
);

/**
 * What follows a verb of saying whose clause the parser did not hang on it: from "that", or from the next noun phrase,
 * where a finite verb comes after.
 */
function restAfter(tree: Tree, verb: number): Range | null {
	const size = tree.tokens.length;
	let from = verb + 1;
	for (let index = verb + 1; index < Math.min(size, verb + 14); index++) {
		if (
			tree.lower[index] === 'that' &&
			/^(?:SCONJ|PRON|DET)$/.test(tree.tokens[index]!.upos) &&
			(index > verb + 1 || tree.tokens[index]!.upos === 'SCONJ')
		) {
			from = index + 1;
			break;
		}
		if (/^[;:]$/.test(tree.lower[index]!)) return null;
	}
	let to = from;
	let finite = false;
	for (; to < size; to++) {
		if (/^[;]$/.test(tree.lower[to]!)) break;
		if (
			/^(?:VBD|VBZ|VBP|MD)$/.test(tree.tokens[to]!.xpos) &&
			to > from &&
			/^(?:PRON|NOUN|PROPN|NUM|ADV|DET|ADJ|PUNCT|PART)$/.test(tree.tokens[to - 1]!.upos)
		)
			finite = true;
	}
	if (!finite || to - from < 3) return null;
	const next = tree.tokens[from]!;
	if (
		from === verb + 1 &&
		(/^(?:ADP|CCONJ|PUNCT|VERB|AUX|PART|SCONJ)$/.test(next.upos) ||
			/^(?:when|while|since|because)$/.test(tree.lower[from]!)) &&
		!/^(?:at|on|in|after|before|if)$/.test(tree.lower[from]!)
	)
		return null;
	return { from, to };
}

function endOfVerb(tree: Tree, verb: number): number {
	let to = verb + 1;
	for (const child of tree.children[verb]!) {
		if (child < verb) continue;
		if (/^(?:obj|xcomp|obl|iobj|advmod|advcl)$/.test(baseRelation(tree.tokens[child]!.deprel)))
			to = Math.max(to, tree.high[child]!);
		else break;
	}
	return to;
}

function hasOtherClause(tree: Tree, before: Range, range: Range): boolean {
	for (let index = before.from; index < range.from; index++)
		if (/^(?:VERB|AUX)$/.test(tree.tokens[index]!.upos)) return true;
	return false;
}

/** A quotation that goes on after the frame: `"A," she said, "B."` */
function afterQuote(tree: Tree, from: number): Range | null {
	for (let index = from; index < tree.tokens.length && index < from + 12; index++) {
		if (/^(?:["“″]|``)$/.test(tree.lower[index]!))
			return index + 2 < tree.tokens.length ? { from: index, to: tree.tokens.length } : null;
		if (/^(?:VERB)$/.test(tree.tokens[index]!.upos)) return null;
	}
	return null;
}

/** Finds every frame of a sentence, each with its rule; they may lie inside each other, never across. */
export function findFrames(tree: Tree, cues: Cues, headline: boolean): Frame[] {
	const frames: Frame[] = [];
	for (let index = 0; index < tree.tokens.length; index++) {
		const { upos } = tree.tokens[index]!;
		const frame =
			upos === 'VERB' || upos === 'AUX'
				? (verbFrame(tree, index, cues) ?? accordingFrame(tree, index))
				: upos === 'NOUN'
					? nounFrame(tree, index, cues)
					: accordingFrame(tree, index);
		if (frame) frames.push(frame);
	}
	if (headline) {
		const colon = colonFrame(tree);
		if (colon) frames.push(colon);
	}
	return frames;
}

import { baseRelation, childBy, type Tree } from '../tree.ts';
import { falseFrame } from './called-false.ts';
import type { Cues } from './cues.ts';
import { accordingFrame, colonFrame, nounFrame } from './other-frames.ts';
import { pointingFrame } from './pointing.ts';
import { CALLING, cueRange, sourceOf, speakerAfter } from './subjects.ts';
import {
	contentAfter,
	contentBefore,
	hasVerb,
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

/** A verb's frame without content, where the verb is known to say, hold, ask or deny; null where it is not. */
export function frameBase(tree: Tree, verb: number, cues: Cues): Omit<Frame, 'content' | 'rule'> | null {
	const lemma = tree.tokens[verb]!.lemma.toLowerCase();
	const manner = mannerOf(lemma, cues);
	// To call off or to find out is to do something, not to say it.
	if (!manner || childBy(tree, verb, 'compound:prt') >= 0) return null;
	const { xpos, deprel } = tree.tokens[verb]!;
	// "A sect called the Western Brothers" is its name.
	if (/^VB[DN]$/.test(xpos) && deprel === 'acl' && /^(?:call|dub)$/.test(lemma)) return null;
	const source = (manner === 'says' ? speakerAfter(tree, verb) : null) ?? sourceOf(tree, verb);
	const passive =
		tree.children[verb]!.some((child) => tree.tokens[child]!.deprel === 'aux:pass') ||
		// "The one found in the harbour"
		(xpos === 'VBN' && deprel === 'acl' && childBy(tree, verb, 'obj') < verb);
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
	const asked = manner === 'asks' && source === null ? questionOf(tree, verb) : null;
	// Who speaks was asked by whoever reports: that says nothing.
	if (asked)
		return frame([asked], 'asked') && { ...base, manner: 'refuses', content: [asked], rule: 'asked' };
	const clause = childBy(tree, verb, 'ccomp');
	const speech = manner === 'says' || manner === 'asks' || manner === 'denies';
	const object = childBy(tree, verb, 'obj');
	const done = childBy(tree, verb, 'xcomp');
	// "Warned residents not to drink it", "described hearing a bang": what was said is nothing without the verb.
	if (manner === 'says' && !passive && source && clause < 0 && done > verb && isOpen(tree, done, object))
		return frame([{ from: cue.from, to: tree.high[done]! }], 'called');
	if (clause >= 0 && clause > verb) {
		const range = rangeOf(tree, clause);
		const cut =
			source && source.from > verb && source.from >= range.from && source.to <= range.to
				? { from: source.to, to: range.to }
				: range;
		return frame([cut], 'clause-after');
	}
	const frameStart = Math.min(cue.from, source && source.from < verb ? source.from : cue.from);
	const edge = beforeApposition(tree, beforeTitle(tree, frameStart));
	if (speech && !passive) {
		const relation = baseRelation(token.deprel);
		// "A, he said, B": the frame hangs on the clause that it interrupts.
		const inside = span(cue, source);
		if (clause >= 0 && clause < verb) {
			const whole = { ...rangeOf(tree, clause), to: tree.high[lastClause(tree, clause, verb)]! };
			const after = afterMark(tree, { from: whole.from, to: Math.min(whole.to, edge) });
			const range = after === null ? whole : { from: whole.from, to: after.from };
			if (after !== null && source === null)
				return spokenBy(frame([range, afterQuote(tree, inside.to)], 'clause-before'), after);
			const before = contentBefore(tree, edge);
			return frame(
				before && before.from < range.from && !hasOtherClause(tree, before, range)
					? [{ from: before.from, to: edge }]
					: [
							{ from: range.from, to: untilComma(tree, Math.min(range.to, edge), edge) },
							afterQuote(tree, inside.to)
						],
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
			const after = afterMark(tree, before);
			return after === null
				? frame([before, second], 'words-before')
				: spokenBy(frame([{ from: before.from, to: after.from }, second], 'words-before'), after);
		}
		const after = contentAfter(tree, Math.max(inside.to, verb + 1));
		const names = CALLING.has(lemma) && object > verb;
		if (after && !names && cues.speech.has(lemma) && (tree.lower[after.from] === ':' || hasVerb(tree, after)))
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
	// "A woman who answered the door said": what follows is not hers to answer.
	const isDone = token.deprel === 'acl:relcl' && object > verb;
	const rest = source && source.to <= cue.from && !isDone ? restAfter(tree, verb) : null;
	if (rest && speech && !CALLING.has(lemma)) return frame([rest], 'rest-after');
	if (manner === 'denies' && object >= 0)
		return frame([{ from: cue.from, to: tree.high[object]! }], 'denied-thing');
	if (CALLING.has(lemma)) {
		// "Hull, whom he called a danger"
		const named = object >= 0 || tree.lower.slice(tree.low[verb]!, verb).includes('whom');
		if (named && source) return frame([{ from: cue.from, to: endOfVerb(tree, verb) }], 'called');
	}
	return null;
}

/**
 * What stands between a closing quotation mark and a verb of saying, where it has no verb: whoever speaks, with what is
 * added to their name. Null where no such stretch ends the words before.
 */
function afterMark(tree: Tree, { from, to }: Range): Range | null {
	let mark = to - 1;
	while (mark > from && !/^(?:["”″]|'')$/.test(tree.lower[mark]!)) mark--;
	const rest = trimRange(tree, { from: mark + 1, to });
	const isClause = tree.tokens.slice(rest.from, rest.to).some(({ xpos }) => /^(?:VB[DZP]|MD)$/.test(xpos));
	if (mark <= from || rest.to <= rest.from || isClause) return null;
	return tree.tokens.slice(rest.from, rest.to).some(({ upos }) => /^(?:PROPN|PRON|NOUN)$/.test(upos))
		? rest
		: null;
}

/** The last clause that a parser hung on a verb behind it, beside the first: "Hours after Lee left, a siren went off, she said". */
function lastClause(tree: Tree, first: number, verb: number): number {
	return (
		tree.children[verb]!.findLast((child) => child < verb && tree.tokens[child]!.deprel === 'ccomp') ?? first
	);
}

/** What is asked in "Asked whether the harbour was safe, the mayor said", up to its comma; null where that is no question. */
function questionOf(tree: Tree, verb: number): Range | null {
	const isFirst = verb === 0 || (verb === 1 && tree.lower[0] === 'when');
	const comma = tree.lower.indexOf(',', verb);
	if (!isFirst || comma < verb + 3) return null;
	return /^(?:whether|if|why|how|what|who|when|where|about)$/.test(tree.lower[verb + 1]!)
		? { from: verb + 1, to: comma }
		: null;
}

/** A frame with who speaks taken from what stands before its verb, where the parse found nobody. */
function spokenBy(frame: Frame | null, before: Range): Frame | null {
	if (frame === null || frame.source !== null) return frame;
	return { ...frame, source: before, agentless: false };
}

/** Where a clause before "…, she said" ends: what is left up to the comma belongs to it, wherever the parser hung it. */
function untilComma(tree: Tree, to: number, edge: number): number {
	const comma = edge - 1;
	if (to >= comma || tree.lower[comma] !== ',') return to;
	const isOther = (word: string, at: number) =>
		tree.tokens[to + at]!.upos === 'PUNCT' && !/^(?:["“”″]|``|'')$/.test(word);
	return tree.lower.slice(to, comma).some(isOther) ? to : comma;
}

/** Where the title before a name begins, behind a comma or a mark: "…, Chief Executive Maria Sato told investors". */
function beforeTitle(tree: Tree, edge: number): number {
	const isTitle = (at: number) =>
		/^(?:PROPN|ADJ|NOUN)$/.test(tree.tokens[at]!.upos) &&
		/^\p{Lu}/u.test(tree.text.slice(tree.tokens[at]!.start));
	let from = edge;
	while (from > 1 && edge - from < 6 && isTitle(from - 1)) from--;
	return from < edge && /^(?:,|["”″’]|'')$/.test(tree.lower[from - 1]!) ? from : edge;
}

/** Whether a verb hangs on another as what was asked of somebody, or as what somebody told of having done. */
function isOpen(tree: Tree, done: number, object: number): boolean {
	const { xpos, head } = tree.tokens[done]!;
	if (xpos === 'VBG') return true;
	const isAsked = object >= 0 || childBy(tree, head, 'iobj') >= 0;
	return xpos === 'VB' && isAsked && tree.lower[childBy(tree, done, 'mark')] === 'to';
}

/** Where "the operator, Lakeside Ferries," begins, given where the name in it does. */
function beforeApposition(tree: Tree, edge: number): number {
	if (edge < 5 || tree.lower[edge - 1] !== ',' || tree.tokens[edge - 2]!.upos !== 'NOUN') return edge;
	for (let from = edge - 3; from > edge - 7 && from > 1; from--)
		if (/^(?:the|its|their|our)$/.test(tree.lower[from]!)) return tree.lower[from - 1] === ',' ? from : edge;
	return edge;
}

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
	// "Is investigating it, and …": what follows is another clause.
	if (
		/^(?:it|this|that|them)$/.test(tree.lower[from] ?? '') &&
		/^(?:,|and|but)$/.test(tree.lower[from + 1] ?? '')
	)
		return null;
	let to = from;
	let finite = false;
	let isRelative = false;
	for (; to < size; to++) {
		if (/^[;]$/.test(tree.lower[to]!)) break;
		// "The base from which it came": the next verb belongs to the noun.
		if (/^(?:who|whom|whose|which)$/.test(tree.lower[to]!)) isRelative = true;
		if (
			/^(?:VBD|VBZ|VBP|MD)$/.test(tree.tokens[to]!.xpos) &&
			to > from &&
			/^(?:PRON|NOUN|PROPN|NUM|ADV|DET|ADJ|PUNCT|PART)$/.test(tree.tokens[to - 1]!.upos)
		) {
			finite ||= !isRelative;
			isRelative = false;
		}
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
				? (pointingFrame(tree, index, cues) ?? verbFrame(tree, index, cues) ?? accordingFrame(tree, index))
				: upos === 'NOUN'
					? nounFrame(tree, index, cues)
					: accordingFrame(tree, index);
		if (frame) frames.push(frame);
		const called = falseFrame(tree, index);
		if (called) frames.push(called);
	}
	if (headline) {
		const colon = colonFrame(tree);
		if (colon) frames.push(colon);
	}
	return frames;
}

/**
 * The frame of a sentence that ends in a colon and hands on to the quotation below it: "The mayor wrote on Friday:".
 * Its content is empty, since it stands in other sentences; null where nobody is said to speak there.
 */
export function leadFrame(tree: Tree, cues: Cues): Frame | null {
	if (tree.lower.at(-1) !== ':') return null;
	for (let verb = tree.tokens.length - 2; verb > 0; verb--) {
		if (tree.tokens[verb]!.upos !== 'VERB') continue;
		const base = frameBase(tree, verb, cues);
		if (base !== null && base.manner === 'says' && base.source !== null && !base.passive)
			return { ...base, content: [], rule: 'lead' };
	}
	return null;
}

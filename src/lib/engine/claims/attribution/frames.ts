import { baseRelation, childBy, isFinite, isPredicate, type Tree } from '../tree.ts';
import type { Cues } from './cues.ts';

/** A stretch of tokens, half-open. */
export type Range = { from: number; to: number };

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
};

const MARKS = /^(?:PUNCT|SYM)$/;
const QUOTE = /^(?:["“”″‘’']|''|``)$/;

/** Narrows a range past punctuation, "that" and joining words at its edges. */
export function trimRange(tree: Tree, range: Range): Range {
	let { from, to } = range;
	while (
		from < to &&
		(MARKS.test(tree.tokens[from]!.upos) ||
			(tree.lower[from] === 'that' && tree.tokens[from]!.deprel === 'mark') ||
			/^(?:and|but|or|yet)$/.test(tree.lower[from]!))
	)
		from++;
	while (to > from && MARKS.test(tree.tokens[to - 1]!.upos) && !/^[%$€£]$/.test(tree.lower[to - 1]!)) to--;
	return { from, to };
}

function mannerOf(lemma: string, cues: Cues): Manner | null {
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

function rangeOf(tree: Tree, head: number): Range {
	return { from: tree.low[head]!, to: tree.high[head]! };
}

/** A noun phrase without the clauses that hang on it, so that its name stays short. */
export function nounRange(tree: Tree, head: number): Range {
	let { from, to } = rangeOf(tree, head);
	for (const child of tree.children[head]!) {
		const relation = baseRelation(tree.tokens[child]!.deprel);
		if (
			child > head &&
			/^(?:acl|appos|parataxis|advcl|punct|cc|conj|list|dep|ccomp|discourse)$/.test(relation)
		)
			to = Math.min(to, tree.low[child]!);
		if (child < head && /^(?:case|mark|cc|punct|advmod|parataxis|discourse|ccomp|advcl|obl)$/.test(relation))
			from = Math.max(from, tree.high[child]!);
	}
	return { from: Math.min(from, head), to: Math.max(to, head + 1) };
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

function hasVerb(tree: Tree, range: Range): boolean {
	for (let index = range.from; index < range.to; index++)
		if (/^(?:VERB|AUX)$/.test(tree.tokens[index]!.upos)) return true;
	return false;
}

function hasQuote(tree: Tree, range: Range): boolean {
	for (let index = range.from; index < range.to; index++) if (QUOTE.test(tree.lower[index]!)) return true;
	return false;
}

/** The words before a closing frame, from the sentence's start or from the frame before: `"…," she said`. */
function contentBefore(tree: Tree, edge: number): Range | null {
	if (edge < 3 || !/^(?:[,?!.…—–-]|["”″’]|''|:)$/.test(tree.lower[edge - 1]!)) return null;
	const range = { from: 0, to: edge };
	return hasVerb(tree, range) || hasQuote(tree, range) ? range : null;
}

/** Everything from a colon or an opening quotation mark to the end. */
function contentAfter(tree: Tree, edge: number): Range | null {
	for (let index = edge; index < tree.tokens.length && index < edge + 14; index++) {
		const word = tree.lower[index]!;
		if (word === ':' || /^(?:["“″]|``|'')$/.test(word))
			return index + 2 < tree.tokens.length ? { from: index, to: tree.tokens.length } : null;
	}
	return null;
}

/** Cuts holes out of a range. */
function without(range: Range, holes: readonly Range[]): Range[] {
	let rest = [range];
	for (const hole of holes) {
		rest = rest.flatMap(({ from, to }) =>
			hole.to <= from || hole.from >= to
				? [{ from, to }]
				: [
						{ from, to: hole.from },
						{ from: hole.to, to }
					].filter((part) => part.to > part.from)
		);
	}
	return rest;
}

function span(...ranges: (Range | null)[]): Range {
	const known = ranges.filter((range) => range !== null);
	return { from: Math.min(...known.map(({ from }) => from)), to: Math.max(...known.map(({ to }) => to)) };
}

function verbFrame(tree: Tree, verb: number, cues: Cues): Frame | null {
	const token = tree.tokens[verb]!;
	const lemma = token.lemma.toLowerCase();
	const manner = mannerOf(lemma, cues);
	if (!manner) return null;
	const inverted = manner === 'says' ? speakerAfter(tree, verb) : null;
	const source = inverted ?? sourceOf(tree, verb);
	const cue = cueRange(tree, verb);
	const passive = tree.children[verb]!.some((child) => tree.tokens[child]!.deprel === 'aux:pass');
	const base = {
		cue,
		lemma,
		manner,
		source,
		negated: isNegated(tree, verb),
		agentless: source === null,
		passive
	};
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
	const edge = Math.min(cue.from, source && source.from < verb ? source.from : cue.from);
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

/** `…," said two officials.`: the speaker after a verb that follows a comma or a closing mark; null where none does. */
function speakerAfter(tree: Tree, verb: number): Range | null {
	if (
		verb < 3 ||
		!/^(?:[,?!]|["”″’]|'')$/.test(tree.lower[verb - 1]!) ||
		!/^VB[DZP]$/.test(tree.tokens[verb]!.xpos)
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
		/^(?:ADP|CCONJ|PUNCT|VERB|AUX|PART|SCONJ)$/.test(next.upos) &&
		!/^(?:at|on|in|after|before|if|when|since)$/.test(tree.lower[from]!)
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

/** "According to X", before or after what X said; also "per X" as agencies write it. */
function accordingFrame(tree: Tree, at: number): Frame | null {
	if (tree.lower[at] !== 'according' || tree.lower[at + 1] !== 'to') return null;
	let noun = tree.tokens[at]!.head;
	if (
		noun <= at ||
		noun >= tree.tokens.length ||
		!/^(?:NOUN|PROPN|PRON|NUM|ADJ|DET)$/.test(tree.tokens[noun]!.upos)
	) {
		noun = childBy(tree, at, 'obl', 'obj', 'nmod');
		if (noun < 0) {
			noun = at + 2;
			while (
				noun + 1 < tree.tokens.length &&
				noun < at + 9 &&
				!/^(?:NOUN|PROPN)$/.test(tree.tokens[noun]!.upos)
			)
				noun++;
			while (/^(?:NOUN|PROPN)$/.test(tree.tokens[noun + 1]?.upos ?? '')) noun++;
			if (noun >= tree.tokens.length) return null;
		}
	}
	const source = nounRange(tree, noun);
	if (source.from <= at + 1) source.from = at + 2;
	if (source.from >= source.to) return null;
	let end = Math.max(tree.high[noun]!, source.to);
	const early = at < 3;
	const comma = tree.lower.indexOf(',', at);
	if (early && comma > at && comma < end) end = Math.max(source.to, comma);
	if (early && end >= tree.tokens.length - 2) {
		// The phrase swallowed the statement: it begins at the next clause's subject.
		for (let index = source.to; index < tree.tokens.length; index++) {
			const subject = isPredicate(tree, index) && isFinite(tree, index) ? childBy(tree, index, 'nsubj') : -1;
			if (subject >= source.to && !/^(?:who|which|that)$/.test(tree.lower[subject]!)) {
				end = tree.low[subject]!;
				break;
			}
		}
	}
	if (early && end >= tree.tokens.length - 2) {
		// No subject either: the words before the second verb are its subject, back to a name or a preposition.
		const verbs = [...tree.tokens.keys()].filter(
			(index) => index >= source.to && tree.tokens[index]!.upos === 'VERB'
		);
		let from = verbs[1] ?? -1;
		while (from > source.to && /^(?:NOUN|ADJ|DET|NUM)$/.test(tree.tokens[from - 1]!.upos)) from--;
		if (from > source.to && from < verbs[1]!) end = from;
	}
	const content = early
		? [{ from: end, to: tree.tokens.length }]
		: without({ from: 0, to: at }, []).concat(
				end < tree.tokens.length - 3 ? [{ from: end, to: tree.tokens.length }] : []
			);
	const kept = content.map((range) => trimRange(tree, range)).filter(({ from, to }) => to - from > 1);
	if (kept.length === 0) return null;
	return {
		cue: { from: at, to: at + 2 },
		lemma: 'according',
		manner: 'says',
		source,
		content: kept,
		rule: 'according-to',
		agentless: false,
		negated: false,
		passive: false
	};
}

/** A noun that carries a statement: "a claim that …", "his warning that …". */
function nounFrame(tree: Tree, noun: number, cues: Cues): Frame | null {
	const token = tree.tokens[noun]!;
	const lemma = token.lemma.toLowerCase();
	if (token.upos !== 'NOUN' || !cues.nouns.has(lemma)) return null;
	const clause = tree.children[noun]!.find(
		(child) =>
			child > noun &&
			/^(?:acl|ccomp|advcl)$/.test(tree.tokens[child]!.deprel) &&
			isFinite(tree, child) &&
			childBy(tree, child, 'mark') >= 0 &&
			tree.lower[childBy(tree, child, 'mark')] === 'that'
	);
	if (clause === undefined) return null;
	const owner = tree.children[noun]!.find(
		(child) =>
			tree.tokens[child]!.deprel === 'nmod:poss' ||
			(child > noun &&
				tree.tokens[child]!.deprel === 'nmod' &&
				/^(?:by|from|of)$/.test(tree.lower[tree.low[child]!]!))
	);
	const content = trimRange(tree, rangeOf(tree, clause));
	if (content.to - content.from < 2) return null;
	const source = owner === undefined ? null : nounRange(tree, owner);
	return {
		cue: { from: noun, to: noun + 1 },
		lemma,
		manner: lemma === 'denial' ? 'denies' : 'says',
		source,
		content: [content],
		rule: 'noun',
		agentless: source === null,
		negated: false,
		passive: false
	};
}

/** A headline's "Report: …" or "Lee: …", and "…: officials". */
/** What stands before a colon without saying who speaks. */
const LABELS = new Set(
	'correction clarification update updated note watch video photos live breaking exclusive opinion analysis editorial explainer'.split(
		' '
	)
);

function colonFrame(tree: Tree): Frame | null {
	const colon = tree.lower.indexOf(':');
	if (colon < 1 || colon > 6 || colon > tree.tokens.length - 4) return null;
	if (tree.lower.slice(0, colon).some((word) => LABELS.has(word))) return null;
	for (let index = 0; index < colon; index++)
		if (!/^(?:NOUN|PROPN|ADJ|DET|ADP)$/.test(tree.tokens[index]!.upos)) return null;
	if (
		/^(?:update|exclusive|breaking|analysis|opinion|video|watch|live|photos|fact check|explainer)/.test(
			tree.lower[0]!
		)
	)
		return null;
	const content = trimRange(tree, { from: colon + 1, to: tree.tokens.length });
	return hasVerb(tree, content)
		? {
				cue: { from: colon, to: colon + 1 },
				lemma: ':',
				manner: 'says',
				source: { from: 0, to: colon },
				content: [content],
				rule: 'colon',
				agentless: false,
				negated: false,
				passive: false
			}
		: null;
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

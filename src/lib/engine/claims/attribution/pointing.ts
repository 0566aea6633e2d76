import type { Tree } from '../tree.ts';
import { FALSE, isPutForward } from './put-forward.ts';
import type { Cues } from './cues.ts';
import type { Frame } from './frames.ts';
import { nounRange, type Range } from './ranges.ts';
import { REPLY } from './replies.ts';
import { cueRange, descriptionBefore, sourceOf } from './subjects.ts';

/** The rule of a denial that only points at what it denies: "Lee denied it", "…, a claim that Lee rejects". */
export const POINTS = 'points';
/** Whether what a chain of frames carries is only a denial that points back. */
export function isPointing(chain: readonly Pick<Frame, 'rule'>[]): boolean {
	return chain.some(({ rule }) => rule === POINTS || rule === REPLY);
}

/** How far from its verb the word may stand that a denial points back with. */
const REACH = 9;
const WHOM = /^(?:him|her|them)$/;
const POINTERS = /^(?:it|that|this|them|those|these)$/;

/** Whether nothing that a verb could have as its object begins at a token. */
function isOver(tree: Tree, at: number): boolean {
	const token = tree.tokens[at];
	return token === undefined || /^(?:PUNCT|CCONJ|SCONJ|ADV|ADP)$/.test(token.upos);
}

/** Who rejects or dismisses "it" may mean an offer or a plan. */
const DISBELIEVES = new Set('deny dispute refute rebut contradict rubbish debunk'.split(' '));

/** "… denied it", "… disputes that": the end of what points back; -1 where the verb has another object. */
function pointerAfter(tree: Tree, verb: number): number {
	const at = verb + 1;
	const { lemma } = tree.tokens[verb]!;
	// "The union disagreed."
	if (lemma === 'disagree') return tree.lower[at] === undefined || /^[.;]$/.test(tree.lower[at]!) ? at : -1;
	if (!DISBELIEVES.has(lemma)) return -1;
	// "… deny that claim"
	const isNamed = /^(?:the|that|this|those|these|such)$/.test(tree.lower[at] ?? '');
	if (isNamed && at + 1 < tree.tokens.length && isPutForward(tree, at + 1) && isOver(tree, at + 2))
		return tree.lower[at + 2] === 'that' || tree.lower[at + 2] === 'of' ? -1 : at + 2;
	const isPointed =
		POINTERS.test(tree.lower[at] ?? '') || (lemma === 'contradict' && WHOM.test(tree.lower[at] ?? ''));
	return isPointed && isOver(tree, at + 1) ? at + 1 : -1;
}

/** Where "a claim that", "which" or "something" begins and ends before who denies it, behind a comma or a dash. */
function pointerBefore(tree: Tree, cue: Range): Range | null {
	for (let at = cue.from - 1; at > 1 && cue.from - at < REACH; at--) {
		if (/^[,;:.]$/.test(tree.lower[at]!)) return null;
		const isNoun = isPutForward(tree, at);
		if (!isNoun && !/^(?:which|something)$/.test(tree.lower[at]!)) continue;
		let from = at;
		while (from > 0 && at - from < 4 && /^(?:DET|ADJ|ADV)$/.test(tree.tokens[from - 1]!.upos)) from--;
		if (isNoun && !/^(?:an?|the)$/.test(tree.lower[from]!)) return null;
		if (!/^(?:,|[—–-]|--)$/.test(tree.lower[from - 1] ?? '')) return null;
		return { from, to: /^(?:that|which)$/.test(tree.lower[at + 1]!) ? at + 2 : at + 1 };
	}
	return null;
}

const CALLS = new Set(
	'call brand label describe dub dismiss slam blast denounce condemn ridicule deride term'.split(' ')
);

/** "Called the claim a lie": the end of what points back and is called false; -1 where something else is called so. */
function calledEnd(tree: Tree, verb: number): number {
	let object = verb + 1;
	if (!POINTERS.test(tree.lower[object] ?? '')) {
		const noun = [object + 1, object + 2].find((at) => at < tree.tokens.length && isPutForward(tree, at));
		if (noun === undefined || !/^(?:the|that|this|those|these|such)$/.test(tree.lower[object]!)) return -1;
		object = noun;
	}
	// "Dismissed the allegation as noise": whatever it is called, it is dismissed.
	if (tree.tokens[verb]!.lemma === 'dismiss' && tree.lower[object + 1] === 'as') {
		let to = object + 2;
		while (
			to < tree.tokens.length &&
			to - object < 10 &&
			/^(?:DET|ADJ|NOUN|PROPN|ADP|ADV|VERB)$|^PUNCT$/.test(tree.tokens[to]!.upos)
		) {
			if (/^[,.;:]$/.test(tree.lower[to]!)) break;
			to++;
		}
		return to;
	}
	for (let at = object + 1; at < Math.min(tree.tokens.length, object + 6); at++) {
		if (FALSE.has(tree.tokens[at]!.lemma.toLowerCase()))
			return /^(?:NOUN|PROPN|ADJ)$/.test(tree.tokens[at + 1]?.upos ?? '') ? -1 : at + 1;
		if (/^(?:as|["“”″]|``|'')$/.test(tree.lower[at]!)) continue;
		if (/^(?:VERB|PUNCT|SCONJ)$/.test(tree.tokens[at]!.upos)) return -1;
	}
	return -1;
}

/** The frame of a denial that points back at what it denies, its own words for content; null where a verb makes none. */
export function pointingFrame(tree: Tree, verb: number, cues: Cues): Frame | null {
	const lemma = tree.tokens[verb]!.lemma.toLowerCase();
	if (!cues.denial.has(lemma) && !CALLS.has(lemma) && !DISBELIEVES.has(lemma) && lemma !== 'disagree')
		return null;
	// "To urge her to reject it": nobody has.
	if (tree.tokens[verb]!.xpos === 'VB') return null;
	const cue = cueRange(tree, verb);
	if (tree.lower.slice(cue.from, verb).some((word) => /^(?:not|n['’]t|never)$/.test(word))) return null;
	const frame = (source: Range, content: Range): Frame => ({
		cue,
		lemma,
		manner: 'denies',
		source,
		content: [content],
		rule: POINTS,
		agentless: false,
		negated: false,
		passive: false
	});
	const end = CALLS.has(lemma) ? calledEnd(tree, verb) : pointerAfter(tree, verb);
	if (end > 0) {
		const source = sourceOf(tree, verb);
		// "He hit back, branding them rubbish": what he did before is no part of it.
		const isBeside = tree.tokens[verb]!.xpos === 'VBG';
		return source && source.to <= cue.from
			? frame(source, { from: isBeside ? cue.from : descriptionBefore(tree, source.from), to: end })
			: null;
	}
	const pointer = cues.denial.has(lemma) ? pointerBefore(tree, cue) : null;
	if (pointer === null) return null;
	// "…, an allegation rejected by the council"
	if (tree.lower[verb + 1] === 'by' && pointer.to === cue.from) {
		const { head } = tree.tokens[verb + 1]!;
		if (head <= verb) return null;
		const source = nounRange(tree, head);
		return frame(source, { from: pointer.from, to: source.to });
	}
	const source = { from: pointer.to, to: cue.from };
	return source.to > source.from && isOver(tree, verb + 1)
		? frame(source, { from: pointer.from, to: verb + 1 })
		: null;
}

import type { Tree } from '../tree.ts';
import type { Frame } from './frames.ts';
import { POINTS } from './pointing.ts';
import { FALSE, isPutForward } from './put-forward.ts';
import { hasVerb, trimRange, type Range } from './ranges.ts';

/** Where the "is" before a word stands, with adverbs and "not" between; -1 where there is none. */
function copulaBefore(tree: Tree, at: number): number {
	for (let be = at - 1; be > 0 && at - be < 5; be--) {
		if (tree.tokens[be]!.lemma === 'be') return be;
		if (!/^(?:ADV|PART|DET|ADJ|AUX|PROPN)$/.test(tree.tokens[be]!.upos)) return -1;
	}
	return -1;
}

/** What "claims that … are false" and "it is not true that …" call false; null where that is something else. */
function calledFalse(tree: Tree, be: number, at: number): Range | null {
	if (tree.lower[be - 1] === 'it') {
		if (tree.lower[at + 1] !== 'that') return null;
		const comma = tree.lower.indexOf(',', at);
		return { from: at + 2, to: comma < 0 ? tree.tokens.length : comma };
	}
	for (let that = be - 3; that > 0; that--)
		if (tree.lower[that] === 'that' && isPutForward(tree, that - 1)) return { from: that + 1, to: be };
	return null;
}

/** Where "that", "it" or "the claim" before a verb begins; -1 where something else is its subject. */
function pointerEnding(tree: Tree, be: number): number {
	const at = be - 1;
	const isFirst = at === 0 || /^(?:PUNCT|CCONJ|SCONJ|VERB)$/.test(tree.tokens[at - 1]!.upos);
	if (/^(?:that|this|it|those|these)$/.test(tree.lower[at]!)) return isFirst ? at : -1;
	const isPointed =
		isPutForward(tree, at) && /^(?:the|that|this|those|these|such)$/.test(tree.lower[at - 1] ?? '');
	return isPointed ? at - 1 : -1;
}

/**
 * "Reports that the pier had sunk are false": what is called false is denied by whoever says so. The frame has no
 * source: it stands inside the words of another, or the account itself says so.
 */
export function falseFrame(tree: Tree, at: number): Frame | null {
	const lemma = tree.tokens[at]!.lemma.toLowerCase();
	// A deed may be wrong as well; only of reports does it mean that they are false.
	const isWrong = /^(?:wrong|mistaken|misleading)$/.test(lemma);
	if (lemma !== 'true' && !FALSE.has(lemma) && !isWrong) return null;
	const be = copulaBefore(tree, at);
	const isNegated = tree.lower.slice(be, at).some((word) => /^(?:not|n['’]t|never)$/.test(word));
	if (be < 1) return null;
	const content = isNegated === (lemma === 'true') ? calledFalse(tree, be, at) : null;
	const frame = (said: Range, rule: string): Frame => ({
		cue: { from: be, to: at + 1 },
		lemma,
		manner: 'denies',
		source: null,
		content: [said],
		rule,
		agentless: true,
		negated: false,
		passive: false
	});
	const said = content && trimRange(tree, content);
	if (said !== null)
		return said.to - said.from > 2 && hasVerb(tree, said) ? frame(said, 'called-false') : null;
	if (isWrong) return null;
	const isLast = !/^(?:NOUN|PROPN|ADJ|VERB)$/.test(tree.tokens[at + 1]?.upos ?? '');
	const from = isLast && isNegated === (lemma === 'true') ? pointerEnding(tree, be) : -1;
	return from < 0 ? null : frame({ from, to: at + 1 }, POINTS);
}

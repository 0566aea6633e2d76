import type { Tree } from '../tree.ts';

/** Nouns for what one puts forward and another can deny. */
export const PUT_FORWARD = new Set(
	'account accusation allegation argument assertion charge claim complaint contention criticism finding idea insinuation notion report rumor rumour speculation statement story suggestion theory'.split(
		' '
	)
);
/** What is said of a report that is denied. */
export const FALSE = new Set(
	'false untrue baseless unfounded groundless bogus incorrect inaccurate fabricated nonsense lie fiction fabrication hoax rubbish propaganda fantasy drivel rot garbage smear slander'.split(
		' '
	)
);
/** Whether a token is a noun for what one puts forward, also where a capital makes a name of it. */
export function isPutForward(tree: Tree, at: number): boolean {
	const { upos, lemma } = tree.tokens[at]!;
	if (upos === 'PROPN') return PUT_FORWARD.has(tree.lower[at]!.replace(/s$/, ''));
	return upos === 'NOUN' && PUT_FORWARD.has(lemma.toLowerCase());
}

const CRITICISED =
	/^(?:blame|comment|comparison|concern|doubt|fear|involvement|link|question|remark|responsibility|role|talk|threat|view|warning|worry|wrongdoing|it|that|this|them|they)$/;

/** Whether to reject or dismiss a noun is to say that something is not so: a claim, a remark or blame, and no bid. */
export function isContradicted(tree: Tree, at: number): boolean {
	return isPutForward(tree, at) || CRITICISED.test(tree.tokens[at]!.lemma.toLowerCase());
}

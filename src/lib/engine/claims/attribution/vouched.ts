import type { Quotation } from '../../text/index.ts';
import { quotedShare } from '../quoted.ts';
import { placeOf, wordsOf, type Tree } from '../tree.ts';
import type { Frame } from './frames.ts';

/** What shows something without saying it: the account then speaks for itself. */
const EVIDENCE =
	/\b(?:videos?|footage|clips?|images?|photos?|photographs?|pictures?|recordings?|data|figures)\b/i;
const SHOWING = new Set('show reveal demonstrate indicate capture suggest find'.split(' '));

const TELLING = new Set('explain describe recount detail learn know understand recall'.split(' '));
/** "How many" asks for a figure, where "how they came" takes as known that they did. */
const MEASURE = /^(?:many|much|long|often|far|old|big|large|soon|well)$/;

const NOBODY = /^(?:no ?one|nobody|none)\b/i;

/** "Has not said whether", "declined to say whether": the account itself leaves open what follows, and nobody says it. */
export function isUnsaid(tree: Tree, { manner, negated, cue, content, source }: Frame): boolean {
	if (manner !== 'says') return false;
	// "No one has claimed that": it is said of a claim that nobody makes it.
	if (negated && source && NOBODY.test(wordsOf(tree, source.from, source.to))) return true;
	const above = tree.tokens[tree.tokens[cue.to - 1]!.head]?.lemma ?? '';
	const opens = /^(?:whether|if|who|what|when|where|why|how|which)$/.test(tree.lower[content[0]!.from]!);
	return opens && (negated || /^(?:decline|refuse)$/.test(above));
}

/** Whether the account vouches for what a frame carries: a video shows it, or it is taken as known. */
export function isVouchedFor(tree: Tree, frame: Frame, quotations: readonly Quotation[]): boolean {
	const { source, lemma, content, negated } = frame;
	if (source && SHOWING.has(lemma) && EVIDENCE.test(wordsOf(tree, source.from, source.to))) return true;
	// "He explained how the crew found the leak": that they found it is not only his to say.
	const { from, to } = content[0]!;
	return (
		!negated &&
		TELLING.has(lemma) &&
		/^(?:how|why)$/.test(tree.lower[from]!) &&
		!MEASURE.test(tree.lower[from + 1] ?? '') &&
		quotedShare(tree.text, placeOf(tree, from, to), quotations) === 0
	);
}

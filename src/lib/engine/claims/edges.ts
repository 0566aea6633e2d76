import type { Range } from './attribution/ranges.ts';
import type { Tree } from './tree.ts';

/** Words that lead on to what stands outside: "… on Monday as" before who said something. */
const LEADING_ON =
	/^(?:as|while|whereas|because|although|though|that|which|who|whom|whose|what|where|when|if|whether|after|before|since|than)$/;

function leadsOn(tree: Tree, at: number): boolean {
	// "I would not do that" ends in a thing, and leads nowhere.
	const isThing =
		tree.lower[at] === 'that' &&
		tree.tokens[at]!.head < at &&
		(tree.tokens[at]!.upos !== 'SCONJ' || /^(?:ADP|VERB)$/.test(tree.tokens[at - 1]?.upos ?? ''));
	return LEADING_ON.test(tree.lower[at]!) && !isThing;
}

/** Whether a preposition's own words stand outside: "Reyes opened the meeting by" before "saying that". */
function opensPhrase(tree: Tree, at: number): boolean {
	const { upos, deprel } = tree.tokens[at]!;
	return upos === 'ADP' && /^(?:case|mark)$/.test(deprel);
}

/** "The vote came two hours | after the minister said that": how long after goes with what stands outside. */
function opensTime(tree: Tree, at: number): boolean {
	let next = at + 1;
	if (tree.tokens[at]!.upos === 'NUM') next = at + 2;
	return (
		/^(?:after|before|since)$/.test(tree.lower[next] ?? '') &&
		/^(?:(?:minute|hour|day|week|month|year)s?|shortly|just|long|soon)$/.test(tree.lower[next - 1]!)
	);
}

/** Narrows a stretch of a sentence to what states something: no joining words, marks or open ends at its edges. */
export function trim(tree: Tree, from: number, to: number): Range {
	const isCut = to < tree.tokens.length - 1;
	// "Neither the ministry nor the operator" is not "the ministry".
	const skip = (index: number) =>
		tree.tokens[index]!.upos === 'PUNCT' ||
		(tree.tokens[index]!.upos === 'CCONJ' && !/^n?either$|^nor$|^both$/.test(tree.lower[index]!));
	while (
		from < to &&
		(skip(from) ||
			(/^(?:that|which|who|but|and|so|yet|while|though|although|because|since|however)$/.test(
				tree.lower[from]!
			) &&
				/^(?:mark|cc|advmod)$/.test(tree.tokens[from]!.deprel) &&
				!(tree.lower[from] === 'so' && /^(?:far|long|soon|many|much)$/.test(tree.lower[from + 1] ?? ''))))
	)
		from++;
	while (
		to > from &&
		((tree.tokens[to - 1]!.upos === 'PUNCT' && !/^[%$)]$/.test(tree.lower[to - 1]!)) ||
			tree.tokens[to - 1]!.upos === 'CCONJ' ||
			(isCut && (leadsOn(tree, to - 1) || opensPhrase(tree, to - 1) || opensTime(tree, to - 1))))
	)
		to--;
	return { from, to };
}

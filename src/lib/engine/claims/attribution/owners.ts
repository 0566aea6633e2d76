import type { Link } from '#lib/model/index.ts';
import type { Tree } from '../tree.ts';
import { nounRange, type Range } from './ranges.ts';

/** Gives the link for the words that name somebody; null where they name nobody. */
export type Resolve = (range: Range) => Link | null;

/** What is put forward with nobody named: "denied reports that". */
const UNOWNED = new Set('report rumor rumour speculation medium'.split(' '));
const POSSESSIVE = /^(?:['’]s?|his|her|its|their)$/;
/** Words that do not tell whose a report is: "denied these new reports that". */
const PLAIN = /^(?:the|a|an|this|that|these|those|such|any|all|some|new|recent|earlier|previous|false)$/;
/** Whose report, claim or charge a noun stands for, in the words before it or after "by" and "from". */
export function ownerOf(tree: Tree, noun: number, from: number, resolve: Resolve): Link | null {
	const by = noun + 1;
	if (/^(?:by|from|of)$/.test(tree.lower[by] ?? '') && by + 1 < tree.tokens.length) {
		const { head } = tree.tokens[by]!;
		if (head > by) return resolve(nounRange(tree, head));
	}
	let start = noun;
	const isWithin = (at: number) =>
		tree.lower[at] !== 'that' && /^(?:NOUN|PROPN|ADJ|PART|PRON|DET|PUNCT)$/.test(tree.tokens[at]!.upos);
	while (start > from && isWithin(start - 1)) start--;
	for (let at = noun - 1; at >= start; at--) {
		if (!POSSESSIVE.test(tree.lower[at]!)) continue;
		const owner = /^['’]/.test(tree.lower[at]!) ? { from: start, to: at } : { from: at, to: at + 1 };
		return owner.to > owner.from ? resolve(owner) : null;
	}
	return describedOwner(tree, { from: start, to: noun }, noun, resolve);
}

/** "Media reports", "Reuters reports", "Republican claims": who is in the words before a noun; null where nobody is. */
function describedOwner(tree: Tree, { from, to }: Range, noun: number, resolve: Resolve): Link | null {
	const isUnowned = UNOWNED.has(tree.lower[noun]!.replace(/s$/, ''));
	let said = noun;
	for (let at = from; at < to && said === noun; at++) {
		const { upos, start } = tree.tokens[at]!;
		const tells = upos === 'ADJ' ? isUnowned || /^\p{Lu}/u.test(tree.text.slice(start)) : upos !== 'DET';
		if (tells && upos !== 'PUNCT' && !PLAIN.test(tree.lower[at]!)) said = at;
	}
	// Bare "reports" are nobody's.
	if (said === noun) return null;
	if (said < noun && tree.tokens[noun - 1]!.upos === 'PROPN') {
		const named = resolve({ from: said, to: noun });
		if (named?.named) return named;
	}
	const { start } = tree.tokens[said]!;
	const { end } = tree.tokens[noun]!;
	const name = tree.text.slice(start, end);
	return { name, named: false, start, end, describedAs: name };
}

import { baseRelation, type Tree } from '../tree.ts';

/** A stretch of tokens, half-open. */
export type Range = { from: number; to: number };

const MARKS = /^(?:PUNCT|SYM)$/;

const QUOTE = /^(?:["“”″‘’']|''|``)$/;

/** Narrows a range past punctuation, "that" and joining words at its edges. */
export function trimRange(tree: Tree, range: Range): Range {
	let { from, to } = range;
	while (
		from < to &&
		((MARKS.test(tree.tokens[from]!.upos) && !/^[$€£]$/.test(tree.lower[from]!)) ||
			(tree.lower[from] === 'that' &&
				(/^(?:mark|ccomp)$/.test(tree.tokens[from]!.deprel) || tree.lower[from - 1] === 'only')) ||
			(tree.lower[from] === 'only' && tree.lower[from + 1] === 'that') ||
			/^(?:and|but|or|yet)$/.test(tree.lower[from]!))
	)
		from++;
	while (to > from && MARKS.test(tree.tokens[to - 1]!.upos) && !/^[%$€£]$/.test(tree.lower[to - 1]!)) to--;
	return { from, to };
}

export function rangeOf(tree: Tree, head: number): Range {
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
	// `“The door is open,” the mayor said`: whoever speaks begins behind the mark, wherever the words were hung.
	for (let at = head - 1; at > from; at--)
		if (/^(?:["”″]|''|``)$/.test(tree.lower[at]!) && /^[,.?!…]$/.test(tree.lower[at - 1]!)) from = at + 1;
	// "Lopez, who leads the council": a parser may have made the clause the subject.
	for (let at = from + 2; at < to; at++)
		if (/^(?:who|whose|which)$/.test(tree.lower[at]!) && tree.lower[at - 1] === ',')
			return { from: Math.min(from, head), to: at - 1 };
	return { from: Math.min(from, head), to: Math.max(to, head + 1) };
}

export function hasVerb(tree: Tree, range: Range): boolean {
	for (let index = range.from; index < range.to; index++)
		if (/^(?:VERB|AUX)$/.test(tree.tokens[index]!.upos)) return true;
	return false;
}

export function hasQuote(tree: Tree, range: Range): boolean {
	for (let index = range.from; index < range.to; index++) if (QUOTE.test(tree.lower[index]!)) return true;
	return false;
}

/** The words before a closing frame, from the sentence's start or from the frame before: `"…," she said`. */
export function contentBefore(tree: Tree, edge: number): Range | null {
	if (edge < 3 || !/^(?:[,?!.…—–-]|["”″’]|''|:)$/.test(tree.lower[edge - 1]!)) return null;
	const range = { from: 0, to: edge };
	return hasVerb(tree, range) || hasQuote(tree, range) ? range : null;
}

/** Everything from a colon or an opening quotation mark to the end. */
export function contentAfter(tree: Tree, edge: number): Range | null {
	for (let index = edge; index < tree.tokens.length && index < edge + 14; index++) {
		const word = tree.lower[index]!;
		if (word === ':' || /^(?:["“″]|``|'')$/.test(word))
			return index + 2 < tree.tokens.length ? { from: index, to: tree.tokens.length } : null;
	}
	return null;
}

/** Cuts holes out of a range. */
export function without(range: Range, holes: readonly Range[]): Range[] {
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

export function span(...ranges: (Range | null)[]): Range {
	const known = ranges.filter((range) => range !== null);
	return { from: Math.min(...known.map(({ from }) => from)), to: Math.max(...known.map(({ to }) => to)) };
}

/** The word that a stretch hangs on what is outside it by: "spokeswoman" of "a spokeswoman for the council". */
export function headOf(tree: Tree, range: Range): number {
	let first = -1;
	for (let index = range.from; index < range.to; index++) {
		const { head, upos } = tree.tokens[index]!;
		if ((head >= range.from && head < range.to) || /^(?:PUNCT|ADP|DET|CCONJ)$/.test(upos)) continue;
		// "The Salem military", both words taken for adjectives: the last is who speaks.
		if (upos !== 'ADJ') return index;
		first = index;
	}
	return first >= 0 ? first : range.to - 1;
}

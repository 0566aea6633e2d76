import type { Tree } from '../tree.ts';

/** A noun phrase by its head and its tokens (half-open). */
export type NounPhrase = { head: number; from: number; to: number };

const INSIDE = /^(?:det|amod|compound|flat|nmod:poss|nummod|case|fixed|goeswith|advmod|nmod:desc|name)/;

/**
 * The phrase around a head, without the clauses and additions that hang on it: "a senior official" of "a senior
 * official, who asked not to be named". Prepositional additions stay ("a spokesman for the port").
 */
export function phraseAt(tree: Tree, head: number): NounPhrase {
	let from = head;
	let to = head + 1;
	for (const child of tree.children[head]!) {
		const { deprel } = tree.tokens[child]!;
		const keep = INSIDE.test(deprel) || deprel === 'nmod' || deprel === 'nmod:npmod';
		if (!keep) continue;
		if (deprel === 'case' || deprel === 'advmod') continue;
		const low = tree.low[child]!;
		const high = tree.high[child]!;
		if (child < head) from = Math.min(from, low);
		else if (low <= to + 1) to = Math.max(to, high);
	}
	// A subtree may swallow a clause that hangs on an inner noun: a comma or a relative word ends the phrase.
	for (let at = head + 1; at < to; at++) {
		if (tree.lower[at] === ',' || /^(?:who|which|that|whose)$/.test(tree.lower[at]!)) {
			to = at;
			break;
		}
	}
	return { head, from, to };
}

/** The head of the name or noun beside a head: "spokeswoman" and "Ann Lee" in "the spokeswoman, Ann Lee". */
export function besides(tree: Tree, head: number): number[] {
	const found: number[] = [];
	for (const child of tree.children[head]!)
		if (/^(?:appos|flat|nmod:desc|compound)/.test(tree.tokens[child]!.deprel)) found.push(child);
	const { deprel, head: up } = tree.tokens[head]!;
	if (/^(?:flat|appos)/.test(deprel) && up >= 0) found.push(up);
	return found;
}

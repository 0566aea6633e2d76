import type { Token } from '../types.ts';

/** A sentence's parse with what is asked of it again and again; every subtree is one stretch of tokens. */
export type Tree = {
	text: string;
	tokens: readonly Token[];
	/** Children of each token, in order. */
	children: readonly (readonly number[])[];
	/** First token of each token's subtree, and the last plus one. */
	low: Int32Array;
	high: Int32Array;
	root: number;
	/** Each token's words in lower case. */
	lower: readonly string[];
};

/** Prepares a sentence's tokens; total for any heads, also where they make a cycle. */
export function makeTree(text: string, tokens: readonly Token[]): Tree {
	const children: number[][] = tokens.map(() => []);
	let root = 0;
	tokens.forEach((token, index) => {
		if (token.head >= 0 && token.head < tokens.length && token.head !== index)
			children[token.head]!.push(index);
		else root = index;
	});
	const low = new Int32Array(tokens.length);
	const high = new Int32Array(tokens.length);
	for (let index = 0; index < tokens.length; index++) {
		low[index] = index;
		high[index] = index + 1;
	}
	// Widens every ancestor by each token; depth is bounded so that a broken parse cannot hang.
	for (let index = 0; index < tokens.length; index++) {
		let up = tokens[index]!.head;
		for (let steps = 0; up >= 0 && up < tokens.length && steps < 60; steps++) {
			if (index < low[up]!) low[up] = index;
			if (index >= high[up]!) high[up] = index + 1;
			up = tokens[up]!.head;
		}
	}
	return {
		text,
		tokens,
		children,
		low,
		high,
		root,
		lower: tokens.map(({ start, end }) => text.slice(start, end).toLowerCase())
	};
}

/** A relation without its subtype: `acl` for `acl:relcl`. */
export function baseRelation(relation: string): string {
	const colon = relation.indexOf(':');
	return colon < 0 ? relation : relation.slice(0, colon);
}

/** First child with one of the relations, given with or without subtype; -1 where there is none. */
export function childBy(tree: Tree, head: number, ...relations: readonly string[]): number {
	for (const child of tree.children[head]!) {
		const { deprel } = tree.tokens[child]!;
		if (relations.includes(deprel) || relations.includes(baseRelation(deprel))) return child;
	}
	return -1;
}

/** Whether a token is a verb, or a predicate with a copula. */
export function isPredicate(tree: Tree, index: number): boolean {
	const { upos } = tree.tokens[index]!;
	return upos === 'VERB' || upos === 'AUX' || childBy(tree, index, 'cop') >= 0;
}

/** Whether a predicate is finite: in a tense, or helped by a word that is. */
export function isFinite(tree: Tree, index: number): boolean {
	const { xpos } = tree.tokens[index]!;
	if (/^(?:VBD|VBZ|VBP|MD)$/.test(xpos)) return true;
	return tree.children[index]!.some((child) => {
		const { deprel, xpos: tag } = tree.tokens[child]!;
		return (deprel === 'cop' || deprel.startsWith('aux')) && /^(?:VBD|VBZ|VBP|MD)$/.test(tag);
	});
}

/** A token's place in the text, or the place of a stretch of tokens (half-open). */
export function placeOf(tree: Tree, from: number, to = from + 1): { start: number; end: number } {
	return { start: tree.tokens[from]!.start, end: tree.tokens[to - 1]!.end };
}

/** The words of a stretch of tokens as they stand in the text. */
export function wordsOf(tree: Tree, from: number, to = from + 1): string {
	const { start, end } = placeOf(tree, from, to);
	// What is no part of a sentence was spaced out.
	return tree.text
		.slice(start, end)
		.replace(/\s{2,}(?=['’])/g, '')
		.replace(/\s{2,}/g, ' ');
}

import type { Words } from './words.ts';

/** What the parser reads of a sentence besides its words. */
export type Tagged = {
	words: Words;
	/** Joint tags, from 1; 0 stands for no word, 1 past the last tag for the root. */
	tags: Int32Array;
	/** How many commas, colons, quotation marks and verbs stand before each word. */
	commas: Int32Array;
	colons: Int32Array;
	quotes: Int32Array;
	verbs: Int32Array;
};

const ROOT_WORD = 0x0707;

/** The hash of a place's word; 0 where there is none. */
export const wordAt = (lower: Int32Array, root: number, i: number): number =>
	i < 0 ? 0 : i === root ? ROOT_WORD : lower[i]!;
/** The joint tag of a place. */
export const tagAt = (tags: Int32Array, root: number, i: number): number =>
	i < 0 ? 0 : i === root ? 255 : tags[i]!;
/** What a column says of the word of a place; 0 where there is none. */
export const columnAt = (column: Int32Array, root: number, i: number): number =>
	i < 0 || i === root ? 0 : column[i]!;
/** The label of the arc to a place, from 1. */
export const labelAt = (labels: Int32Array, i: number): number => (i < 0 ? 0 : labels[i]! + 1);

/** The distance of two words in steps: 1 to 4, 5-6, 7-10, more; 0 where one is missing or the root. */
export function distance(a: number, b: number, root: number): number {
	if (a < 0 || b < 0 || a === root || b === root) return 0;
	const d = b - a;
	return d < 5 ? d : d < 7 ? 5 : d < 11 ? 6 : 7;
}

/** Which kinds of mark, and whether a verb, stand between two words. */
export function between(t: Tagged, a: number, b: number, root: number): number {
	const from = a < 0 || a === root ? 0 : a + 1;
	if (b <= from || b === root) return 0;
	const commas = t.commas[b]! - t.commas[from]!;
	return (
		(commas > 2 ? 3 : commas) +
		(t.colons[b]! > t.colons[from]! ? 4 : 0) +
		(t.quotes[b]! > t.quotes[from]! ? 8 : 0) +
		(t.verbs[b]! > t.verbs[from]! ? 16 : 0)
	);
}

import type { Block } from '../types.ts';
import { readBlocks } from './blocks.ts';
import { findQuotations, type Quotation } from './quotes.ts';
import { readSentences, type SentenceSpan } from './sentences.ts';

export { isLetter, trimSpan } from './characters.ts';
export type { Quotation } from './quotes.ts';
export { pastLabel, readTurns, turnAt, type Turn } from './turns.ts';
export type { SentenceSpan } from './sentences.ts';

/** A text's blocks, the sentences of those that can hold claims, and its quotations, all in order. */
export type ReadText = { blocks: Block[]; sentences: SentenceSpan[]; quotations: Quotation[] };

/**
 * Reads a text in time linear in its length. `title` is the account's, where it has one: the first line is the
 * title when it says the same.
 */
export function readText(text: string, title = ''): ReadText {
	const blocks = readBlocks(text, title);
	const quotations = findQuotations(text, blocks);
	return { blocks, sentences: readSentences(text, blocks, quotations), quotations };
}

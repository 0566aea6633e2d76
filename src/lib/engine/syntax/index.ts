import type { LexiconFiles, Token } from '../types.ts';
import { Reader } from './codec.ts';
import { Lemmas } from './lemmas.ts';
import { Clusters } from './lexicon.ts';
import { NameFinder, type NameSpan, properRuns } from './names.ts';
import { Parser } from './parser.ts';
import { createTagMender, mendHeads } from './repairs.ts';
import { Tagger } from './tagger.ts';
import { cutTokens, type Place } from './tokens.ts';
import { Words } from './words.ts';

export type { NameSpan, NameSpanKind } from './names.ts';
export type { Token };

export type Syntax = {
	/** Tokens of `text.slice(start, end)`, one sentence, with offsets into the whole text, tagged and parsed. */
	parse(text: string, start: number, end: number): Token[];
	/** Tokens with tags and lemmas only: cheaper than `parse`, and every head is flat. */
	tag(text: string, start: number, end: number): Token[];
	/** The proper names among one sentence's tokens, in order, without overlap. */
	names(tokens: Token[], text: string): NameSpan[];
};

/** A longer run of words is a list or a table, not a sentence: it is tagged, and its heads stay flat. */
const LONGEST_SENTENCE = 250;

/** Makes the tagger, the parser and the name finder out of the `syntax-*.bin` files. */
export function createSyntax(files: LexiconFiles): Syntax {
	const open = (name: string): Reader => {
		const bytes = files[`syntax-${name}.bin`];
		if (!bytes) throw new Error(`syntax-${name}.bin is missing from the lexicon: run tools/syntax/train.ts.`);
		return new Reader(bytes);
	};
	const words = new Words(new Clusters(open('clusters')), new Clusters(open('classes')));
	const tagger = Tagger.read(open('tagger'));
	const mendTags = createTagMender(tagger);
	const parser = Parser.read(open('parser'), tagger.tags, words);
	const lemmas = Lemmas.read(open('lemmas'));
	// Weights trained without GUM have no name finder.
	const finder = files['syntax-names.bin'] && NameFinder.read(open('names'), words);
	let tags = new Int32Array(256);

	const tagPlaces = (text: string, places: readonly Place[]): Token[] => {
		words.fill(text, places);
		if (places.length > tags.length) tags = new Int32Array(places.length * 2);
		tagger.tag(words, tags);
		mendTags(text, places, tags);
		return places.map(({ start, end }, at) => {
			const { upos, xpos } = tagger.tags[tags[at]!]!;
			const lemma = lemmas.lemma(text.slice(start, end), upos, xpos);
			return { start, end, upos, xpos, lemma, head: at === 0 ? -1 : 0, deprel: at === 0 ? 'root' : 'dep' };
		});
	};

	return {
		tag: (text, start, end) => tagPlaces(text, cutTokens(text, start, end)),
		parse(text, start, end) {
			const tokens = tagPlaces(text, cutTokens(text, start, end));
			if (tokens.length > LONGEST_SENTENCE) return tokens;
			parser.parse(tags);
			const { heads, labels } = parser.state;
			tokens.forEach((token, at) => {
				const head = heads[at]!;
				token.head = head === tokens.length ? -1 : head;
				token.deprel = token.head < 0 ? 'root' : parser.labels[labels[at]!]!;
			});
			mendHeads(tokens, text);
			return tokens;
		},
		names: (tokens, text) => (finder ? finder.find(tokens, text) : properRuns(tokens))
	};
}

import type { Account, Claim, Span } from '#lib/model/index.ts';

/** The bytes of the files under `data/lexicon/`, by file name without a compression suffix. */
export type LexiconFiles = Readonly<Record<string, Uint8Array>>;

/** A word as Universal Dependencies cuts it, in its place in the account's text. */
export type Token = Span & {
	upos: string;
	xpos: string;
	lemma: string;
	/** Index of the head inside the sentence's tokens; -1 for the root. */
	head: number;
	deprel: string;
};

/** What a paragraph is: only titles, bodies, headings and quotes can hold claims. */
export type BlockKind = 'title' | 'body' | 'heading' | 'quote' | 'caption' | 'furniture';
export type Block = Span & { kind: BlockKind };

/** A sentence with its syntax; a quotation of several sentences keeps its quotation state in `quoted`. */
export type Sentence = Span & {
	index: number;
	/** Index of its block. */
	block: number;
	/** Whether the sentence begins inside a quotation that began earlier. */
	quoted: boolean;
	/** Empty where the sentence is too long to parse. */
	tokens: Token[];
};

export type NameKind = 'person' | 'organisation' | 'place' | 'other';

/** A mention of a person, body or place; `name` is the fullest form in the account. */
export type NameMention = Span & { name: string; kind: NameKind; identity?: string };

/** A claim with what the later stages need to align it. */
export type ExtractedClaim = Claim & {
	/** Index of the sentence it begins in. */
	sentence: number;
	/** First and last-plus-one token, in that sentence, of the claim's span. */
	tokens: Span;
	/** Whether it stands in the title or a heading. */
	headline: boolean;
	/** Id of the claim of the same account that, by its own words, this one denies. */
	denies?: string;
};

/** Everything that is read out of one account, without looking at any other. */
export type Extraction = {
	account: Account;
	blocks: Block[];
	sentences: Sentence[];
	names: NameMention[];
	claims: ExtractedClaim[];
};

export const STAGES = ['reading', 'matching', 'relating'] as const;
export type Stage = (typeof STAGES)[number];

/** How far an analysis has come: `done` of `total` accounts or lines in a stage. */
export type Progress = { stage: Stage; done: number; total: number };

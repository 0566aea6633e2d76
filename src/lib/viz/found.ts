import type { SourceKind } from '#lib/model/index.ts';
import type { Glyph } from './glyph.ts';

/** A run of text, marked where the query found it. */
export type Piece = { text: string; marked: boolean };

export type FoundSource = {
	event: string;
	account: string;
	name: Piece[];
	title: Piece[];
	kind: SourceKind;
	/** Where the words stand in its text, for an account whose claims are not read. */
	passage?: Piece[];
};
export type FoundClaim = {
	event: string;
	claim: string;
	line: string | null;
	lineTitle: string | null;
	account: string;
	/** The account's source, and its holder where that is another. */
	source: Piece[];
	holder: Piece[] | null;
	glyph: Glyph;
	text: Piece[];
	/** Whether the text is our summary of the source. */
	summary: boolean;
};

/** What was found in one event; `more` claims are not listed. */
export type FoundEvent = {
	id: string;
	title: string;
	claims: FoundClaim[];
	sources: FoundSource[];
	more: number;
};

/** What was found, the events in order of how much they hold. */
export type SearchResult = {
	query: string;
	events: FoundEvent[];
	total: number;
	/** Whether nothing holds the words themselves, and these are only near to them. */
	near: boolean;
};

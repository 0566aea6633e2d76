import * as v from 'valibot';
import { AccountSchema, type Rendering } from './account.ts';
import type { SourceKind } from './source.ts';

/** An account as it was read and before it is kept: every part can still be corrected. */
export const DraftSchema = v.omit(AccountSchema, ['id', 'sha256']);
export type Draft = v.InferOutput<typeof DraftSchema>;

/** A draft as the form holds it: what the person typed, right or wrong, with what is wrong about each part. */
export type DraftInput = {
	/** The id that the account has already, or came with. */
	id: string;
	/** What it was read from: a file's name, or empty for pasted text. */
	from: string;
	source: string;
	kind: SourceKind;
	title: string;
	publishedAt: string;
	/** When this text of it appeared, where the page says so; not shown. */
	editedAt: string;
	url: string;
	rendering: Rendering;
	truncated: boolean;
	text: string;
	language: string;
	/** Names parted by commas. */
	authors: string;
	note: string;
	/** The id of the kept account that it is another edition of, or empty. */
	editionOf: string;
	/** The proposed event that it seems to belong to, or empty. */
	group: string;
	/** Set when the person leaves the account out; it stays in the form, so that it can be put back. */
	isOut: boolean;
	words: number;
	/** By the part's name: a sentence on what is wrong with it. */
	failures: Partial<Record<string, string>>;
};

/** An address that was given and has not become a draft: on its way, or failed with the reason. */
export type AddressInput = {
	url: string;
	/** The id under which the server fetches it. */
	fetch: string;
	state: 'waiting' | 'failed';
	/** A sentence on why it failed, or empty. */
	failure: string;
	/** Whether asking again may help. */
	canRetry: boolean;
	/** Whether its text can be pasted instead; not where the account is there already. */
	canPaste: boolean;
};

/** An event that a group of accounts seems to be about, which a person accepts, renames, splits or drops. */
export type ProposedEvent = { key: string; title: string; isIn: boolean };

/** All that the page holds between two requests: nothing is kept on the server before the event is made. */
export type DraftForm = {
	/** Counts the requests, so that chosen files that were read are cleared. */
	round: number;
	/** The event that the accounts belong to already, or empty. */
	event: string;
	/** The id that an `event.json` gives, or empty. */
	name: string;
	title: string;
	/** The title that was proposed last; while it stands unchanged, it follows the accounts. */
	proposed: string;
	what: string;
	when: string;
	drafts: DraftInput[];
	/** Texts that are typed and not read yet; the id keeps a box in its place while others go. */
	boxes: { id: string; text: string; failure?: string; url?: string }[];
	/** Addresses that are typed and not asked for yet. */
	links: string;
	addresses: AddressInput[];
	/** The address, if any, that a button was pressed for: ask again, paste its text instead, take it off. */
	asked: { retry: string; paste: string; drop: string };
	/** Sentences on what could not be read, each naming its item. */
	problems: string[];
	/** Something about the accounts together that a person may want to act on. */
	notice?: string;
	/** Events that the accounts seem to be about, where they are several; the drafts say which they belong to. */
	events: ProposedEvent[];
};

import * as v from 'valibot';
import { AccountSchema, WhenSchema } from './account.ts';
import { SpanSchema } from './claim.ts';

/**
 * A text that an account had before a newer edition of it came. The account keeps its id and takes the newer text;
 * what it was stays here word for word.
 */
export const EditionSchema = v.object({
	/** The account's id and the edition's number: `03-lantern@1` is its first. */
	id: v.string(),
	/** The account as it was. */
	account: AccountSchema,
	/** When the newer edition came in. */
	until: v.pipe(v.string(), v.isoTimestamp())
});
export type Edition = v.InferOutput<typeof EditionSchema>;

/** What can become of a claim from one edition to the next; a comma or a line break is no change. */
export const EDITION_CHANGES = ['altered', 'removed', 'added', 'reworded'] as const;
export type EditionChangeKind = (typeof EDITION_CHANGES)[number];

const WordsSchema = v.object({ ...SpanSchema.entries, text: v.string() });

/** What became of one claim, with the words of either edition. */
export const EditionChangeSchema = v.object({
	kind: v.picklist(EDITION_CHANGES),
	before: v.optional(WordsSchema),
	after: v.optional(WordsSchema),
	/** The claim in the account as it stands now, where `after` is one. */
	claim: v.optional(v.string()),
	/** Claims of other accounts that still say what this one no longer does. */
	still: v.optional(v.array(v.string()))
});
export type EditionChange = v.InferOutput<typeof EditionChangeSchema>;

export const NOTICE_KINDS = ['correction', 'clarification', 'update'] as const;

/** The words by which an account says of itself that it was changed. */
export const ChangeNoticeSchema = v.object({ kind: v.picklist(NOTICE_KINDS), ...WordsSchema.entries });
export type ChangeNotice = v.InferOutput<typeof ChangeNoticeSchema>;

/** What changed from one edition of an account to the next. */
export const EditionStepSchema = v.object({
	account: v.string(),
	/** SHA-256 of either text. */
	before: v.string(),
	after: v.string(),
	/** When the later one appeared, as far as it is known. */
	at: v.optional(WhenSchema),
	changes: v.array(EditionChangeSchema),
	/** Claims of both that say the same. */
	same: v.number()
});
export type EditionStep = v.InferOutput<typeof EditionStepSchema>;

import * as v from 'valibot';
import { AccountIdSchema } from './ids.ts';
import { SourceSchema } from './source.ts';

/**
 * What a text is: the source's own words, our summary of them (never shown as the source's words), or a
 * person's own unpublished draft.
 */
export const RENDERINGS = ['verbatim', 'summary', 'draft'] as const;
export type Rendering = (typeof RENDERINGS)[number];

/** An ISO date, with or without a time: `2018-08-15`, `2018-08-15T10:30:00Z`, `2018-08-15T10:30:00+09:00`. */
export const WhenSchema = v.pipe(
	v.string(),
	v.regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/)
);

/**
 * One source's description of the event. Its text never changes; offsets everywhere are UTF-16, half-open,
 * into `text`, whose first line is the title where the text has one.
 */
export const AccountSchema = v.object({
	id: AccountIdSchema,
	source: SourceSchema,
	title: v.string(),
	text: v.string(),
	url: v.optional(v.string()),
	publishedAt: v.optional(WhenSchema),
	/** When this text of it appeared, where that is later than `publishedAt`: the page's own word, else when it came in. */
	editedAt: v.optional(WhenSchema),
	language: v.optional(v.string()),
	authors: v.optional(v.array(v.string())),
	rendering: v.picklist(RENDERINGS),
	truncated: v.boolean(),
	note: v.optional(v.string()),
	/** Hexadecimal SHA-256 of the text in UTF-8. */
	sha256: v.string()
});
export type Account = v.InferOutput<typeof AccountSchema>;

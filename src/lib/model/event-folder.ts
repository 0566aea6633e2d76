import * as v from 'valibot';
import { WhenSchema } from './account.ts';
import { AccountIdSchema } from './ids.ts';
import { SourceKindSchema } from './source.ts';

/** `event.json` of a folder of accounts: what `lateral compare DIR` and the import page read. */
export const EventFolderSchema = v.object({
	event: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,99}$/)),
	title: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
	what: v.optional(v.string()),
	when: v.optional(v.string()),
	accounts: v.pipe(
		v.array(
			v.object({
				id: AccountIdSchema,
				file: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
				outlet: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
				kind: SourceKindSchema,
				/** `paraphrase` is an older word for `summary`. */
				rendering: v.optional(v.picklist(['verbatim', 'summary', 'paraphrase', 'draft'])),
				title: v.optional(v.nullable(v.string())),
				url: v.optional(v.nullable(v.string())),
				publishedAt: v.optional(v.nullable(WhenSchema)),
				language: v.optional(v.nullable(v.string())),
				/** A list, or one text with the names parted by commas. */
				authors: v.optional(v.nullable(v.union([v.array(v.string()), v.string()]))),
				truncated: v.optional(v.boolean()),
				note: v.optional(v.nullable(v.string())),
				sha256: v.optional(v.string())
			})
		),
		v.minLength(1),
		v.maxLength(1000)
	)
});
export type EventFolder = v.InferOutput<typeof EventFolderSchema>;

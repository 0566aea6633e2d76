import * as v from 'valibot';
import { AccountSchema } from './account.ts';
import { EditionSchema } from './edition.ts';

/** Bumped when a bundle's files change shape; a newer one than this is refused. */
export const BUNDLE_FORMAT = 'lateral-bundle/1';

/** Names of the files in a bundle; the texts of accounts lie beside them. */
export const BUNDLE_FILES = {
	manifest: 'bundle.json',
	/** The same accounts as a folder that `lateral compare` reads, for whoever unpacks the bundle. */
	folder: 'event.json',
	comparison: 'comparison.json',
	reviews: 'reviews.json',
	/** What every other file must hash to, as `sha256sum -c` reads it. */
	sums: 'SHA256SUMS'
} as const;

const BundledAccountSchema = v.object({
	...v.omit(AccountSchema, ['text']).entries,
	url: v.optional(v.pipe(v.string(), v.maxLength(4096))),
	/** Where its text lies in the bundle. */
	file: v.pipe(v.string(), v.minLength(1), v.maxLength(200))
});

/** `bundle.json`: the event and what is known of each account, without the texts. */
export const BundleSchema = v.object({
	format: v.literal(BUNDLE_FORMAT),
	/** The engine that made the comparison; null where there is none. */
	engine: v.nullable(v.object({ version: v.string(), rules: v.string() })),
	event: v.object({
		name: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,99}$/)),
		title: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
		what: v.optional(v.pipe(v.string(), v.maxLength(2000))),
		when: v.optional(v.pipe(v.string(), v.maxLength(200))),
		/** When the event was first kept, and last changed, where it was exported. */
		createdAt: v.string(),
		changedAt: v.string()
	}),
	accounts: v.pipe(v.array(BundledAccountSchema), v.minLength(1), v.maxLength(1000)),
	/** What the accounts were before newer editions of them came, oldest first. */
	editions: v.optional(
		v.pipe(
			v.array(v.object({ ...EditionSchema.entries, account: BundledAccountSchema })),
			v.maxLength(10_000)
		)
	)
});
export type BundleManifest = v.InferOutput<typeof BundleSchema>;

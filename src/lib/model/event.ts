import * as v from 'valibot';
import { AccountSchema } from './account.ts';
import { ComparisonSchema } from './comparison.ts';
import { EditionSchema } from './edition.ts';
import { ReviewSchema } from './review.ts';

/** Bumped when a stored event changes shape; a newer file than this is refused, an older one migrated. */
export const EVENT_SCHEMA = 1;

/** An account that was taken out of its event, and when: it stays in the bin for a while. */
export const RemovedAccountSchema = v.object({
	...AccountSchema.entries,
	removedAt: v.optional(v.pipe(v.string(), v.isoTimestamp()))
});
export type RemovedAccount = v.InferOutput<typeof RemovedAccountSchema>;

/** Something that happened, with the accounts of it and the comparison made from them, as it is kept. */
export const EventSchema = v.object({
	schema: v.literal(EVENT_SCHEMA),
	id: v.string(),
	/** The id inside the comparison document: from the folder or the title, never from the store. */
	name: v.string(),
	title: v.string(),
	what: v.optional(v.string()),
	when: v.optional(v.string()),
	createdAt: v.string(),
	changedAt: v.string(),
	/** Set while the event lies in the bin. */
	deletedAt: v.optional(v.string()),
	sample: v.optional(v.boolean()),
	accounts: v.array(AccountSchema),
	/** Accounts taken out of the event, kept for a while so that taking out can be undone. */
	removed: v.array(RemovedAccountSchema),
	/** Texts that accounts had before newer editions of them came, oldest first. */
	editions: v.optional(v.array(EditionSchema)),
	/** What people decided, oldest first; entries are only ever added. */
	reviews: v.optional(v.array(ReviewSchema)),
	comparison: v.nullable(ComparisonSchema)
});
export type Event = v.InferOutput<typeof EventSchema>;

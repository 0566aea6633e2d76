import * as v from 'valibot';
import { ReviewedSchema } from './review-mark.ts';

/** Inside a line, the claims that can be true together. */
export const VersionSchema = v.object({ id: v.string(), label: v.string(), claims: v.array(v.string()) });
export type Version = v.InferOutput<typeof VersionSchema>;

/** Who first said a line's claims, as one independent origin, and the accounts that carry it. */
export const OriginSchema = v.object({ name: v.string(), named: v.boolean(), accounts: v.array(v.string()) });
export type Origin = v.InferOutput<typeof OriginSchema>;

export const LINE_STATES = ['disputed', 'agreed', 'single'] as const;
export type LineState = (typeof LINE_STATES)[number];

/** The claims, from any accounts, that speak to the same point. */
export const LineSchema = v.object({
	id: v.string(),
	title: v.string(),
	state: v.picklist(LINE_STATES),
	versions: v.array(VersionSchema),
	/** Accounts that say nothing on the line. */
	silent: v.array(v.string()),
	/** Accounts that were cut short, or appeared before they could know. */
	unknown: v.array(v.string()),
	origins: v.array(OriginSchema),
	reviewed: ReviewedSchema
});
export type Line = v.InferOutput<typeof LineSchema>;

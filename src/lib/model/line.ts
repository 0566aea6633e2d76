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

const PREFIX = 'l-';

/** The id of the line that is called after a claim. */
export function lineIdFrom(claim: string): string {
	return `${PREFIX}${claim}`;
}

/**
 * The line of an id, also of one that it bore in an earlier comparison: every id is a claim's, and leads to the line
 * that holds this claim now. Undefined when the claim is no more.
 */
export function findLine(id: string, lines: readonly Line[]): Line | undefined {
	const exact = lines.find((line) => line.id === id);
	if (exact !== undefined || !id.startsWith(PREFIX)) return exact;
	const claim = id.slice(PREFIX.length);
	return lines.find(({ versions }) => versions.some(({ claims }) => claims.includes(claim)));
}

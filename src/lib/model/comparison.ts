import * as v from 'valibot';
import { ClaimSchema } from './claim.ts';
import { EditionStepSchema } from './edition.ts';
import { LineSchema } from './line.ts';
import { RelationSchema } from './relation.ts';
import { AnchorSchema, DecisionSchema } from './review.ts';
import { SourceSchema } from './source.ts';

export const COMPARISON_FORMAT = 'lateral-comparison/1';

/** An account as the comparison document carries it: without its text. */
export const ComparedAccountSchema = v.object({
	id: v.string(),
	source: SourceSchema,
	title: v.string(),
	url: v.optional(v.string()),
	publishedAt: v.optional(v.string()),
	truncated: v.boolean(),
	/** The language of an account whose claims are not read; left out where they are. */
	unread: v.optional(v.string()),
	/** Set on a person's own unpublished text: it is neither an origin nor silent, and counts in no state. */
	draft: v.optional(v.literal(true)),
	sha256: v.string()
});
export type ComparedAccount = v.InferOutput<typeof ComparedAccountSchema>;

/** A decision that could not be kept to, and the places that were looked for in vain. */
export const LostDecisionSchema = v.object({ decision: DecisionSchema, missing: v.array(AnchorSchema) });
export type LostDecision = v.InferOutput<typeof LostDecisionSchema>;

/**
 * The whole result, made from the accounts and the decisions in force alone: the same input gives the same bytes, on
 * any machine and in any order of accounts.
 */
export const ComparisonSchema = v.object({
	format: v.literal(COMPARISON_FORMAT),
	engine: v.object({ version: v.string(), rules: v.string() }),
	event: v.object({ id: v.string(), title: v.string() }),
	accounts: v.array(ComparedAccountSchema),
	claims: v.array(ClaimSchema),
	lines: v.array(LineSchema),
	relations: v.array(RelationSchema),
	/** What changed from edition to edition of an account; left out where none has an earlier one. */
	editions: v.optional(v.array(EditionStepSchema)),
	/** Ids of the reviews that it keeps to, in the order of the log; left out where there are none. */
	reviews: v.optional(v.array(v.string())),
	/** Decisions whose words no account has any more; left out where there are none. */
	lost: v.optional(v.array(LostDecisionSchema))
});
export type Comparison = v.InferOutput<typeof ComparisonSchema>;

import * as v from 'valibot';
import { SpanSchema } from './claim.ts';
import { ReviewedSchema } from './review-mark.ts';

export const RELATION_KINDS = ['agrees', 'conflicts', 'differs', 'update'] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

/** Reasons that the engine gives; a later engine may know more, so a reader must accept any text. */
export const REASON_CODES = [
	'number',
	'date',
	'place',
	'person',
	'negation',
	'opposite',
	'intent',
	'quote',
	'certainty',
	'wording',
	'bound',
	'later'
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

export const EvidenceSchema = v.object({ claim: v.string(), ...SpanSchema.entries });
export type Evidence = v.InferOutput<typeof EvidenceSchema>;

/** Between two claims of a line: what holds between them, why, on which words, and how sure the engine is. */
export const RelationSchema = v.object({
	a: v.string(),
	b: v.string(),
	kind: v.picklist(RELATION_KINDS),
	reason: v.object({ code: v.string(), text: v.string(), evidence: v.array(EvidenceSchema) }),
	score: v.number(),
	reviewed: ReviewedSchema
});
export type Relation = v.InferOutput<typeof RelationSchema>;

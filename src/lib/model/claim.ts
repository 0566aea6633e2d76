import * as v from 'valibot';
import { ReviewedSchema } from './review-mark.ts';

/** A place in an account's text: UTF-16 offsets, half-open. */
export const SpanSchema = v.object({ start: v.number(), end: v.number() });
export type Span = v.InferOutput<typeof SpanSchema>;

/** How a claim is said: in the account's own voice, by a named source, or by an unnamed one. */
export const VOICES = ['own', 'named', 'unnamed'] as const;
export type Voice = (typeof VOICES)[number];

export const CERTAINTIES = ['stated', 'hedged', 'denied'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

export const QUOTES = ['direct', 'mixed', 'indirect'] as const;
export type Quote = (typeof QUOTES)[number];

export const VALUE_KINDS = ['number', 'date', 'duration', 'money', 'percent', 'place', 'person'] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

/** A quantity, time, place or person that a claim gives, with its bounds: "at least 28" has `low` 28 and no `high`. */
export const ValueSchema = v.object({
	kind: v.picklist(VALUE_KINDS),
	...SpanSchema.entries,
	text: v.string(),
	low: v.optional(v.number()),
	high: v.optional(v.number()),
	/** What is counted or measured: a lower-case lemma ("person", "device"), a currency code, an SI-like unit. */
	unit: v.optional(v.string()),
	/** First and last moment that a date may mean, ISO: `2018-08-12`, `2018-08-12T18:00`. */
	from: v.optional(v.string()),
	to: v.optional(v.string())
});
export type Value = v.InferOutput<typeof ValueSchema>;

/** One link from the account outward: who the account names as having said so. */
export const LinkSchema = v.object({
	name: v.string(),
	named: v.boolean(),
	...SpanSchema.entries,
	cue: v.optional(v.string()),
	describedAs: v.optional(v.string()),
	reason: v.optional(v.string()),
	hedged: v.optional(v.boolean()),
	identity: v.optional(v.string())
});
export type Link = v.InferOutput<typeof LinkSchema>;

/** Why the engine decided something: a rule's code, a sentence for people, and the words that fired it. */
export const WhySchema = v.object({ rule: v.string(), text: v.optional(v.string()), ...SpanSchema.entries });
export type Why = v.InferOutput<typeof WhySchema>;

/** One checkable statement in an account: a span of its text, how it is said, and who holds it. */
export const ClaimSchema = v.object({
	id: v.string(),
	account: v.string(),
	...SpanSchema.entries,
	text: v.string(),
	voice: v.picklist(VOICES),
	certainty: v.picklist(CERTAINTIES),
	/** The ladder behind the three words: 0 denied, 1 stated. */
	degree: v.optional(v.number()),
	attribution: v.array(LinkSchema),
	holder: v.string(),
	holderIdentity: v.optional(v.string()),
	quote: v.optional(v.picklist(QUOTES)),
	values: v.array(ValueSchema),
	/** When the account's first edition with this claim appeared; left out where it was there from the beginning. */
	since: v.optional(v.string()),
	/** Which rules made the claim what it is. */
	why: v.optional(v.array(WhySchema)),
	reviewed: ReviewedSchema
});
export type Claim = v.InferOutput<typeof ClaimSchema>;

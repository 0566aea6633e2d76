import * as v from 'valibot';
import { AccountIdSchema } from './ids.ts';
import { CERTAINTIES, SpanSchema, VOICES, type Claim } from './claim.ts';
import { RELATION_KINDS } from './relation.ts';

/** Longest stretch of words that a decision can hang on: no claim is longer. */
const LONGEST_WORDS = 5_000;
const MOST_CLAIMS = 200;

const Text = (longest: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longest));
const ReviewIdSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(64));

/**
 * What a decision hangs on: exact words at their place in an account. Never a claim's or a line's id, which a newer
 * engine may give to something else.
 */
export const AnchorSchema = v.object({
	account: AccountIdSchema,
	...SpanSchema.entries,
	words: v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_WORDS))
});
export type Anchor = v.InferOutput<typeof AnchorSchema>;

/** The place of a claim, to hang a decision on. */
export function anchorOf({ account, start, end, text }: Claim): Anchor {
	return { account, start, end, words: text };
}

const Anchors = (least: number, most = MOST_CLAIMS) =>
	v.pipe(v.array(AnchorSchema), v.minLength(least), v.maxLength(most));

/** What can hold between two claims by a person's decision: a relation, or none. */
export const DECIDED_RELATIONS = [...RELATION_KINDS, 'none'] as const;
export type DecidedRelation = (typeof DECIDED_RELATIONS)[number];

const DECISIONS = [
	/** A claim is read rightly; of two claims, the relation between them is right. */
	v.object({
		kind: v.literal('confirm'),
		claims: Anchors(1, 2),
		relation: v.optional(v.picklist(DECIDED_RELATIONS))
	}),
	/** These claims speak to one point: with claims of two lines, the lines become one. */
	v.object({ kind: v.literal('same'), claims: Anchors(2) }),
	/** None of `a` speaks to one point with any of `b`: with claims of one line, the line is split. */
	v.object({ kind: v.literal('notSame'), a: Anchors(1), b: Anchors(1) }),
	v.object({
		kind: v.literal('relation'),
		a: AnchorSchema,
		b: AnchorSchema,
		relation: v.picklist(DECIDED_RELATIONS)
	}),
	v.object({ kind: v.literal('holder'), claim: AnchorSchema, holder: Text(200) }),
	v.object({ kind: v.literal('voice'), claim: AnchorSchema, voice: v.picklist(VOICES) }),
	v.object({ kind: v.literal('certainty'), claim: AnchorSchema, certainty: v.picklist(CERTAINTIES) }),
	/** The line that holds the claim is called so. */
	v.object({ kind: v.literal('rename'), claim: AnchorSchema, title: Text(300) }),
	/** The words make no claim. */
	v.object({ kind: v.literal('hide'), claim: AnchorSchema }),
	/** The words make a claim that the engine missed; what is not said about it, the engine reads. */
	v.object({
		kind: v.literal('add'),
		claim: AnchorSchema,
		holder: v.optional(Text(200)),
		voice: v.optional(v.picklist(VOICES)),
		certainty: v.optional(v.picklist(CERTAINTIES))
	}),
	/** These names are one source; the first is the one to show. */
	v.object({
		kind: v.literal('oneSource'),
		names: v.pipe(v.array(Text(200)), v.minLength(2), v.maxLength(50))
	}),
	/** A claim, or what holds between two, seems wrong; the review's `why` says how. It changes no result. */
	v.object({ kind: v.literal('challenge'), claims: Anchors(1, 2) }),
	/** An earlier entry no longer holds; undoing an undo brings back what it took away. */
	v.object({ kind: v.literal('undo'), review: ReviewIdSchema })
] as const;

/** What a person can decide about claims, lines, relations and sources. */
export const NewDecisionSchema = v.variant('kind', DECISIONS);

/**
 * What stands in a log: a decision, or `purged` in the place of one that was deleted for good with the words that it
 * hung on, so that the log never gets shorter.
 */
export const DecisionSchema = v.variant('kind', [...DECISIONS, v.object({ kind: v.literal('purged') })]);
export type Decision = v.InferOutput<typeof DecisionSchema>;
export type DecisionKind = Decision['kind'];

/** One entry of an event's log of reviews: who decided what, when, and why. Entries are never changed. */
export const ReviewSchema = v.object({
	id: ReviewIdSchema,
	/** Moment of the decision, ISO with time and zone. */
	at: v.pipe(v.string(), v.isoTimestamp()),
	/** The name that the person gives. */
	who: v.pipe(v.string(), v.trim(), v.maxLength(100)),
	why: v.optional(Text(2_000)),
	decision: DecisionSchema
});
export type Review = v.InferOutput<typeof ReviewSchema>;

/** A review that changes or marks something, as opposed to an undo. */
export type Standing = Review & { decision: Exclude<Decision, { kind: 'undo' | 'purged' }> };

function isStanding(review: Review): review is Standing {
	return review.decision.kind !== 'undo' && review.decision.kind !== 'purged';
}

/** By the id of each entry that is out of force, the id of the undo, itself in force, that takes it back. */
export function undoneBy(log: readonly Review[]): Map<string, string> {
	const places = new Map(log.map(({ id }, at) => [id, at]));
	const undone = new Map<string, string>();
	for (let at = log.length - 1; at >= 0; at--) {
		const { id, decision } = log[at]!;
		if (decision.kind !== 'undo' || undone.has(id)) continue;
		// Only what came before can be undone; an entry that names itself or a later one does nothing.
		if ((places.get(decision.review) ?? at) < at) undone.set(decision.review, id);
	}
	return undone;
}

/** The decisions of a log, oldest first, that are in force after every undo and redo. */
export function effectiveReviews(log: readonly Review[]): Standing[] {
	const undone = undoneBy(log);
	return log.filter(isStanding).filter(({ id }) => !undone.has(id));
}

/** The decision that *undo* would take back now: the newest in force; null when there is none. */
export function nextUndo(log: readonly Review[]): Standing | null {
	return effectiveReviews(log).at(-1) ?? null;
}

/**
 * The undo that *redo* would take back now; null when there is none, or when something was decided since. To redo,
 * append an undo of it.
 */
export function nextRedo(log: readonly Review[]): Review | null {
	const undone = undoneBy(log);
	const byId = new Map(log.map((review) => [review.id, review]));
	for (let at = log.length - 1; at >= 0; at--) {
		const review = log[at]!;
		if (undone.has(review.id) || review.decision.kind === 'purged') continue;
		if (review.decision.kind !== 'undo') return null;
		const target = byId.get(review.decision.review);
		if (target !== undefined && isStanding(target)) return review;
	}
	return null;
}

/** Every place in the texts that a decision hangs on. */
export function anchorsOf(decision: Decision): Anchor[] {
	switch (decision.kind) {
		case 'confirm':
		case 'same':
		case 'challenge':
			return decision.claims;
		case 'notSame':
			return [...decision.a, ...decision.b];
		case 'relation':
			return [decision.a, decision.b];
		case 'holder':
		case 'voice':
		case 'certainty':
		case 'rename':
		case 'hide':
		case 'add':
			return [decision.claim];
		case 'oneSource':
		case 'undo':
		case 'purged':
			return [];
	}
}

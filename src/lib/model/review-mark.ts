import * as v from 'valibot';

/**
 * What a person decided about the claim, line or relation that carries the mark. The reviews themselves, with who
 * and why, stay with the event: a comparison says only what was not the engine's doing.
 */
export const REVIEW_MARKS = [
	'confirmed',
	'challenged',
	'added',
	'holder',
	'voice',
	'certainty',
	'title',
	'same',
	'notSame',
	'relation'
] as const;
export type ReviewMark = (typeof REVIEW_MARKS)[number];

/** In the order of `REVIEW_MARKS`, each once; left out where the engine alone decided. */
export const ReviewedSchema = v.optional(v.array(v.picklist(REVIEW_MARKS)));

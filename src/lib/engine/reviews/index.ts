import type { Standing } from '#lib/model/index.ts';
import type { Extraction } from '../types.ts';
import type { Decided } from './decided.ts';
import { Reviewer } from './reviewer.ts';

export type { Decided } from './decided.ts';
export { claimAt, findPlace } from './places.ts';
export { keepRelations } from './relations.ts';
export { joinSources } from './sources.ts';

/**
 * Lays a person's decisions, oldest first, over what was read out of the accounts. Of two that contradict each other
 * the newer holds; one that cannot be kept to is among the lost.
 */
export function applyReviews(
	extractions: readonly Extraction[],
	reviews: readonly Standing[]
): { extractions: Extraction[]; decided: Decided } {
	const reviewer = new Reviewer(extractions);
	for (const review of reviews) reviewer.decide(review);
	return reviewer.finish();
}

import { effectiveReviews, type Anchor, type Decision, type Event } from '#lib/model/index.ts';
import { pairOf, queueItem, reviewQueue, type QueueItem } from '#lib/viz/review-queue.ts';
import { indexOf } from '../event-views.ts';
import { claimOf } from './places.ts';

/** The pairs of places that a decision says something of: two claims, not whole lines. */
function pairsDecided(decision: Decision): [Anchor, Anchor][] {
	switch (decision.kind) {
		case 'relation':
			return [[decision.a, decision.b]];
		case 'confirm':
		case 'challenge': {
			const [a, b] = decision.claims;
			return a && b ? [[a, b]] : [];
		}
		case 'notSame':
			return decision.a.flatMap((a) => decision.b.map((b): [Anchor, Anchor] => [a, b]));
		case 'same':
		case 'holder':
		case 'voice':
		case 'certainty':
		case 'rename':
		case 'hide':
		case 'add':
		case 'oneSource':
		case 'undo':
		case 'purged':
			return [];
	}
}

/**
 * The pair of claims to decide on now, and how far people have come. What was decided is left out at once, also while
 * the comparison that keeps to it is still being made. `skipped` pairs are passed over.
 */
export function queueOf(
	event: Event,
	skipped: number
): { item: QueueItem | null; at: number; decided: number; open: number } {
	const index = indexOf(event);
	if (index === null) return { item: null, at: 0, decided: 0, open: 0 };
	const decided = new Set<string>();
	let asked = 0;
	for (const { decision } of effectiveReviews(event.reviews ?? [])) {
		const pairs = pairsDecided(decision);
		if (pairs.length === 1) asked++;
		for (const [one, other] of pairs) {
			const [a, b] = [claimOf(one, event), claimOf(other, event)];
			if (a && b) decided.add(pairOf(a.id, b.id));
		}
	}
	const queue = reviewQueue(index, decided);
	const at = Math.min(skipped, queue.length);
	const next = queue[at];
	return {
		item: next ? queueItem(next, index, event.accounts) : null,
		at,
		decided: asked,
		open: queue.length
	};
}

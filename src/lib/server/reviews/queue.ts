import { effectiveReviews, type Anchor, type Decision, type Event } from '#lib/model/index.ts';
import { pairOf, queueItem, reviewQueue, type QueueItem } from '#lib/viz/review-queue.ts';
import { areSameWords, sameWords, whoSaidItem, type Settled, type WhoSaid } from '#lib/viz/same-words.ts';
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

/** What people decided by now on pairs and on holders, and how many answers that took. */
function settledIn(event: Event): { settled: Settled; answers: number } {
	const pairs = new Set<string>();
	const holders = new Map<string, string>();
	// One press may keep several entries: each claim's holder, or each pair of a question.
	const presses = new Set<string>();
	for (const { at, who, decision } of effectiveReviews(event.reviews ?? [])) {
		const decided = pairsDecided(decision);
		if (decided.length === 1 || decision.kind === 'holder') presses.add(`${at} ${who}`);
		for (const [one, other] of decided) {
			const [a, b] = [claimOf(one, event), claimOf(other, event)];
			if (a && b) pairs.add(pairOf(a.id, b.id));
		}
		if (decision.kind !== 'holder') continue;
		const claim = claimOf(decision.claim, event);
		if (claim) holders.set(claim.id, decision.holder);
	}
	return { settled: { pairs, holders }, answers: presses.size };
}

/**
 * What to decide on now, and how far people have come: words that stand under several names first, then pairs of
 * claims. What was decided is left out at once, also while the comparison that keeps to it is still being made.
 * `skipped` questions are passed over.
 */
export function queueOf(
	event: Event,
	skipped: number
): { item: QueueItem | WhoSaid | null; at: number; decided: number; open: number } {
	const index = indexOf(event);
	if (index === null) return { item: null, at: 0, decided: 0, open: 0 };
	const { settled, answers } = settledIn(event);
	const names = sameWords(index, settled);
	const pairs = reviewQueue(index, settled.pairs, (relation) => areSameWords(relation, index));
	const open = names.length + pairs.length;
	const at = Math.min(skipped, open);
	const [words, pair] = [names[at], pairs[at - names.length]];
	const item = words
		? whoSaidItem(words, index, event.accounts)
		: pair
			? queueItem(pair, index, event.accounts)
			: null;
	return { item, at, decided: answers, open };
}

import {
	anchorsOf,
	nextRedo,
	nextUndo,
	undoneBy,
	type Anchor,
	type Decision,
	type Event,
	type Review
} from '#lib/model/index.ts';
import { accountNames } from '#lib/viz/account-names.ts';
import type { HistoryEntry, HistoryPlace } from '#lib/viz/review-form.ts';
import { claimOf } from './places.ts';
import { rootOf } from './touches.ts';

/** Most places that an entry shows: a split of a long line hangs on many. */
const MOST_PLACES = 6;

/** Whether an undo, by the number of steps to what it is about, takes back or brings back. */
function directionOf(review: Review, byId: ReadonlyMap<string, Review>): 'undo' | 'redo' {
	let steps = 0;
	for (let one: Review | undefined = review; one?.decision.kind === 'undo'; steps++) {
		if (steps > byId.size) break;
		one = byId.get(one.decision.review);
	}
	return steps % 2 === 1 ? 'undo' : 'redo';
}

/** The whole log of an event's reviews, newest first, with what the buttons above it would do. */
export function historyOf(event: Event): {
	entries: HistoryEntry[];
	undo: string | null;
	redo: string | null;
} {
	const log = event.reviews ?? [];
	const byId = new Map(log.map((review) => [review.id, review]));
	const undone = undoneBy(log);
	const names = accountNames(event.accounts);
	const removed = new Map(event.removed.map(({ id, source }) => [id, source.name]));
	const sourceOf = ({ account }: Anchor) => names.get(account) ?? removed.get(account) ?? '';
	const lost = new Map<string, string[]>();
	const keyOf = (decision: Decision) => JSON.stringify(decision);
	for (const { decision, missing } of event.comparison?.lost ?? [])
		lost.set(keyOf(decision), [...new Set(missing.map(sourceOf))]);
	const placeOf = (anchor: Anchor): HistoryPlace => ({
		source: sourceOf(anchor),
		words: anchor.words,
		account: anchor.account,
		claim: claimOf(anchor, event)?.id ?? null
	});
	const entries = log.map((review): HistoryEntry => {
		const { id, at, who, why } = review;
		const decision = rootOf(review.decision, log);
		const by = undone.get(id);
		const missing = by === undefined ? lost.get(keyOf(review.decision)) : undefined;
		return {
			id,
			at,
			who,
			...(why ? { why } : {}),
			decision,
			...(review.decision.kind === 'undo' ? { undo: directionOf(review, byId) } : {}),
			undoneBy: by === undefined ? null : (byId.get(by)?.who ?? ''),
			places: anchorsOf(decision).slice(0, MOST_PLACES).map(placeOf),
			...(missing ? { lost: missing } : {})
		};
	});
	return {
		entries: entries.reverse(),
		undo: nextUndo(log)?.id ?? null,
		redo: nextRedo(log)?.id ?? null
	};
}

import type { Account, Event } from '#lib/model/index.ts';
import { indexComparison, type ComparisonIndex } from '#lib/viz/comparison-index.ts';

/**
 * Look-ups of each comparison, kept as long as the store keeps the comparison itself: stored objects are never
 * mutated, and nothing in them belongs to one reader.
 */
const indexes = new WeakMap<object, ComparisonIndex>();

/** The look-ups of an event's comparison, or null while it has none. */
export function indexOf(event: Event): ComparisonIndex | null {
	const { comparison } = event;
	if (!comparison) return null;
	const index = indexes.get(comparison) ?? indexComparison(comparison);
	indexes.set(comparison, index);
	return index;
}

/** Accounts in order of publication, those without a date last, and drafts after them. */
export function byPublication(accounts: readonly Account[]): Account[] {
	const when = ({ rendering, publishedAt }: Account) =>
		rendering === 'draft' ? '~' : (publishedAt ?? '9999');
	return [...accounts].sort((a, b) => (when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : 0));
}

import { isForeign } from '#lib/engine/languages/index.ts';
import { effectiveReviews, type Account, type ComparedAccount, type Event } from '#lib/model/index.ts';

/** Whether the event's comparison is missing, or was made from other accounts or decisions than the event now has. */
export function isStale(event: Event): boolean {
	if (event.comparison === null) return true;
	const before = event.comparison.accounts.map(fingerprint).sort();
	const now = event.accounts.map(fingerprint).sort();
	return !areSame(before, now) || !keepsToReviews(event);
}

/** Whether the comparison keeps to the decisions that are in force now. */
export function keepsToReviews({ comparison, reviews = [] }: Event): boolean {
	return areSame(
		comparison?.reviews ?? [],
		effectiveReviews(reviews).map(({ id }) => id)
	);
}

function areSame(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((one, at) => one === b[at]);
}

/** Everything of an account that the engine looks at. */
function fingerprint(account: Account | ComparedAccount): string {
	const { id, source, title, publishedAt, truncated, sha256 } = account;
	const unread = 'text' in account ? (isForeign(account) ? account.language : null) : account.unread;
	const isDraft =
		'draft' in account ? account.draft === true : 'rendering' in account && account.rendering === 'draft';
	return JSON.stringify([
		id,
		source.name,
		source.kind,
		title,
		publishedAt ?? null,
		truncated,
		sha256,
		isDraft,
		unread ?? null
	]);
}

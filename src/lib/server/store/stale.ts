import type { Account, ComparedAccount, Event } from '#lib/model/index.ts';

/** Whether the event's comparison is missing or was made from other accounts than the event now has. */
export function isStale(event: Event): boolean {
	if (event.comparison === null) return true;
	const before = event.comparison.accounts.map(fingerprint).sort();
	const now = event.accounts.map(fingerprint).sort();
	return before.length !== now.length || before.some((one, index) => one !== now[index]);
}

/** Everything of an account that the engine looks at. */
function fingerprint(account: Account | ComparedAccount): string {
	const { id, source, title, publishedAt, truncated, sha256 } = account;
	return JSON.stringify([id, source.name, source.kind, title, publishedAt ?? null, truncated, sha256]);
}

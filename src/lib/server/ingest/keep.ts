import { type Account, type DraftForm, type Event, type EventId, ok, type Result } from '#lib/model/index.ts';
import type { AccountChange, Store } from '../store/store.ts';
import { slugify } from './account.ts';

/** Makes the event that a checked form describes. */
export function createEvent(store: Store, form: DraftForm, accounts: Account[]): Promise<Result<Event>> {
	const title = form.title.trim().slice(0, 300) || accounts[0]?.title || 'Untitled event';
	const isName = /^[a-z0-9][a-z0-9-]{0,99}$/.test(form.name);
	return store.create({
		name: isName ? form.name : slugify(title, 'event'),
		title,
		what: form.what.trim().slice(0, 2000) || undefined,
		when: form.when.trim().slice(0, 200) || undefined,
		accounts,
		comparison: null
	});
}

/**
 * Brings an event that is kept already into line with a checked form: accounts corrected, added, taken out.
 * An account whose text was changed in the form is another account; the old one can be put back.
 */
export async function updateEvent(
	store: Store,
	event: Event,
	form: DraftForm,
	accounts: readonly Account[]
): Promise<Result<Event>> {
	const id = event.id as EventId;
	const title = form.title.trim().slice(0, 300);
	let latest: Result<Event> = ok(event);
	const step = async (change: () => Promise<Result<Event>>) => {
		if (latest.ok) latest = await change();
	};

	if (title !== '' && title !== event.title) await step(() => store.rename(id, { title }));
	const before = new Map(event.accounts.map((account) => [account.id, account]));
	const added: Account[] = [];
	for (const account of accounts) {
		const known = before.get(account.id);
		if (known?.sha256 !== account.sha256) {
			added.push(account);
			continue;
		}
		before.delete(account.id);
		const change = changeOf(known, account);
		if (change) await step(() => store.changeAccount(id, account.id, change));
	}
	for (const account of before.keys()) await step(() => store.removeAccount(id, account));
	if (added.length > 0) await step(() => store.addAccounts(id, added));
	return latest;
}

/** What differs between an account and its corrected form; null where nothing does. */
export function changeOf(before: Account, after: Account): AccountChange | null {
	const change: AccountChange = {
		title: after.title,
		source: after.source,
		publishedAt: after.publishedAt,
		url: after.url,
		truncated: after.truncated,
		rendering: after.rendering
	};
	const keys = Object.keys(change) as (keyof AccountChange)[];
	const isSame = keys.every((key) => JSON.stringify(before[key]) === JSON.stringify(after[key]));
	return isSame ? null : change;
}

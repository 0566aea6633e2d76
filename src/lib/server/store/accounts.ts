import { fail, ok, type Account, type Event, type Result } from '#lib/model/index.ts';
import type { AccountChange } from './store.ts';

/** The event with more accounts. Ids that are taken get a number; a text that the source has here already is refused. */
export function withAccounts(event: Event, added: readonly Account[]): Result<Event> {
	const accounts = [...event.accounts];
	for (const account of added) {
		const same = accounts.find(
			(one) => one.sha256 === account.sha256 && one.source.name === account.source.name
		);
		if (same !== undefined) return fail('duplicate', { name: account.title || account.source.name });
		accounts.push({ ...account, id: freeId(account.id, [...accounts, ...event.removed]) });
	}
	return ok({ ...event, accounts });
}

/** The event with an account corrected; a value of `undefined` takes an optional field away. */
export function withChangedAccount(event: Event, id: string, change: AccountChange): Result<Event> {
	if (!event.accounts.some((account) => account.id === id)) return fail('not_found');
	return ok({
		...event,
		accounts: event.accounts.map((account) => (account.id === id ? { ...account, ...change } : account))
	});
}

/** The event without an account, which is kept for undo unless it lives on elsewhere. */
export function withoutAccount(event: Event, id: string, after: 'keep' | 'forget' = 'keep'): Result<Event> {
	const account = event.accounts.find((one) => one.id === id);
	if (account === undefined) return fail('not_found');
	return ok({
		...event,
		accounts: event.accounts.filter((one) => one !== account),
		removed: after === 'keep' ? [...event.removed, account] : event.removed
	});
}

/** The event with an account that was taken out of it. */
export function withRestoredAccount(event: Event, id: string): Result<Event> {
	const account = event.removed.find((one) => one.id === id);
	if (account === undefined) return fail('not_found');
	return ok({
		...event,
		accounts: [...event.accounts, account],
		removed: event.removed.filter((one) => one !== account)
	});
}

/** Longest stem that leaves room for `-999` inside an account id. */
const STEM = 76;

function freeId(wanted: string, taken: readonly Account[]): string {
	const ids = new Set(taken.map((account) => account.id));
	let id = wanted;
	for (let number = 2; ids.has(id); number++) id = `${wanted.slice(0, STEM)}-${number}`;
	return id;
}

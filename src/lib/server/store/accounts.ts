import { EVENT_SCHEMA, fail, ok } from '#lib/model/index.ts';
import type { Account, Edition, Event, Result } from '#lib/model/index.ts';
import type { AccountChange, EventDraft, NewEdition } from './store.ts';

/** A new event, made at a moment. */
export function eventFrom(draft: EventDraft, id: string, at: string): Result<Event> {
	const { name, title, what, when, sample, accounts, editions, reviews, comparison } = draft;
	const blank: Event = {
		schema: EVENT_SCHEMA,
		id,
		name,
		title,
		...(what ? { what } : {}),
		...(when ? { when } : {}),
		createdAt: at,
		changedAt: at,
		...(sample ? { sample: true } : {}),
		accounts: [],
		removed: [],
		...(editions?.length ? { editions } : {}),
		...(reviews?.length ? { reviews } : {}),
		comparison
	};
	return withAccounts(blank, accounts);
}

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

/** The event without an account, which is kept in `removed` with the moment that it went there. */
export function withoutAccount(event: Event, id: string, removedAt: string): Result<Event> {
	const account = event.accounts.find((one) => one.id === id);
	if (account === undefined) return fail('not_found');
	return ok({
		...event,
		accounts: event.accounts.filter((one) => one !== account),
		removed: [...event.removed, { ...account, removedAt }]
	});
}

/** The event without an account that lives on in another: only what people decided on it stays here. */
export function withoutMoved(event: Event, id: string): Result<Event> {
	if (!event.accounts.some((account) => account.id === id)) return fail('not_found');
	return ok({
		...event,
		accounts: event.accounts.filter((account) => account.id !== id),
		...(event.editions && { editions: event.editions.filter(({ account }) => account.id !== id) })
	});
}

/** The event with an account that was taken out of it. */
export function withRestoredAccount(event: Event, id: string): Result<Event> {
	const found = event.removed.find((one) => one.id === id);
	if (found === undefined) return fail('not_found');
	const { removedAt: _, ...account } = found;
	return ok({
		...event,
		accounts: [...event.accounts, account],
		removed: event.removed.filter((one) => one !== found)
	});
}

/** The event with a newer edition of an account; `duplicate` where the text is the one that it has. */
export function withEdition(event: Event, id: string, next: NewEdition, until: string): Result<Event> {
	const account = event.accounts.find((one) => one.id === id);
	if (account === undefined) return fail('not_found');
	if (account.sha256 === next.sha256) return fail('duplicate', { name: account.title });
	const { editedAt: _editedAt, language: _language, authors: _authors, note: _note, ...lasting } = account;
	const editions = event.editions ?? [];
	const number = editions.filter((edition) => edition.account.id === id).length + 1;
	return ok({
		...event,
		accounts: event.accounts.map((one) => (one === account ? { ...lasting, ...next } : one)),
		editions: [...editions, { id: `${id}@${number}`, account, until }]
	});
}

/** The event with an account's text as it was before its newest edition. */
export function withoutEdition(event: Event, id: string): Result<Event> {
	const last = event.editions?.findLast(({ account }) => account.id === id);
	if (last === undefined || !event.accounts.some((one) => one.id === id)) return fail('not_found');
	const { text, title, sha256, truncated, editedAt, language, authors, note } = last.account;
	return ok({
		...event,
		// What was corrected since the edition came stays corrected.
		accounts: event.accounts.map((one) =>
			one.id === id ? { ...one, text, title, sha256, truncated, editedAt, language, authors, note } : one
		),
		editions: event.editions!.filter((edition) => edition !== last)
	});
}

/** The event with an account of another and its editions. */
export function withMoved(event: Event, moved: Account, editions: readonly Edition[]): Result<Event> {
	const added = withAccounts(event, [moved]);
	if (!added.ok || editions.length === 0) return added;
	const { id } = added.value.accounts.at(-1)!;
	const known = editions.map((edition, at) => ({
		...edition,
		id: `${id}@${at + 1}`,
		account: { ...edition.account, id }
	}));
	return ok({ ...added.value, editions: [...(event.editions ?? []), ...known] });
}

/** Longest stem that leaves room for `-999` inside an account id. */
const STEM = 76;

function freeId(wanted: string, taken: readonly Account[]): string {
	const ids = new Set(taken.map((account) => account.id));
	let id = wanted;
	for (let number = 2; ids.has(id); number++) id = `${wanted.slice(0, STEM)}-${number}`;
	return id;
}

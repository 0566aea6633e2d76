import { fail, keptUntil, ok, removedAt } from '#lib/model/index.ts';
import type { Account, Comparison, Event, EventId, Result, Review } from '#lib/model/index.ts';
import {
	eventFrom,
	withAccounts,
	withChangedAccount,
	withEdition,
	withMoved,
	withoutAccount,
	withoutEdition,
	withoutMoved,
	withRestoredAccount
} from './accounts.ts';
import type { Documents } from './documents.ts';
import { Ledger } from './ledger.ts';
import type { AccountChange, EventDraft, Expired, NewEdition, Reviewed, Store } from './store.ts';
import { quotesWhatIsGone, textsOf, withoutQuotesOf, withoutTrace } from './traces.ts';
import { newId } from './ulid.ts';

/** The store over any place for documents: what is asked for happens there first, and is seen here after. */
export class EventStore implements Store {
	readonly #ledger: Ledger;
	readonly #now: () => number;

	constructor(documents: Documents, now: () => number = Date.now) {
		this.#ledger = new Ledger(documents, now);
		this.#now = now;
	}

	async list(): Promise<readonly Event[]> {
		const kept = (await this.#ledger.all()).filter((event) => event.deletedAt === undefined);
		return kept.sort((a, b) => compareText(b.changedAt, a.changedAt) || compareText(b.id, a.id));
	}

	async bin(): Promise<readonly Event[]> {
		const binned = (await this.#ledger.all()).filter((event) => event.deletedAt !== undefined);
		return binned.sort((a, b) => compareText(b.deletedAt!, a.deletedAt!) || compareText(b.id, a.id));
	}

	get(id: EventId): Promise<Event | null> {
		return this.#ledger.get(id);
	}

	async create(draft: EventDraft): Promise<Result<Event>> {
		const now = this.#now();
		const made = eventFrom(draft, newId(now), new Date(now).toISOString());
		return made.ok ? this.#ledger.add(made.value) : made;
	}

	rename(id: EventId, change: { title?: string; what?: string; when?: string }): Promise<Result<Event>> {
		return this.#ledger.change(id, (event) => {
			const title = change.title?.trim();
			if (title === '') return fail('field_invalid', undefined, 'title');
			const { what, when, ...rest } = event;
			const next = { what: change.what?.trim() ?? what, when: change.when?.trim() ?? when };
			return ok({
				...rest,
				title: title ?? event.title,
				...(next.what ? { what: next.what } : {}),
				...(next.when ? { when: next.when } : {})
			});
		});
	}

	remove(id: EventId): Promise<Result<Event>> {
		const deletedAt = new Date(this.#now()).toISOString();
		return this.#ledger.makingRoom(() => this.#ledger.change(id, (event) => ok({ ...event, deletedAt })));
	}

	restore(id: EventId): Promise<Result<Event>> {
		return this.#ledger.change(id, ({ deletedAt: _, ...event }) => ok(event));
	}

	addAccounts(id: EventId, accounts: Account[]): Promise<Result<Event>> {
		return this.#ledger.change(id, (event) => withAccounts(event, accounts));
	}

	changeAccount(id: EventId, account: string, change: AccountChange): Promise<Result<Event>> {
		return this.#ledger.change(id, (event) => withChangedAccount(event, account, change));
	}

	removeAccount(id: EventId, account: string): Promise<Result<Event>> {
		const at = new Date(this.#now()).toISOString();
		return this.#ledger.makingRoom(() =>
			this.#ledger.change(id, (event) => withoutAccount(event, account, at))
		);
	}

	restoreAccount(id: EventId, account: string): Promise<Result<Event>> {
		return this.#ledger.change(id, (event) => withRestoredAccount(event, account));
	}

	addEdition(id: EventId, account: string, next: NewEdition): Promise<Result<Event>> {
		const until = new Date(this.#now()).toISOString();
		return this.#ledger.change(id, (event) => withEdition(event, account, next, until));
	}

	dropEdition(id: EventId, account: string): Promise<Result<Event>> {
		return this.#ledger.change(id, (event) => withoutEdition(event, account));
	}

	/** Adds before it takes away: a crash between the two leaves the account in both events, never in none. */
	async moveAccount(id: EventId, account: string, to: EventId): Promise<Result<{ from: Event; to: Event }>> {
		if (id === to) return fail('field_invalid', undefined, 'to');
		const from = await this.get(id);
		const moved = from?.accounts.find((one) => one.id === account);
		if (moved === undefined) return fail('not_found');
		const editions = from?.editions?.filter((edition) => edition.account.id === account) ?? [];
		const target = await this.#ledger.change(to, (event) => withMoved(event, moved, editions));
		if (!target.ok) return target;
		const source = await this.#ledger.scrubbed(
			id,
			(event) => {
				const left = withoutMoved(event, account);
				// It quotes the account, which is not to stay here in any form.
				return left.ok ? ok({ ...left.value, comparison: null }) : left;
			},
			'new date'
		);
		if (!source.ok && source.failure.code !== 'purge_unfinished') {
			const added = target.value.accounts.at(-1)!;
			await this.#ledger.change(to, (event) => withoutMoved(event, added.id));
			return source;
		}
		return ok({ from: (await this.get(id))!, to: target.value });
	}

	/** A finished comparison is no change by a person, so it does not move the event up the list. */
	setComparison(id: EventId, comparison: Comparison): Promise<Result<Event>> {
		const laid = (event: Event) =>
			// It was asked for before something was deleted for good that it quotes.
			quotesWhatIsGone(comparison, event) ? fail('changed_meanwhile') : ok({ ...event, comparison });
		return this.#ledger.change(id, laid, 'keep date');
	}

	async appendReviews(id: EventId, added: readonly Review[], expected: number): Promise<Reviewed> {
		let theirs: readonly Review[] | undefined;
		const changed = await this.#ledger.change(id, (event) => {
			theirs = undefined;
			const reviews = event.reviews ?? [];
			if (reviews.length === expected) return ok({ ...event, reviews: [...reviews, ...added] });
			const since = reviews.slice(expected);
			// The same entries again are a repeated request whose answer was lost.
			if (added.every(({ id: wanted }) => since.some((review) => review.id === wanted))) return ok(event);
			theirs = since;
			return fail('changed_meanwhile');
		});
		return changed.ok || theirs === undefined ? changed : { ...changed, theirs };
	}

	purge(id: EventId): Promise<Result<void>> {
		return this.#ledger.makingRoom(() => this.#purge(id));
	}

	async #purge(id: EventId): Promise<Result<void>> {
		const found = await this.get(id);
		if (found?.deletedAt === undefined) return fail('not_found');
		const { accounts, removed, editions = [] } = found;
		// First, so that where it fails the event is still in the bin for another try.
		const forgotten = await this.#forget([
			...accounts,
			...removed,
			...editions.map(({ account }) => account)
		]);
		if (!forgotten.ok) return forgotten;
		return this.#ledger.erase(id);
	}

	purgeAccount(id: EventId, account: string): Promise<Result<Event>> {
		return this.#ledger.makingRoom(() => this.#purgeAccount(id, account));
	}

	async #purgeAccount(id: EventId, account: string): Promise<Result<Event>> {
		const isBinned = (event: Event | null) => event?.removed.some((one) => one.id === account) ?? false;
		const event = await this.get(id);
		if (!event || !isBinned(event)) return fail('not_found');
		const forgotten = await this.#forget(textsOf(event, account));
		if (!forgotten.ok) return forgotten;
		return this.#ledger.scrubbed(id, (now) =>
			isBinned(now) ? ok(withoutTrace(now, account)) : fail('not_found')
		);
	}

	async purgeExpired(): Promise<Expired> {
		const failures = await this.#ledger.scrubDue();
		const isDone = (result: Result<unknown>) => result.ok || (failures.push(result.failure), false);
		const isOver = (deletedAt: string) => Date.parse(keptUntil(deletedAt)) <= this.#now();
		let [events, accounts] = [0, 0];
		for (const event of await this.#ledger.all()) {
			const id = event.id as EventId;
			if (event.deletedAt !== undefined && isOver(event.deletedAt)) {
				if (isDone(await this.purge(id))) events++;
				continue;
			}
			for (const account of event.removed)
				if (isOver(removedAt(account, event)) && isDone(await this.purgeAccount(id, account.id))) accounts++;
		}
		return { events, accounts, failures };
	}

	/** Takes what still quotes accounts that are gone out of the events that they were in before. */
	async #forget(accounts: readonly Account[]): Promise<Result<void>> {
		for (const event of await this.#ledger.all()) {
			if (withoutQuotesOf(event, accounts) === event) continue;
			const forgotten = await this.#ledger.scrubbed(event.id as EventId, (now) =>
				ok(withoutQuotesOf(now, accounts))
			);
			if (!forgotten.ok) return forgotten;
		}
		return ok(undefined);
	}

	/** Holds room back for a full disk, where it can be had. */
	holdRoom(): Promise<void> {
		return this.#ledger.holdRoom();
	}

	probe(): Promise<Result<void>> {
		return this.#ledger.probe();
	}

	close(): Promise<void> {
		return this.#ledger.close();
	}
}

/** By code unit: the order of dates and ids must not depend on a locale. */
function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

import { fail, keptUntil, ok, removedAt } from '#lib/model/index.ts';
import type { Account, Comparison, Event, EventId, Failure, Result, Review } from '#lib/model/index.ts';
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
import type { AccountChange, EventDraft, Expired, NewEdition, Reviewed, Store } from './store.ts';
import { quotesWhatIsGone, textsOf, withoutQuotesOf, withoutTrace } from './traces.ts';
import { newId } from './ulid.ts';
import { writeFailure } from './write-failure.ts';

/** Changes that are on their way to disk: the state after the last of them, and when that one has ended. */
type Pending = { tip: Event; last: Promise<unknown> };

/** What an event becomes, or why it cannot. */
type Step = (event: Event) => Result<Event>;

/** Whether a change moves the event up the list. */
type Dating = 'new date' | 'keep date';

/** The store over any place for documents: what is asked for happens there first, and is seen here after. */
export class EventStore implements Store {
	readonly #documents: Documents;
	readonly #now: () => number;
	/** What people may see: each event as it is on disk. */
	readonly #events = new Map<string, Event>();
	/** Events with changes that are not on disk yet. */
	readonly #pending = new Map<string, Pending>();
	/** Events that are being deleted for good. */
	readonly #gone = new Set<string>();
	#loading: Promise<void> | null = null;

	constructor(documents: Documents, now: () => number = Date.now) {
		this.#documents = documents;
		this.#now = now;
	}

	async list(): Promise<readonly Event[]> {
		await this.#load();
		const kept = [...this.#events.values()].filter((event) => event.deletedAt === undefined);
		return kept.sort((a, b) => compareText(b.changedAt, a.changedAt) || compareText(b.id, a.id));
	}

	async bin(): Promise<readonly Event[]> {
		await this.#load();
		const binned = [...this.#events.values()].filter((event) => event.deletedAt !== undefined);
		return binned.sort((a, b) => compareText(b.deletedAt!, a.deletedAt!) || compareText(b.id, a.id));
	}

	async get(id: EventId): Promise<Event | null> {
		await this.#load();
		return this.#events.get(id) ?? null;
	}

	async create(draft: EventDraft): Promise<Result<Event>> {
		const now = this.#now();
		const made = eventFrom(draft, newId(now), new Date(now).toISOString());
		if (!made.ok) return made;
		await this.#load();
		return this.#write(made.value, null);
	}

	rename(id: EventId, change: { title?: string; what?: string; when?: string }): Promise<Result<Event>> {
		return this.#change(id, (event) => {
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
		return this.#change(id, (event) => ok({ ...event, deletedAt: new Date(this.#now()).toISOString() }));
	}

	restore(id: EventId): Promise<Result<Event>> {
		return this.#change(id, ({ deletedAt: _, ...event }) => ok(event));
	}

	addAccounts(id: EventId, accounts: Account[]): Promise<Result<Event>> {
		return this.#change(id, (event) => withAccounts(event, accounts));
	}

	changeAccount(id: EventId, account: string, change: AccountChange): Promise<Result<Event>> {
		return this.#change(id, (event) => withChangedAccount(event, account, change));
	}

	removeAccount(id: EventId, account: string): Promise<Result<Event>> {
		const at = new Date(this.#now()).toISOString();
		return this.#change(id, (event) => withoutAccount(event, account, at));
	}

	restoreAccount(id: EventId, account: string): Promise<Result<Event>> {
		return this.#change(id, (event) => withRestoredAccount(event, account));
	}

	addEdition(id: EventId, account: string, next: NewEdition): Promise<Result<Event>> {
		const until = new Date(this.#now()).toISOString();
		return this.#change(id, (event) => withEdition(event, account, next, until));
	}

	dropEdition(id: EventId, account: string): Promise<Result<Event>> {
		return this.#change(id, (event) => withoutEdition(event, account));
	}

	/** Adds before it takes away: a crash between the two leaves the account in both events, never in none. */
	async moveAccount(id: EventId, account: string, to: EventId): Promise<Result<{ from: Event; to: Event }>> {
		if (id === to) return fail('field_invalid', undefined, 'to');
		const from = await this.get(id);
		const moved = from?.accounts.find((one) => one.id === account);
		if (moved === undefined) return fail('not_found');
		const editions = from?.editions?.filter((edition) => edition.account.id === account) ?? [];
		const target = await this.#change(to, (event) => withMoved(event, moved, editions));
		if (!target.ok) return target;
		const source = await this.#scrubbed(
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
			await this.#change(to, (event) => withoutMoved(event, added.id));
			return source;
		}
		return ok({ from: (await this.get(id))!, to: target.value });
	}

	/** A finished comparison is no change by a person, so it does not move the event up the list. */
	setComparison(id: EventId, comparison: Comparison): Promise<Result<Event>> {
		const laid = (event: Event) =>
			// It was asked for before something was deleted for good that it quotes.
			quotesWhatIsGone(comparison, event) ? fail('changed_meanwhile') : ok({ ...event, comparison });
		return this.#change(id, laid, 'keep date');
	}

	async appendReviews(id: EventId, added: readonly Review[], expected: number): Promise<Reviewed> {
		let theirs: readonly Review[] | undefined;
		const changed = await this.#change(id, (event) => {
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

	async purge(id: EventId): Promise<Result<void>> {
		await this.#load();
		while (this.#pending.has(id)) await this.#pending.get(id)!.last;
		const event = this.#events.get(id);
		if (event?.deletedAt === undefined || this.#gone.has(id)) return fail('not_found');
		this.#gone.add(id);
		try {
			await this.#documents.erase(id);
		} catch (error) {
			this.#gone.delete(id);
			return writeFailure(error);
		}
		this.#events.delete(id);
		const { accounts, removed, editions = [] } = event;
		return this.#forget([...accounts, ...removed, ...editions.map(({ account }) => account)]);
	}

	async purgeAccount(id: EventId, account: string): Promise<Result<Event>> {
		const event = await this.get(id);
		const isBinned = event?.removed.some((one) => one.id === account);
		if (!event || !isBinned) return fail('not_found');
		const purged = await this.#scrubbed(id, (now) =>
			now.removed.some((one) => one.id === account) ? ok(withoutTrace(now, account)) : fail('not_found')
		);
		if (!purged.ok) return purged;
		const forgotten = await this.#forget(textsOf(event, account));
		return forgotten.ok ? purged : forgotten;
	}

	async purgeExpired(): Promise<Expired> {
		await this.#load();
		const failures: Failure[] = [];
		const isDone = (result: Result<unknown>) => result.ok || (failures.push(result.failure), false);
		const isOver = (deletedAt: string) => Date.parse(keptUntil(deletedAt)) <= this.#now();
		let [events, accounts] = [0, 0];
		for (const id of this.#documents.unscrubbed()) isDone(await this.#scrub(id));
		for (const event of [...this.#events.values()]) {
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
		for (const event of [...this.#events.values()]) {
			if (withoutQuotesOf(event, accounts) === event) continue;
			const forgotten = await this.#scrubbed(event.id as EventId, (now) =>
				ok(withoutQuotesOf(now, accounts))
			);
			if (!forgotten.ok) return forgotten;
		}
		return ok(undefined);
	}

	/** Makes a change after which nothing of what the event was before is kept. */
	async #scrubbed(id: EventId, step: Step, date: Dating = 'keep date'): Promise<Result<Event>> {
		try {
			await this.#documents.markForScrub(id);
		} catch (error) {
			return writeFailure(error);
		}
		const changed = await this.#change(id, step, date);
		const scrubbed = await this.#scrub(id);
		return changed.ok && !scrubbed.ok ? scrubbed : changed;
	}

	async #scrub(id: string): Promise<Result<void>> {
		try {
			await this.#documents.scrub(id);
			return ok(undefined);
		} catch (error) {
			const { failure } = writeFailure(error) as { failure: Failure };
			return failure.code === 'storage_full' ? fail('purge_unfinished') : { ok: false, failure };
		}
	}

	async probe(): Promise<Result<void>> {
		try {
			await this.#documents.probe();
			return ok(undefined);
		} catch (error) {
			return writeFailure(error);
		}
	}

	async close(): Promise<void> {
		await Promise.all([...this.#pending.values()].map(({ last }) => last));
		await this.#documents.close();
	}

	/**
	 * Runs a step on what every earlier one on the same event makes of it, without waiting for the disk: changes that
	 * come together go out together. What people see is what is on disk.
	 */
	async #change(id: EventId, step: Step, date: Dating = 'new date'): Promise<Result<Event>> {
		await this.#load();
		for (;;) {
			const pending = this.#pending.get(id);
			const before = pending?.tip ?? this.#events.get(id);
			if (before === undefined || this.#gone.has(id)) return fail('not_found');
			const next = step(before);
			if (next.ok) {
				const changedAt = date === 'keep date' ? before.changedAt : new Date(this.#now()).toISOString();
				return this.#write({ ...next.value, changedAt }, before);
			}
			if (pending === undefined) return next;
			// It is refused for what is not on disk yet, and may never be.
			await pending.last;
		}
	}

	async #write(event: Event, before: Event | null): Promise<Result<Event>> {
		const { id } = event;
		const written = this.#documents.write(event, before);
		const pending: Pending = this.#pending.get(id) ?? { tip: event, last: written };
		pending.tip = event;
		pending.last = written.catch(() => undefined);
		this.#pending.set(id, pending);
		try {
			await written;
		} catch (error) {
			// All that waits was built on this one and fails with it; what comes now begins from what is on disk.
			if (this.#pending.get(id) === pending) this.#pending.delete(id);
			return writeFailure(error);
		}
		if (pending.tip === event && this.#pending.get(id) === pending) this.#pending.delete(id);
		this.#events.set(id, Object.freeze(event));
		return ok(event);
	}

	#load(): Promise<void> {
		return (this.#loading ??= this.#documents.load().then((events) => {
			for (const event of events) this.#events.set(event.id, Object.freeze(event));
		}));
	}
}

/** By code unit: the order of dates and ids must not depend on a locale. */
function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

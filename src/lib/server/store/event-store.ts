import { EVENT_SCHEMA, fail, ok, type Account, type Comparison } from '#lib/model/index.ts';
import type { Event, EventId, FailureCode, Result, Review } from '#lib/model/index.ts';
import {
	withAccounts,
	withChangedAccount,
	withEdition,
	withMoved,
	withoutAccount,
	withoutEdition,
	withRestoredAccount
} from './accounts.ts';
import type { Documents } from './documents.ts';
import { codeOf } from './files/files.ts';
import type { AccountChange, EventDraft, NewEdition, Reviewed, Store } from './store.ts';
import { newId } from './ulid.ts';

/** Changes that are on their way to disk: the state after the last of them, and when that one has ended. */
type Pending = { tip: Event; last: Promise<unknown> };

/** What an event becomes, or why it cannot. */
type Step = (event: Event) => Result<Event>;

const WRITE_FAILURES: Record<string, FailureCode> = {
	ENOSPC: 'storage_full',
	EDQUOT: 'storage_full',
	FENCED: 'store_failed',
	BROKEN: 'store_failed',
	DAMAGED: 'event_damaged',
	EROFS: 'store_read_only',
	EACCES: 'store_read_only',
	EPERM: 'store_read_only'
};

/** The store over any place for documents: what is asked for happens there first, and is seen here after. */
export class EventStore implements Store {
	readonly #documents: Documents;
	readonly #now: () => number;
	/** What people may see: each event as it is on disk. */
	readonly #events = new Map<string, Event>();
	/** Events with changes that are not on disk yet. */
	readonly #pending = new Map<string, Pending>();
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
		const at = new Date(now).toISOString();
		const blank: Event = {
			schema: EVENT_SCHEMA,
			id: newId(now),
			name: draft.name,
			title: draft.title,
			...(draft.what ? { what: draft.what } : {}),
			...(draft.when ? { when: draft.when } : {}),
			createdAt: at,
			changedAt: at,
			...(draft.sample ? { sample: true } : {}),
			accounts: [],
			removed: [],
			...(draft.editions?.length ? { editions: draft.editions } : {}),
			...(draft.reviews?.length ? { reviews: draft.reviews } : {}),
			comparison: draft.comparison
		};
		const filled = withAccounts(blank, draft.accounts);
		if (!filled.ok) return filled;
		await this.#load();
		return this.#write(filled.value, null);
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
		return this.#change(id, (event) => withoutAccount(event, account));
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
		const source = await this.#change(id, (event) => withoutAccount(event, account, 'forget'));
		if (!source.ok) {
			const added = target.value.accounts.at(-1)!;
			await this.#change(to, (event) => withoutAccount(event, added.id, 'forget'));
			return source;
		}
		return ok({ from: source.value, to: target.value });
	}

	/** A finished comparison is no change by a person, so it does not move the event up the list. */
	setComparison(id: EventId, comparison: Comparison): Promise<Result<Event>> {
		return this.#change(id, (event) => ok({ ...event, comparison }), 'keep date');
	}

	async appendReviews(id: EventId, added: readonly Review[], expected: number): Promise<Reviewed> {
		let theirs: readonly Review[] | undefined;
		const changed = await this.#change(id, (event) => {
			theirs = undefined;
			const reviews = event.reviews ?? [];
			const known = new Set(reviews.map((review) => review.id));
			// The same entries again are a repeated request whose answer was lost.
			if (added.every((review) => known.has(review.id))) return ok(event);
			if (reviews.length === expected) return ok({ ...event, reviews: [...reviews, ...added] });
			theirs = reviews.slice(expected);
			return fail('changed_meanwhile');
		});
		return changed.ok || theirs === undefined ? changed : { ...changed, theirs };
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
	async #change(
		id: EventId,
		step: Step,
		date: 'new date' | 'keep date' = 'new date'
	): Promise<Result<Event>> {
		await this.#load();
		for (;;) {
			const pending = this.#pending.get(id);
			const before = pending?.tip ?? this.#events.get(id);
			if (before === undefined) return fail('not_found');
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

function writeFailure(error: unknown): Result<never> {
	const code = WRITE_FAILURES[codeOf(error)];
	if (code === undefined) throw error;
	return fail(code, (error as { detail?: Record<string, string> }).detail);
}

/** By code unit: the order of dates and ids must not depend on a locale. */
function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

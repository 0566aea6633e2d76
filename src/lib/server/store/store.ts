import type { Account, Comparison, Event, EventId, Failure, Result, Review } from '#lib/model/index.ts';

/** What a new event is made from; the store gives it its id and times. */
export type EventDraft = Pick<
	Event,
	'name' | 'title' | 'what' | 'when' | 'sample' | 'accounts' | 'editions' | 'comparison' | 'reviews'
>;

/** What a person may correct in an account. */
export type AccountChange = Partial<
	Pick<Account, 'title' | 'source' | 'publishedAt' | 'url' | 'truncated' | 'rendering'>
>;

/** What a newer edition of an account brings; the rest of the account stays. */
export type NewEdition = Pick<
	Account,
	'title' | 'text' | 'sha256' | 'truncated' | 'editedAt' | 'language' | 'authors' | 'note'
>;

/**
 * An event with more reviews; or, where others came since the log was read, `changed_meanwhile` with those, so that
 * both versions can be shown and nobody's words are lost.
 */
export type Reviewed =
	{ ok: true; value: Event } | { ok: false; failure: Failure; theirs?: readonly Review[] };

/** What was deleted for good since its time in the bin was over, and why something was not. */
export type Expired = { events: number; accounts: number; failures: readonly Failure[] };

/**
 * Where events are kept. Every write is on disk before its promise resolves, and what a reader sees changes
 * only after that. Expected failures (`not_found`, `storage_full`) are values.
 */
export interface Store {
	/** Every event that is not in the bin, newest change first. The objects are never mutated: treat as frozen. */
	list(): Promise<readonly Event[]>;
	/** Events in the bin, newest first. */
	bin(): Promise<readonly Event[]>;
	get(id: EventId): Promise<Event | null>;
	create(draft: EventDraft): Promise<Result<Event>>;
	rename(id: EventId, change: { title?: string; what?: string; when?: string }): Promise<Result<Event>>;
	/** To the bin, and back. */
	remove(id: EventId): Promise<Result<Event>>;
	restore(id: EventId): Promise<Result<Event>>;
	/**
	 * Deletes an event in the bin for good: when this resolves, nothing of it is kept anywhere. Fails with
	 * `purge_unfinished` where it is gone and copies of it could not be taken away yet; `purgeExpired` tries again.
	 */
	purge(id: EventId): Promise<Result<void>>;
	/** Adds accounts; the comparison goes stale until `setComparison`. */
	addAccounts(id: EventId, accounts: Account[]): Promise<Result<Event>>;
	/** Corrects an account's title, source, date, address or cut-short mark; its text never changes. */
	changeAccount(id: EventId, account: string, change: AccountChange): Promise<Result<Event>>;
	/** Takes an account out (kept in `removed`), and puts it back. */
	removeAccount(id: EventId, account: string): Promise<Result<Event>>;
	restoreAccount(id: EventId, account: string): Promise<Result<Event>>;
	/**
	 * Deletes an account that was taken out for good, as `purge` does an event: its texts, and what people decided on
	 * its words, in whose place the log says that it was deleted.
	 */
	purgeAccount(id: EventId, account: string): Promise<Result<Event>>;
	/** Deletes for good what has been in the bin for its time, and finishes what could not be deleted before. */
	purgeExpired(): Promise<Expired>;
	/** Gives an account the text of a newer edition; what it was is kept in `editions`. */
	addEdition(id: EventId, account: string, next: NewEdition): Promise<Result<Event>>;
	/** Takes the newest edition of an account back: it has the text before that again. */
	dropEdition(id: EventId, account: string): Promise<Result<Event>>;
	/** Moves an account, with its editions, into another event. */
	moveAccount(id: EventId, account: string, to: EventId): Promise<Result<{ from: Event; to: Event }>>;
	/**
	 * Adds what one press decided to the event's log, which only grows: all of it or, also after a crash, nothing.
	 * `expected` is the length of the log that the person saw. The comparison stays as it is until it is made anew.
	 */
	appendReviews(id: EventId, reviews: readonly Review[], expected: number): Promise<Reviewed>;
	setComparison(id: EventId, comparison: Comparison): Promise<Result<Event>>;
	/** Whether a write would succeed now. */
	probe(): Promise<Result<void>>;
	/** Resolves when every write that was asked for has ended. */
	close(): Promise<void>;
}

import { groupPieces, rankPieces } from '#lib/engine/groups/index.ts';
import type { Event } from '#lib/model/index.ts';
import type { FeedState } from './feed-book.ts';
import type { Entry } from './parse-feed.ts';

/** An entry with the feed that offers it. */
export type Offer = Entry & { feed: string };

/** Entries that are grouped or ranked at once: the newest. */
const MOST = 250;

type Proposal = { groups: Offer[][]; others: Offer[] };

/** What was proposed for lists of entries as they stand; a refresh makes new lists. */
const made = new WeakMap<object, { of: readonly (readonly Entry[])[]; proposal: Proposal }>();

/** Every entry of all feeds once, newest first. */
function offersOf(feeds: readonly FeedState[]): Offer[] {
	const offers = new Map<string, Offer>();
	for (const { title, entries } of feeds)
		for (const entry of entries) if (!offers.has(entry.url)) offers.set(entry.url, { ...entry, feed: title });
	return [...offers.values()]
		.sort((a, b) => (b.publishedAt ?? '').localeCompare(a.publishedAt ?? '') || (a.url < b.url ? -1 : 1))
		.slice(0, MOST);
}

/** Entries that seem to speak of one event, two or more together, and the others. */
export function proposeGroups(feeds: readonly FeedState[]): Proposal {
	const of = feeds.map(({ entries }) => entries);
	const key = of.find((entries) => entries.length > 0);
	if (key === undefined) return { groups: [], others: [] };
	const known = made.get(key);
	if (known && known.of.length === of.length && known.of.every((entries, at) => entries === of[at]))
		return known.proposal;
	const proposal = group(feeds);
	made.set(key, { of, proposal });
	return proposal;
}

function group(feeds: readonly FeedState[]): Proposal {
	const offers = offersOf(feeds);
	const byUrl = new Map(offers.map((offer) => [offer.url, offer]));
	const grouped = groupPieces(offers.map((offer) => ({ ...offer, id: offer.url })));
	const groups = grouped
		.filter(({ pieces }) => pieces.length > 1)
		.map(({ pieces }) => pieces.map((id) => byUrl.get(id)!));
	const inGroup = new Set(groups.flat().map(({ url }) => url));
	return { groups, others: offers.filter(({ url }) => !inGroup.has(url)) };
}

/** Entries of all feeds that may be about an event, likest first; those that it has already are left out. */
export function rankForEvent(event: Event, feeds: readonly FeedState[]): (Offer & { likeness: number })[] {
	const has = new Set(event.accounts.map(({ url }) => url));
	const offers = offersOf(feeds).filter(({ url }) => !has.has(url));
	const byUrl = new Map(offers.map((offer) => [offer.url, offer]));
	const accounts = event.accounts.map(({ id, title, text, publishedAt }) => ({
		id,
		title,
		text,
		publishedAt
	}));
	return rankPieces(
		accounts,
		offers.map((offer) => ({ ...offer, id: offer.url }))
	).map(({ id, likeness }) => ({ ...byUrl.get(id)!, likeness }));
}

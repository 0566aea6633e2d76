import type { Account, Anchor, Comparison, Decision, Event, Review } from '#lib/model/index.ts';
import { anchorsOf } from '#lib/model/index.ts';

/** What is to leave no trace: accounts with the texts they had, and which places of an event are in them. */
export type Gone = { accounts: readonly Account[]; holds: (anchor: Anchor) => boolean };

/** Every text that an account has or had in an event, as accounts. */
export function textsOf(event: Event, id: string): Account[] {
	const all = [...event.accounts, ...event.removed, ...(event.editions ?? []).map(({ account }) => account)];
	return all.filter((account) => account.id === id);
}

/** The event without an account that was taken out of it, and without a word of it anywhere. */
export function withoutTrace(event: Event, id: string): Event {
	const gone: Gone = { accounts: textsOf(event, id), holds: ({ account }) => account === id };
	const { editions, ...rest } = event;
	return withoutQuotes(
		{
			...rest,
			accounts: event.accounts.filter((account) => account.id !== id),
			removed: event.removed.filter((account) => account.id !== id),
			...(editions && { editions: editions.filter(({ account }) => account.id !== id) })
		},
		gone,
		event
	);
}

/**
 * An event that an account was in before it was moved to where it is deleted now, without the decisions that still
 * quote it; the same object where there are none.
 */
export function withoutQuotesOf(event: Event, accounts: readonly Account[]): Event {
	const known = new Set([...event.accounts, ...event.removed].map(({ id }) => id));
	const holds = ({ account, words }: Anchor) =>
		!known.has(account) && accounts.some(({ text }) => text.includes(words));
	return withoutQuotes(event, { accounts, holds }, event);
}

/** Whether a comparison quotes decisions that are no longer in the event's log, or has accounts that it has not. */
export function quotesWhatIsGone({ accounts, lost = [] }: Comparison, event: Event): boolean {
	const known = new Set([...event.accounts, ...event.removed].map(({ id }) => id));
	if (accounts.some(({ id }) => !known.has(id))) return true;
	const log = new Set((event.reviews ?? []).map(({ decision }) => JSON.stringify(decision)));
	return lost.some(({ decision }) => !log.has(JSON.stringify(decision)));
}

/** Lays decisions without what is gone into an event; where that changes any, its comparison may quote it and goes. */
function withoutQuotes(event: Event, gone: Gone, before: Event): Event {
	const log = before.reviews ?? [];
	const purged = new Set<string>();
	const reviews = log.map((review) => {
		const left = reviewWithout(review, gone, event, purged);
		const { kind } = left.decision;
		if (kind === 'purged' || (kind === 'undo' && purged.has(left.decision.review))) purged.add(review.id);
		return left;
	});
	const isSame = reviews.every((review, at) => review === log[at]);
	const tells = event.comparison?.accounts.some(({ id }) => gone.accounts.some((one) => one.id === id));
	if (event === before && isSame) return event;
	return {
		...event,
		...(before.reviews && { reviews }),
		comparison: isSame && !tells ? event.comparison : null
	};
}

/** The review without words of what is gone; `purged` in its place where it is about nothing else. */
function reviewWithout(review: Review, gone: Gone, event: Event, purged: ReadonlySet<string>): Review {
	const { id, at, who, decision } = review;
	if (decision.kind === 'purged') return review;
	// Its reason may quote what it takes back.
	if (decision.kind === 'undo') return purged.has(decision.review) ? { id, at, who, decision } : review;
	const left =
		decision.kind === 'oneSource' ? namesWithout(decision, gone, event) : placesWithout(decision, gone);
	return left === decision ? review : { id, at, who, decision: left };
}

const PURGED = { kind: 'purged' } as const satisfies Decision;

function placesWithout(decision: Decision, { holds }: Gone): Decision {
	if (!anchorsOf(decision).some(holds)) return decision;
	const outside = (anchors: readonly Anchor[]) => anchors.filter((anchor) => !holds(anchor));
	if (decision.kind === 'same') {
		const claims = outside(decision.claims);
		return claims.length > 1 ? { ...decision, claims } : PURGED;
	}
	if (decision.kind === 'notSame') {
		const [a, b] = [outside(decision.a), outside(decision.b)];
		return a.length > 0 && b.length > 0 ? { ...decision, a, b } : PURGED;
	}
	return PURGED;
}

/** Names that stand in what is gone, and in nothing that is left, go with it. */
function namesWithout(
	decision: Extract<Decision, { kind: 'oneSource' }>,
	gone: Gone,
	event: Event
): Decision {
	const left = [...event.accounts, ...event.removed, ...(event.editions ?? []).map(({ account }) => account)];
	const names = decision.names.filter(
		(name) => !gone.accounts.some((one) => speaksOf(one, name)) || left.some((one) => speaksOf(one, name))
	);
	if (names.length === decision.names.length) return decision;
	return names.length > 1 ? { ...decision, names } : PURGED;
}

function speaksOf({ source, title, authors = [], text }: Account, name: string): boolean {
	const wanted = name.toLowerCase();
	return [source.name, title, ...authors, text].some((part) => part.toLowerCase().includes(wanted));
}

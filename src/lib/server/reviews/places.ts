import { claimAt, findPlace } from '#lib/engine/reviews/index.ts';
import {
	anchorsOf,
	effectiveReviews,
	type Anchor,
	type Claim,
	type Event,
	type Review
} from '#lib/model/index.ts';
import { indexOf } from '../event-views.ts';

/** The claim that stands at an anchor's words in the event's comparison; undefined where none does. */
export function claimOf(anchor: Anchor, event: Event): Claim | undefined {
	const account = event.accounts.find(({ id }) => id === anchor.account);
	const place = account && findPlace(anchor, account.text);
	if (!place) return undefined;
	return claimAt(place, claimsByAccount(event).get(anchor.account) ?? []);
}

const perAccount = new WeakMap<object, Map<string, Claim[]>>();

/** Claims by account, kept as long as the store keeps the comparison. */
function claimsByAccount({ comparison }: Event): Map<string, Claim[]> {
	if (comparison === null) return new Map();
	const known = perAccount.get(comparison);
	if (known !== undefined) return known;
	const found = new Map<string, Claim[]>();
	for (const claim of comparison.claims) {
		const list = found.get(claim.account);
		if (list) list.push(claim);
		else found.set(claim.account, [claim]);
	}
	perAccount.set(comparison, found);
	return found;
}

const perEvent = new WeakMap<Event, ReadonlyMap<string, readonly Review[]>>();

/** The decisions in force by the id of each claim that they concern now, oldest first. */
export function reviewsByClaim(event: Event): ReadonlyMap<string, readonly Review[]> {
	const known = perEvent.get(event);
	if (known !== undefined) return known;
	const found = new Map<string, Review[]>();
	for (const review of effectiveReviews(event.reviews ?? [])) {
		const claims = new Set(anchorsOf(review.decision).flatMap((anchor) => claimOf(anchor, event)?.id ?? []));
		for (const id of claims) found.set(id, [...(found.get(id) ?? []), review]);
	}
	perEvent.set(event, found);
	return found;
}

/** The line that a claim is in, by the line's id; the claim's own id where it is in none. */
export function homeOf(claim: Claim, event: Event): string {
	return indexOf(event)?.lineOf.get(claim.id)?.id ?? claim.id;
}

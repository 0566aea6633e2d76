import {
	fail,
	ok,
	type Decision,
	type Event,
	type EventId,
	type Failure,
	type Result,
	type Review
} from '#lib/model/index.ts';
import { getJob, startComparison } from '../jobs/index.ts';
import { getStore, newId } from '../store/index.ts';
import { touches } from './touches.ts';

/** What a person decided in one go, and the length of the log that they saw. */
export type Entry = { who: string; why?: string; decisions: readonly Decision[]; seen: number };

/** The entries that were added; or why none was, with what others decided on the same thing meanwhile. */
export type Kept =
	| { ok: true; reviews: Review[]; job: string | null }
	| { ok: false; failure: Failure; theirs: readonly Review[]; seen: number };

/** Other people's entries that may come in between before we give up. */
const MOST_TRIES = 50;

/** Milliseconds that an answer waits for the new comparison: most are made within it. */
const PATIENCE = 2_500;
const PAUSE = 20;

const isSame = (a: Review, b: Review) =>
	a.who === b.who && a.why === b.why && JSON.stringify(a.decision) === JSON.stringify(b.decision);

type Appended = Result<Event> | { ok: false; failure: Failure; theirs: readonly Review[] };

/** The moment as people here read their clocks, with the zone, so that a page can show it as it stands. */
function localTime(now: number): string {
	const minutes = -new Date(now).getTimezoneOffset();
	const two = (n: number) => String(Math.floor(Math.abs(n))).padStart(2, '0');
	const zone = `${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
	return new Date(now + minutes * 60_000).toISOString().replace('Z', zone);
}

/** Adds one entry; those of others that came since and concern something else are no reason to stop. */
async function append(id: EventId, review: Review, seen: number): Promise<Appended> {
	let expected = seen;
	for (let tries = 0; tries < MOST_TRIES; tries++) {
		const added = await getStore().appendReview(id, review, expected);
		if (added.ok || !('theirs' in added) || added.theirs === undefined) return added;
		const event = await getStore().get(id);
		if (event === null) return fail('not_found');
		// A second press of the same button is not somebody else.
		if (added.theirs.some((their) => isSame(their, review))) return ok(event);
		const theirs = added.theirs.filter(({ decision }) => touches(decision, review.decision, event));
		if (theirs.length > 0) return { ok: false, failure: added.failure, theirs };
		expected += added.theirs.length;
	}
	return fail('busy');
}

/** Keeps what a person decided, and has the comparison made anew with it. */
export async function keepReviews(
	id: EventId,
	{ who, why, decisions, seen }: Entry,
	now: () => number = Date.now
): Promise<Kept> {
	const reviews: Review[] = [];
	let expected = seen;
	for (const decision of decisions) {
		const review: Review = {
			id: newId(),
			at: localTime(now()),
			who: who.trim().slice(0, 100),
			...(why ? { why } : {}),
			decision
		};
		const added = await append(id, review, expected);
		if (!added.ok) {
			const length = (await getStore().get(id))?.reviews?.length ?? expected;
			if (reviews.length > 0) startComparison(id);
			return { theirs: [], ...added, seen: length };
		}
		expected = added.value.reviews?.length ?? 0;
		reviews.push(review);
	}
	return { ok: true, reviews, job: reviews.length > 0 ? startComparison(id) : null };
}

/** Waits for a comparison that is soon made; a longer one goes on by itself. */
export async function waitForComparison(job: string, patience = PATIENCE): Promise<void> {
	for (let waited = 0; waited < patience; waited += PAUSE) {
		const state = getJob(job)?.state;
		if (state !== 'waiting' && state !== 'running') return;
		await new Promise((resolve) => setTimeout(resolve, PAUSE));
	}
}

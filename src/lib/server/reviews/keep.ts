import {
	fail,
	ok,
	type Decision,
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
	| { ok: true; reviews: readonly Review[]; job: string | null }
	| { ok: false; failure: Failure; theirs: readonly Review[]; seen: number };

/** Other people's entries that may come in between before we give up. */
const MOST_TRIES = 50;

/** Milliseconds that an answer waits for the new comparison: most are made within it. */
const PATIENCE = 2_500;
const PAUSE = 20;

const isSame = (a: Review, b: Review) =>
	a.who === b.who && a.why === b.why && JSON.stringify(a.decision) === JSON.stringify(b.decision);

type Appended = Result<readonly Review[]> | { ok: false; failure: Failure; theirs: readonly Review[] };

/** The moment as people here read their clocks, with the zone, so that a page can show it as it stands. */
function localTime(now: number): string {
	const minutes = -new Date(now).getTimezoneOffset();
	const two = (n: number) => String(Math.floor(Math.abs(n))).padStart(2, '0');
	const zone = `${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
	return new Date(now + minutes * 60_000).toISOString().replace('Z', zone);
}

/** Adds what one press decided; what others decided since on something else is no reason to stop. */
async function append(id: EventId, reviews: readonly Review[], seen: number): Promise<Appended> {
	let expected = seen;
	for (let tries = 0; tries < MOST_TRIES; tries++) {
		const added = await getStore().appendReviews(id, reviews, expected);
		if (added.ok) return ok(reviews);
		const { theirs } = added;
		if (theirs === undefined) return { ok: false, failure: added.failure };
		const event = await getStore().get(id);
		if (event === null) return fail('not_found');
		// A second press of the same button is not somebody else.
		const before = reviews.flatMap((review) => theirs.find((their) => isSame(their, review)) ?? []);
		if (before.length === reviews.length) return ok(before);
		const concern = theirs.filter((their) =>
			reviews.some(({ decision }) => touches(their.decision, decision, event))
		);
		if (concern.length > 0) return { ok: false, failure: added.failure, theirs: concern };
		expected += theirs.length;
	}
	return fail('busy');
}

/** Keeps what a person decided, all of it or nothing, and has the comparison made anew with it. */
export async function keepReviews(
	id: EventId,
	{ who, why, decisions, seen }: Entry,
	now: () => number = Date.now
): Promise<Kept> {
	if (decisions.length === 0) return { ok: true, reviews: [], job: null };
	const at = localTime(now());
	const by = { who: who.trim().slice(0, 100), ...(why ? { why } : {}) };
	const added = await append(
		id,
		decisions.map((decision): Review => ({ id: newId(), at, ...by, decision })),
		seen
	);
	if (added.ok) return { ok: true, reviews: added.value, job: startComparison(id) };
	const length = (await getStore().get(id))?.reviews?.length ?? seen;
	return { theirs: [], ...added, seen: length };
}

/** Waits for a comparison that is soon made; a longer one goes on by itself. */
export async function waitForComparison(job: string, patience = PATIENCE): Promise<void> {
	for (let waited = 0; waited < patience; waited += PAUSE) {
		const state = getJob(job)?.state;
		if (state !== 'waiting' && state !== 'running') return;
		await new Promise((resolve) => setTimeout(resolve, PAUSE));
	}
}

import { redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import {
	fail,
	isEventId,
	readAsk,
	undoneBy,
	type Decision,
	type Event,
	type EventId,
	type Result,
	type Review
} from '#lib/model/index.ts';
import type { RefusedForm } from '#lib/viz/review-form.ts';
import { errorPage, failPage } from '../failure.ts';
import { getStore } from '../store/index.ts';
import { keepReviews, waitForComparison, type Entry } from './keep.ts';
import { readDecisions } from './read-form.ts';
import { rootOf } from './touches.ts';
import { readWhoSaid } from './who-said.ts';
import { rememberWho } from './who.ts';

type Acting = Pick<RequestEvent, 'request' | 'cookies' | 'url'> & { params: { id: string } };

type Refused = ActionFailure<RefusedForm>;

const LONGEST_WHY = 2_000;

async function findEvent(id: string): Promise<{ id: EventId; event: Event }> {
	const event = isEventId(id) ? await getStore().get(id) : null;
	if (!event || !isEventId(id)) return errorPage({ code: 'not_found' });
	return { id, event };
}

const text = (form: FormData, name: string) => {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
};

function sentFields(form: FormData): Record<string, string[]> {
	const sent: Record<string, string[]> = {};
	for (const [name, value] of form) if (typeof value === 'string') (sent[name] ??= []).push(value);
	return sent;
}

/** The page the form came from, with what was kept to be told of; never another site. */
function backTo(form: FormData, url: URL, kept: readonly Review[]): string {
	const back = new URL(text(form, 'back') || url.pathname + url.search, url);
	if (back.origin !== url.origin) return url.pathname;
	for (const name of ['ask', 'q', 'place', '/decide', '/undo']) back.searchParams.delete(name);
	back.searchParams.set('kept', kept.map(({ id }) => id).join('~'));
	if (kept.length === 0) back.searchParams.delete('kept');
	return back.pathname + back.search + back.hash;
}

async function keepAndReturn(
	acting: Acting,
	id: EventId,
	form: FormData,
	entry: Entry,
	waits: boolean
): Promise<Refused> {
	const { cookies, url } = acting;
	if (entry.who.trim() !== '') rememberWho(cookies, entry.who, url);
	const kept = await keepReviews(id, entry);
	if (!kept.ok) {
		const { failure, theirs, seen } = kept;
		return failPage(failure, {
			ask: text(form, 'ask'),
			sent: sentFields(form),
			theirs,
			mine: entry.decisions,
			seen
		});
	}
	if (waits && kept.job !== null) await waitForComparison(kept.job);
	redirect(303, backTo(form, url, kept.reviews));
}

/** What a form that answers an `ask` says: its decisions, or why it says none. */
function readAnswer(form: FormData, event: Event): Result<Decision[]> {
	const ask = readAsk(text(form, 'ask'));
	if (ask === null) return fail('field_invalid', undefined, 'ask');
	if (ask.what === 'challenge' && text(form, 'why').trim() === '')
		return fail('field_invalid', undefined, 'why');
	return readDecisions(ask, form, event);
}

async function decide(
	acting: Acting,
	form: FormData,
	waits: boolean,
	read: typeof readAnswer = readAnswer
): Promise<Refused> {
	const { id, event } = await findEvent(acting.params.id);
	const seen = Number(text(form, 'seen'));
	const decisions = read(form, event);
	if (!decisions.ok)
		return failPage(decisions.failure, {
			ask: text(form, 'ask'),
			sent: sentFields(form),
			theirs: [],
			mine: [],
			seen
		});
	const why = text(form, 'why').trim().slice(0, LONGEST_WHY);
	const who = text(form, 'who');
	const entry = {
		who,
		...(why ? { why } : {}),
		decisions: decisions.value,
		seen: Number.isInteger(seen) && seen >= 0 ? seen : (event.reviews?.length ?? 0)
	};
	return keepAndReturn(acting, id, form, entry, waits);
}

/** The form action that keeps what a person decided, and leads back to where they decided it. */
export async function decideAction(acting: Acting): Promise<Refused> {
	return decide(acting, await acting.request.formData(), true);
}

/**
 * The queue's form action: what a person chose for the `pair` of claims that was shown. It waits for no comparison,
 * since the next pair is known already.
 */
export async function decidePairAction(acting: Acting): Promise<Refused> {
	const form = await acting.request.formData();
	const [pair, choice] = [text(form, 'pair'), text(form, 'choice')];
	form.set('ask', choice === 'confirm' ? `confirm~${pair}` : `relation~${pair}`);
	form.set('relation', choice === 'confirm' ? text(form, 'shown') : choice);
	return decide(acting, form, false);
}

/** The queue's form action for words under several names: who holds them, or that the accounts differ. */
export async function whoSaidAction(acting: Acting): Promise<Refused> {
	return decide(acting, await acting.request.formData(), false, readWhoSaid);
}

/**
 * The form action that takes entries of the log back, or has them hold again: their ids and `no` or `yes`, joined
 * by `~`, as a button's value can carry them.
 */
export async function undoAction(acting: Acting, waits = true): Promise<Refused> {
	const { id, event } = await findEvent(acting.params.id);
	const form = await acting.request.formData();
	const log = event.reviews ?? [];
	const undone = undoneBy(log);
	const known = new Set(log.map((review) => review.id));
	const parts = text(form, 'review').split('~');
	const wanted = parts.filter((one) => known.has(one));
	const holds = parts.at(-1) === 'yes';
	// What is so already needs no entry: a second press, or another window, came first.
	const targets = wanted.flatMap((one) => {
		const by = undone.get(one);
		return holds ? (by ?? []) : by === undefined ? one : [];
	});
	const decisions = targets.reverse().map((review): Decision => ({ kind: 'undo', review }));
	// Whose words they are stands in the comparison alone: without a new one the question would not be there again.
	const isOfHolder = (decision: Decision) => rootOf(decision, log).kind === 'holder';
	const mustWait = waits || decisions.some(isOfHolder);
	return keepAndReturn(acting, id, form, { who: text(form, 'who'), decisions, seen: log.length }, mustWait);
}

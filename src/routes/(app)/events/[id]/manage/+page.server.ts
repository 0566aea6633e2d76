import { fail, redirect } from '@sveltejs/kit';
import {
	BIN_DAYS,
	isEventId,
	RENDERINGS,
	SOURCE_KINDS,
	type Account,
	type Event,
	type EventId,
	type Failure
} from '#lib/model/index.ts';
import { asSeenBy } from '#lib/server/event-index.ts';
import { errorPage, messageOf, statusOf } from '#lib/server/failure.ts';
import { changeOf, checkParts, toInput } from '#lib/server/ingest/index.ts';
import { cancelJob, latestJob, startComparison } from '#lib/server/jobs/index.ts';
import { shownJob } from '#lib/server/shown-job.ts';
import { getStore, isStale } from '#lib/server/store/index.ts';
import type { Actions, PageServerLoad } from './$types';

async function findEvent(id: string): Promise<{ id: EventId; event: Event }> {
	const event = isEventId(id) ? await getStore().get(id) : null;
	if (!event || !isEventId(id)) return errorPage({ code: 'not_found' });
	return { id, event };
}

export const load: PageServerLoad = async ({ params, depends, locals }) => {
	depends('lateral:event');
	const { id, event: whole } = await findEvent(params.id);
	const event = asSeenBy(whole, locals.role);
	if (event.deletedAt) redirect(303, '/bin');
	const others = (await getStore().list()).filter((other) => other.id !== id);
	return {
		event: { id: event.id, title: event.title, stale: isStale(event), compared: event.comparison !== null },
		accounts: event.accounts.map((account) => ({ ...toInput(account), text: '' })),
		editions: countEditions(event),
		days: BIN_DAYS,
		removed: event.removed.map(({ id: account, source, title }) => ({
			id: account,
			source: source.name,
			title
		})),
		others: others.map((other) => ({ value: other.id, label: other.title })),
		job: shownJob(latestJob(id))
	};
};

/** Texts that each account has had, for those that have had more than one. */
function countEditions({ editions = [] }: Event): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { account } of editions) counts[account.id] = (counts[account.id] ?? 1) + 1;
	return counts;
}

/** What was done, and the form that takes it back: an action with its fields. */
type Done = { text: string; undo?: { action: string; fields: Record<string, string> } };

function refuse(
	failure: Failure,
	kept: { account?: string; failures?: Partial<Record<string, string>> } = {}
) {
	return fail(statusOf(failure.code), { message: messageOf(failure), done: null, ...kept });
}

function say(done: Done) {
	return { message: null, done };
}

const field = (form: FormData, name: string) => {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
};

/** The parts of an account as form fields, as they were before a correction. */
function fieldsOf(account: Account): Record<string, string> {
	const { id, source, kind, title, publishedAt, url, rendering, truncated } = toInput(account);
	const cut: Record<string, string> = truncated ? { truncated: 'on' } : {};
	return { account: id, source, kind, title, publishedAt, url, rendering, ...cut };
}

/** A comparison is made anew after accounts have changed; an event without accounts has none. */
function compareAnew(event: Event): void {
	if (isEventId(event.id) && event.accounts.length > 0) startComparison(event.id);
}

export const actions = {
	rename: async ({ request, params }) => {
		const { id, event } = await findEvent(params.id);
		const title = field(await request.formData(), 'title')
			.trim()
			.slice(0, 300);
		if (title === event.title) return say({ text: 'The title stays as it is.' });
		const renamed = await getStore().rename(id, { title });
		if (!renamed.ok) return refuse(renamed.failure);
		// The title is in the comparison too, and nothing else there depends on it.
		const { comparison } = renamed.value;
		if (comparison) {
			await getStore().setComparison(id, { ...comparison, event: { ...comparison.event, title } });
		}
		return say({
			text: `Renamed to “${title}”.`,
			undo: { action: 'rename', fields: { title: event.title } }
		});
	},

	correct: async ({ request, params }) => {
		const { id, event } = await findEvent(params.id);
		const form = await request.formData();
		const account = event.accounts.find((one) => one.id === field(form, 'account'));
		if (!account) return refuse({ code: 'not_found' });
		const kind = SOURCE_KINDS.find((one) => one === field(form, 'kind')) ?? account.source.kind;
		const rendering = RENDERINGS.find((one) => one === field(form, 'rendering')) ?? account.rendering;
		const checked = checkParts({
			...toInput(account),
			source: field(form, 'source'),
			kind,
			title: field(form, 'title'),
			publishedAt: field(form, 'publishedAt'),
			url: field(form, 'url'),
			rendering,
			truncated: form.has('truncated')
		});
		const failures = checked.ok ? {} : checked.failures;
		if (checked.ok && checked.parts.source.name === '') failures.source = 'A source needs a name.';
		if (!checked.ok || failures.source) {
			return refuse(
				{ code: 'field_invalid', field: Object.keys(failures)[0] ?? 'source' },
				{ account: account.id, failures }
			);
		}
		// A part that is empty now is taken away.
		const corrected = { ...account, url: undefined, publishedAt: undefined, ...checked.parts };
		const change = changeOf(account, corrected);
		if (!change) return say({ text: `${account.source.name} stays as it is.` });
		const changed = await getStore().changeAccount(id, account.id, change);
		if (!changed.ok) return refuse(changed.failure, { account: account.id });
		compareAnew(changed.value);
		return say({
			text: `Corrected ${corrected.source.name}.`,
			undo: { action: 'correct', fields: fieldsOf(account) }
		});
	},

	move: async ({ request, params }) => {
		const { id, event } = await findEvent(params.id);
		const form = await request.formData();
		const account = event.accounts.find((one) => one.id === field(form, 'account'));
		const to = field(form, 'to');
		if (!account || !isEventId(to)) return refuse({ code: 'not_found' });
		const moved = await getStore().moveAccount(id, account.id, to);
		if (!moved.ok) return refuse(moved.failure, { account: account.id });
		compareAnew(moved.value.from);
		compareAnew(moved.value.to);
		return say({
			text: `Moved ${account.source.name} to “${moved.value.to.title}”.`,
			undo: { action: 'fetch', fields: { from: to, account: moved.value.to.accounts.at(-1)?.id ?? '' } }
		});
	},

	/** Undoes a move: brings the account back from the event it went to. */
	fetch: async ({ request, params }) => {
		const { id } = await findEvent(params.id);
		const form = await request.formData();
		const from = field(form, 'from');
		if (!isEventId(from)) return refuse({ code: 'not_found' });
		const moved = await getStore().moveAccount(from, field(form, 'account'), id);
		if (!moved.ok) return refuse(moved.failure);
		compareAnew(moved.value.from);
		compareAnew(moved.value.to);
		return say({ text: `Moved ${moved.value.to.accounts.at(-1)?.source.name ?? 'the account'} back.` });
	},

	remove: async ({ request, params }) => {
		const { id, event } = await findEvent(params.id);
		const wanted = field(await request.formData(), 'account');
		const account = event.accounts.find((one) => one.id === wanted);
		if (!account) return refuse({ code: 'not_found' });
		const removed = await getStore().removeAccount(id, account.id);
		if (!removed.ok) return refuse(removed.failure);
		compareAnew(removed.value);
		return say({
			text: `Took out ${account.source.name}.`,
			undo: { action: 'putBack', fields: { account: account.id } }
		});
	},

	putBack: async ({ request, params }) => {
		const { id } = await findEvent(params.id);
		const restored = await getStore().restoreAccount(id, field(await request.formData(), 'account'));
		if (!restored.ok) return refuse(restored.failure);
		compareAnew(restored.value);
		return say({ text: `Put ${restored.value.accounts.at(-1)?.source.name ?? 'the account'} back.` });
	},

	delete: async ({ params }) => {
		const { id } = await findEvent(params.id);
		const removed = await getStore().remove(id);
		if (!removed.ok) return refuse(removed.failure);
		redirect(303, `/bin?deleted=${id}`);
	},

	compare: async ({ params }) => {
		const { event } = await findEvent(params.id);
		compareAnew(event);
		return say({ text: 'The accounts are being compared.' });
	},

	cancel: async ({ request }) => {
		cancelJob(field(await request.formData(), 'job'));
		return say({ text: 'The comparison was cancelled. The accounts are kept.' });
	}
} satisfies Actions;

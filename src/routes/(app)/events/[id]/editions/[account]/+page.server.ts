import { fail } from '@sveltejs/kit';
import { findNotices } from '#lib/engine/editions/index.ts';
import { type Account, type Draft, type Event, type EventId } from '#lib/model/index.ts';
import type { Failure, Result } from '#lib/model/index.ts';
import { pageFetches } from '#lib/server/addresses/index.ts';
import { readConfig } from '#lib/server/config.ts';
import { indexOf } from '#lib/server/event-views.ts';
import type { Role } from '#lib/server/access/roles.ts';
import { findEvent } from '#lib/server/event-index.ts';
import { errorPage, messageOf, statusOf } from '#lib/server/failure.ts';
import { judgeEdition, keptEdition, readPlain } from '#lib/server/ingest/index.ts';
import { latestJob, readFilesInThread, startComparison } from '#lib/server/jobs/index.ts';
import { shownJob } from '#lib/server/shown-job.ts';
import { getStore, isStale } from '#lib/server/store/index.ts';
import { editionItems, editionTurns } from '#lib/viz/editions.ts';
import { paragraphChanges } from '#lib/viz/paragraph-changes.ts';
import { accountNames } from '#lib/viz/account-names.ts';
import type { Actions, PageServerLoad } from './$types';

/** Milliseconds that a request waits for a page that was asked for, before it says that it is on its way. */
const PATIENCE = 4_000;

type Found = { id: EventId; event: Event; account: Account };

async function find(params: { id: string; account: string }, role: Role | null): Promise<Found> {
	const event = await findEvent(params.id, role);
	const account = event?.accounts.find(({ id }) => id === params.account);
	if (!event || event.deletedAt || !account) return errorPage({ code: 'not_found' });
	return { id: event.id, event, account };
}

export const load: PageServerLoad = async ({ params, url, depends, locals }) => {
	depends('lateral:event');
	const { id, event, account } = await find(params, locals.role);
	const editions = (event.editions ?? []).filter((edition) => edition.account.id === account.id);
	const texts = [...editions.map((edition) => edition.account), account];
	const index = indexOf(event);
	const number = Number(url.searchParams.get('edition'));
	const read = texts[number - 1];
	return {
		event: { id: event.id, title: event.title },
		account: {
			id: account.id,
			name: accountNames(event.accounts).get(account.id) ?? account.source.name,
			url: account.url ?? null
		},
		network: readConfig().network,
		items: editionItems(account, event.editions ?? []),
		turns: index ? editionTurns(index, account.id) : [],
		notices: findNotices(account.text),
		read: read ? { number, paragraphs: read.text.split('\n').filter((line) => line.trim() !== '') } : null,
		stale: isStale(event),
		job: shownJob(latestJob(id))
	};
};

const field = (form: FormData, name: string) => {
	const value = form.get(name);
	return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : '';
};

const NOTHING = { message: null, waiting: null, preview: null, done: null, undo: null };

function refuse(failure: Failure) {
	return fail(statusOf(failure.code), { ...NOTHING, message: messageOf(failure) });
}

/** The text that the form brings: pasted, or in a file. */
async function readGiven(form: FormData): Promise<Result<Draft>> {
	const file = form.get('file');
	if (!(file instanceof File) || file.size === 0) return readPlain(field(form, 'text'));
	const read = await readFilesInThread([
		{ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
	]);
	if (!read.ok) return read;
	const [only, ...others] = read.value.drafts;
	return only && others.length === 0
		? { ok: true, value: only.draft }
		: { ok: false, failure: { code: 'not_text', detail: { name: file.name, type: 'an archive' } } };
}

/** A text to look at before it is kept. */
function show(account: Account, read: Result<Draft>) {
	if (!read.ok) return refuse(read.failure);
	const judged = judgeEdition(account, read.value, new Date());
	if (!judged.ok) return refuse(judged.failure);
	return {
		...NOTHING,
		preview: { ...judged.value, ...paragraphChanges(account.text, judged.value.text) }
	};
}

export const actions = {
	/** Reads a text that was pasted or chosen. */
	read: async ({ request, params, locals }) => {
		const { account } = await find(params, locals.role);
		return show(account, await readGiven(await request.formData()));
	},

	/** Asks for the account's address, or looks what has come of it. */
	fetch: async ({ request, params, locals }) => {
		const { account } = await find(params, locals.role);
		const asked = field(await request.formData(), 'page');
		const pages = pageFetches();
		const id = asked || (account.url ? pages.start(account.url, 'page') : '');
		await pages.settle([id], PATIENCE);
		const page = pages.get(id);
		if (page?.state === 'waiting' || page?.state === 'fetching') return { ...NOTHING, waiting: id };
		if (page?.draft) return show(account, { ok: true, value: page.draft });
		return refuse(page?.failure ?? { code: 'cancelled' });
	},

	keep: async ({ request, params, locals }) => {
		const { id, account } = await find(params, locals.role);
		const form = await request.formData();
		const edition = keptEdition({
			title: field(form, 'title'),
			text: field(form, 'text'),
			editedAt: field(form, 'editedAt'),
			truncated: form.has('truncated'),
			language: field(form, 'language'),
			authors: field(form, 'authors')
		});
		if (!edition.ok) return refuse(edition.failure);
		const kept = await getStore().addEdition(id, account.id, edition.value);
		if (!kept.ok) return refuse(kept.failure);
		startComparison(id);
		return { ...NOTHING, done: 'kept' as const };
	},

	/** Takes the newest edition back; the form that it returns brings it again. */
	drop: async ({ params, locals }) => {
		const { id, account } = await find(params, locals.role);
		const dropped = await getStore().dropEdition(id, account.id);
		if (!dropped.ok) return refuse(dropped.failure);
		startComparison(id);
		const { title, text, editedAt = '', truncated, language = '', authors = [] } = account;
		return {
			...NOTHING,
			done: 'dropped' as const,
			undo: { title, text, editedAt, truncated, language, authors: authors.join(', ') }
		};
	}
} satisfies Actions;

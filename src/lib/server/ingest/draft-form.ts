import {
	type Account,
	type Draft,
	type DraftForm,
	type DraftInput,
	type EventFolder,
	RENDERINGS,
	SOURCE_KINDS
} from '#lib/model/index.ts';
import { proposeTitle } from './event-title.ts';
import { countWords, normaliseText } from './text.ts';
import { showWhen } from './when.ts';

/** Boxes that an empty form shows: a comparison needs two texts. */
const FIRST_BOXES = 2;
const MOST_BOXES = 50;
const MOST_DRAFTS = 1000;

/** The page as it is first opened, over accounts that there are already. */
export function emptyForm(drafts: DraftInput[] = []): DraftForm {
	return {
		round: 0,
		event: '',
		name: '',
		title: '',
		proposed: '',
		what: '',
		when: '',
		drafts,
		boxes: emptyBoxes(drafts.length > 0 ? 1 : FIRST_BOXES, 0),
		links: '',
		addresses: [],
		events: [],
		asked: { retry: '', paste: '', drop: '' },
		problems: []
	};
}

/** Boxes to paste into that were not there in an earlier round. */
export function emptyBoxes(count: number, round: number): DraftForm['boxes'] {
	return Array.from({ length: Math.max(count, 0) }, (_, index) => ({ id: `${round}-${index}`, text: '' }));
}

/** What the person's browser sent, as it was typed. Nothing is judged here. */
export function readDraftForm(form: FormData): DraftForm {
	const count = Math.min(Number(text(form, 'drafts')) || 0, MOST_DRAFTS);
	return {
		round: (Number(text(form, 'round')) || 0) + 1,
		event: text(form, 'event'),
		name: text(form, 'name'),
		title: text(form, 'title'),
		proposed: text(form, 'proposed'),
		what: text(form, 'what'),
		when: text(form, 'when'),
		drafts: Array.from({ length: count }, (_, index) => readDraft(form, `d${index}-`)),
		boxes: readBoxes(form),
		// Chosen entries of feeds come one by one, typed addresses in one text.
		links: form
			.getAll('links')
			.filter((part) => typeof part === 'string')
			.join('\n'),
		addresses: readAddresses(form),
		events: readEvents(form),
		asked: { retry: text(form, 'retry'), paste: text(form, 'paste'), drop: text(form, 'drop') },
		problems: []
	};
}

function readBoxes(form: FormData): DraftForm['boxes'] {
	const ids = form.getAll('box').map(String);
	const urls = form.getAll('boxUrl').map(String);
	const texts = form.getAll('text').slice(0, MOST_BOXES);
	return texts.map((typed, index) => ({
		id: ids[index] ?? `x-${index}`,
		text: typeof typed === 'string' ? fromForm(typed) : '',
		...(urls[index] ? { url: urls[index] } : {})
	}));
}

function readEvents(form: FormData): DraftForm['events'] {
	const titles = form.getAll('eventTitle').map(String);
	const chosen = new Set(form.getAll('eventIn'));
	return form
		.getAll('eventKey')
		.slice(0, MOST_DRAFTS)
		.map((key, index) => ({
			key: String(key).slice(0, 20),
			title: (titles[index] ?? '').slice(0, 300),
			isIn: chosen.has(key)
		}));
}

function readAddresses(form: FormData): DraftForm['addresses'] {
	const fetches = form.getAll('fetch').map(String);
	return form
		.getAll('address')
		.slice(0, MOST_BOXES)
		.map((url, index) => ({
			url: typeof url === 'string' ? url.slice(0, 2048) : '',
			fetch: fetches[index] ?? '',
			state: 'waiting' as const,
			failure: '',
			canRetry: false,
			canPaste: true
		}));
}

function readDraft(form: FormData, prefix: string): DraftInput {
	const part = (name: string) => text(form, prefix + name);
	const body = part('text');
	return {
		id: part('id'),
		from: part('from'),
		source: part('source'),
		kind: SOURCE_KINDS.find((kind) => kind === part('kind')) ?? 'outlet',
		title: part('title'),
		publishedAt: part('publishedAt'),
		editedAt: part('editedAt'),
		url: part('url'),
		rendering: RENDERINGS.find((rendering) => rendering === part('rendering')) ?? 'verbatim',
		truncated: form.has(`${prefix}truncated`),
		text: body,
		language: form.has(`${prefix}isEnglish`) ? 'en' : part('language'),
		authors: part('authors'),
		note: part('note'),
		editionOf: part('editionOf'),
		group: part('group'),
		isOut: form.has(`${prefix}isOut`),
		words: countWords(body),
		failures: {}
	};
}

function text(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? fromForm(value) : '';
}

/** Browsers send every line end as CR LF, whatever the text had. */
function fromForm(value: string): string {
	return value.replace(/\r\n?/g, '\n');
}

/** What was read, as the form shows it. */
export function toInput(draft: Draft | Account, from = ''): DraftInput {
	return {
		id: 'id' in draft ? draft.id : '',
		from,
		source: draft.source.name,
		kind: draft.source.kind,
		title: draft.title,
		publishedAt: draft.publishedAt ? showWhen(draft.publishedAt) : '',
		editedAt: draft.editedAt ?? '',
		url: draft.url ?? '',
		rendering: draft.rendering,
		truncated: draft.truncated,
		text: draft.text,
		language: draft.language ?? '',
		authors: draft.authors?.join(', ') ?? '',
		note: draft.note ?? '',
		editionOf: '',
		group: '',
		isOut: false,
		words: countWords(draft.text),
		failures: {}
	};
}

/** The form with the event that an import describes, where the person has not described it. */
export function withEvent(form: DraftForm, event: EventFolder): DraftForm {
	const isOwn = form.title !== '' && form.title !== form.proposed;
	return {
		...form,
		name: form.name || event.event,
		...(isOwn ? {} : { title: event.title, proposed: '' }),
		what: form.what || (event.what ?? ''),
		when: form.when || (event.when ?? '')
	};
}

/** The form with a title proposed, unless the person has given one. */
export function withProposedTitle(form: DraftForm): DraftForm {
	if (form.title.trim() !== '' && form.title !== form.proposed) return form;
	const proposed = proposeTitle(
		form.drafts.filter((draft) => !draft.isOut).map((draft) => normaliseText(draft.title))
	);
	return { ...form, title: proposed, proposed };
}

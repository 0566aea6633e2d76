import { type Account, type Draft, type DraftForm, type DraftInput, type Failure } from '#lib/model/index.ts';
import { toAccount } from './account.ts';
import type { Say } from './add-posted.ts';
import { optional } from './optional.ts';
import { checkText, normaliseText } from './text.ts';
import { isWebAddress } from './url.ts';
import { readWhen } from './when.ts';

/** What a person may type into each part, in characters. */
export const MAX_LENGTH = { source: 200, title: 300, url: 2048 };

type Corrected = Omit<DraftInput, 'text' | 'words' | 'isOut' | 'from'>;

/** The parts of a draft that can be corrected, checked, or the form's input with a sentence on each wrong part. */
export function checkParts(
	input: Corrected
): { ok: true; parts: Omit<Draft, 'text'> } | { ok: false; failures: DraftInput['failures'] } {
	const failures: DraftInput['failures'] = {};
	const line = (value: string) => normaliseText(value).replace(/\s+/g, ' ').trim();
	const [source, title, url] = [line(input.source), line(input.title), input.url.trim()];
	const publishedAt = readWhen(input.publishedAt);
	if (source.length > MAX_LENGTH.source) failures.source = `At most ${MAX_LENGTH.source} characters.`;
	if (title.length > MAX_LENGTH.title) failures.title = `At most ${MAX_LENGTH.title} characters.`;
	if (url !== '' && !isWebAddress(url)) {
		failures.url = 'This is not a web address. It begins with https:// or http://, or leave it empty.';
	}
	if (input.publishedAt.trim() !== '' && !publishedAt) {
		failures.publishedAt = 'We cannot read this date. Write it like 2026-03-14, or leave it empty.';
	}
	if (Object.keys(failures).length > 0) return { ok: false, failures };
	const authors = input.authors.split(',').map(line).filter(Boolean);
	return {
		ok: true,
		parts: {
			source: { name: source, kind: input.kind },
			title,
			...optional('url', url || null),
			...optional('publishedAt', publishedAt),
			...optional('editedAt', readWhen(input.editedAt)),
			...optional('language', /^[a-z]{2,3}\b/.exec(input.language)?.[0]),
			...optional('authors', authors.length > 0 ? authors : null),
			rendering: input.rendering,
			truncated: input.truncated,
			...optional('note', line(input.note) || null)
		}
	};
}

/** The name of a source that was left without one: its account's place. */
const placeName = (place: number) => `Account ${place}`;

/** Whether a name only says where an account stood, and so names no source. */
export function isPlaceName(name: string): boolean {
	return /^Account \d{1,4}$/.test(name);
}

/**
 * The accounts that the form's drafts become, or the form with what is wrong in it. A source that was left
 * without a name is called by its place: a comparison needs a name for each column.
 */
export function checkDrafts(
	form: DraftForm,
	taken: Iterable<string>,
	say: Say
): { ok: true; accounts: Account[] } | { ok: false; form: DraftForm; failure: Failure } {
	const ids = new Set(taken);
	const accounts: Account[] = [];
	let failure: Failure | null = null;
	const drafts = form.drafts.map((input, index) => {
		if (input.isOut) return { ...input, failures: {} };
		const number = index + 1;
		const parts = checkParts(input);
		const text = checkText(normaliseText(input.text));
		const failures = { ...(parts.ok ? {} : parts.failures), ...(text.ok ? {} : { text: say(text.failure) }) };
		if (parts.ok && text.ok) {
			const source = parts.parts.source.name || placeName(number);
			const draft = { ...parts.parts, source: { ...parts.parts.source, name: source }, text: text.value };
			const account = toAccount(draft, ids, input.id);
			ids.add(account.id);
			accounts.push(account);
		} else {
			failure ??= text.ok
				? { code: 'field_invalid', field: Object.keys(failures)[0] ?? 'text' }
				: text.failure;
		}
		return { ...input, failures };
	});
	if (failure) return { ok: false, form: { ...form, drafts, problems: problemsOf(drafts) }, failure };
	return { ok: true, accounts };
}

function problemsOf(drafts: readonly DraftInput[]): string[] {
	return drafts.flatMap(({ failures, source, title }, index) =>
		Object.values(failures).map((sentence) => `${source || title || placeName(index + 1)}: ${sentence}`)
	);
}

import { isSameInSubstance } from '#lib/engine/editions/index.ts';
import { type Account, type Draft, fail, ok, type Result } from '#lib/model/index.ts';
import type { NewEdition } from '../store/store.ts';
import { optional } from './optional.ts';
import { sharedWording } from './same.ts';
import { checkText, hashText, normaliseText } from './text.ts';
import { readWhen, showWhen } from './when.ts';

/** Share of wording below which a text is hardly another edition of the account. */
const UNLIKE = 0.12;

/** A text that was read and may become an account's newest edition. */
export type ReadEdition = {
	title: string;
	text: string;
	/** When it appeared, as a person reads and types it. */
	editedAt: string;
	truncated: boolean;
	language: string;
	authors: string;
	/** Whether it has so little in common with the account that it may be another text. */
	unlike: boolean;
};

/**
 * What a text is to an account that is kept: a newer edition to look at, or `same_edition` where nothing but
 * punctuation and the page around it has changed. `now` is given to an edition that does not say when it appeared.
 */
export function judgeEdition(account: Account, draft: Draft, now: Date): Result<ReadEdition> {
	const title = draft.title.trim() || account.title;
	if (isSameInSubstance(account, { text: draft.text, title }))
		return fail('same_edition', { name: account.source.name });
	const later =
		draft.publishedAt && Date.parse(draft.publishedAt) > Date.parse(account.publishedAt ?? draft.publishedAt)
			? draft.publishedAt
			: undefined;
	const at = draft.editedAt ?? later ?? `${now.toISOString().slice(0, 16)}Z`;
	return ok({
		title,
		text: draft.text,
		editedAt: showWhen(at),
		truncated: draft.truncated,
		language: draft.language ?? '',
		authors: draft.authors?.join(', ') ?? '',
		unlike: sharedWording(account.text, draft.text) < UNLIKE
	});
}

/** The edition that a person has looked at and wants to keep. */
export function keptEdition(input: Omit<ReadEdition, 'unlike'>): Result<NewEdition> {
	const text = checkText(normaliseText(input.text));
	if (!text.ok) return text;
	const editedAt = readWhen(input.editedAt);
	if (editedAt === null && input.editedAt.trim() !== '') return fail('field_invalid', undefined, 'editedAt');
	const authors = input.authors
		.split(',')
		.map((name) => name.trim())
		.filter(Boolean);
	return ok({
		title: normaliseText(input.title).replace(/\s+/g, ' ').trim().slice(0, 300),
		text: text.value,
		sha256: hashText(text.value),
		truncated: input.truncated,
		...optional('editedAt', editedAt),
		...optional('language', /^[a-z]{2,3}\b/.exec(input.language)?.[0]),
		...optional('authors', authors.length > 0 ? authors : null)
	});
}

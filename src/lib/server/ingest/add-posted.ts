import { setImmediate } from 'node:timers/promises';
import { type Account, type Draft, type DraftForm, type DraftInput, type Failure } from '#lib/model/index.ts';
import { emptyBoxes, toInput, withEvent, withProposedTitle } from './draft-form.ts';
import { readPlain } from './plain.ts';
import { isEventFile, isZipName, type NamedBytes, readGroup } from './read-group.ts';
import { hashText, normaliseText } from './text.ts';
import { compareWithKnown, type Memo } from './same.ts';
import { hostOf } from './url.ts';

/** Says a failure to a person. */
export type Say = (failure: Failure) => string;

/** Gives a draft's source the name that people know it by; `others` stand in the form already. */
export type NameSource = (draft: Draft, others: readonly DraftInput[]) => Draft;

/** Where drafts are put: beside those of the form, and those that the event has already (`kept`). */
export type Shelf = { drafts: DraftInput[]; kept: readonly Account[]; memo: Memo; name: NameSource };

/**
 * Reads what the form's boxes and files hold and puts it among the drafts. What cannot be read stays where it
 * is, with a sentence on why; the rest is taken. `kept` are accounts that the event has already; `read` is what reads
 * the files that belong together.
 */
export async function addPosted(
	form: DraftForm,
	files: readonly File[],
	kept: readonly Account[],
	say: Say,
	read: typeof readGroup = readGroup,
	name: NameSource = (draft) => draft
): Promise<DraftForm> {
	let next: DraftForm = { ...form, drafts: [...form.drafts], boxes: [], problems: [] };
	const memo: Memo = new Map();
	const take = (draft: Draft | Account, from: string): Failure | null =>
		takeDraft(draft, from, { drafts: next.drafts, kept, memo, name });

	for (const [index, { id, text, url }] of form.boxes.entries()) {
		if (text.trim() === '') {
			if (url) next.boxes.push({ id, text, url });
			continue;
		}
		const pasted = readPlain(text);
		const failure = pasted.ok ? take(url ? ofPage(pasted.value, url) : pasted.value, '') : pasted.failure;
		if (!failure) continue;
		next.boxes.push({ id, text, failure: say(failure), ...(url ? { url } : {}) });
		next.problems.push(`Text ${index + 1}: ${say(failure)}`);
	}

	for (const group of groupFiles(files)) {
		// Many files are read one by one, and other requests are answered in between.
		await setImmediate();
		const found = await read(await bytesOf(group));
		if (!found.ok) {
			next.problems.push(say(withName(found.failure, group[0]!.name)));
			continue;
		}
		if (found.value.event) next = withEvent(next, found.value.event);
		for (const { draft, from } of found.value.drafts) {
			const failure = take(draft, from);
			if (failure) next.problems.push(say(failure));
		}
	}

	const hasAddresses = form.addresses.length > 0 || form.links.trim() !== '';
	if (next.drafts.length === 0 && next.problems.length === 0 && !hasAddresses) {
		next.problems.push(say({ code: 'text_empty' }));
		next.boxes = form.boxes;
	}
	const fewest = next.drafts.length > 0 ? 1 : Math.max(form.boxes.length, 1);
	next.boxes.push(...emptyBoxes(fewest - next.boxes.length, next.round));
	return withProposedTitle(next);
}

/** The text that a person pasted in place of a page, as that page's: of its site where it names no source. */
function ofPage(draft: Draft, url: string): Draft {
	const name = draft.source.name || (hostOf(url) ?? '');
	return { ...draft, url, source: { ...draft.source, name } };
}

/** A dropped folder, told by its `event.json`, is read as one; every other file by itself. */
function groupFiles(files: readonly File[]): File[][] {
	const chosen = files.filter((file) => file.size > 0 || file.name !== '');
	const isFolder = chosen.some((file) => isEventFile(file.name));
	const apart = chosen.filter((file) => !isFolder || isZipName(file.name));
	const folder = chosen.filter((file) => isFolder && !isZipName(file.name));
	return [...(folder.length > 0 ? [folder] : []), ...apart.map((file) => [file])];
}

async function bytesOf(group: readonly File[]): Promise<NamedBytes[]> {
	const files: NamedBytes[] = [];
	for (const file of group) files.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
	return files;
}

function withName(failure: Failure, name: string): Failure {
	return { ...failure, detail: { name, ...failure.detail } };
}

/**
 * Puts a draft among the others, with a note where its wording is known from another source; the failure `duplicate`
 * where it is there already. Another edition is left out until the person says otherwise: one account would count
 * twice. An import says itself which accounts are which.
 */
export function takeDraft(
	draft: Draft | Account,
	from: string,
	{ drafts, kept, memo, name }: Shelf
): Failure | null {
	const isImport = 'id' in draft;
	const named = isImport ? draft : name(draft, drafts);
	if (hasAlready(named, drafts, kept)) return duplicate(named);
	const known = isImport ? {} : compareWithKnown(named, drafts, kept, memo);
	if (known.failure) return known.failure;
	const note = [named.note, known.note].filter(Boolean).join(' ');
	const isEdition = known.editionOf !== undefined;
	drafts.push({
		...toInput(note === '' ? named : { ...named, note }, from),
		...(isEdition ? { isOut: true, editionOf: known.editionOf ?? '' } : {})
	});
	return null;
}

/** A source that is not named yet may be any, so the same words without one count as the same account. */
function hasAlready(draft: Draft, drafts: readonly DraftInput[], kept: readonly Account[]): boolean {
	const sha256 = hashText(draft.text);
	const mayBeSame = (source: string) =>
		source === draft.source.name || source === '' || draft.source.name === '';
	return (
		kept.some((account) => account.sha256 === sha256 && mayBeSame(account.source.name)) ||
		drafts.some((other) => mayBeSame(other.source) && hashText(normaliseText(other.text)) === sha256)
	);
}

function duplicate(draft: Draft): Failure {
	return { code: 'duplicate', detail: { name: draft.title || draft.source.name } };
}

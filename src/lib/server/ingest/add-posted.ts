import { setImmediate } from 'node:timers/promises';
import {
	type Account,
	type Draft,
	type DraftForm,
	type DraftInput,
	type Failure,
	type Result
} from '#lib/model/index.ts';
import { emptyBoxes, toInput, withEvent, withProposedTitle } from './draft-form.ts';
import { readFile } from './files/index.ts';
import { EVENT_FILE } from './import.ts';
import { readPlain } from './plain.ts';
import { hashText, normaliseText } from './text.ts';
import { compareWithKnown, type Memo } from './same.ts';
import { readFiles, readZip } from './zip.ts';

/** Says a failure to a person. */
export type Say = (failure: Failure) => string;

/**
 * Reads what the form's boxes and files hold and puts it among the drafts. What cannot be read stays where it
 * is, with a sentence on why; the rest is taken. `kept` are accounts that the event has already.
 */
export async function addPosted(
	form: DraftForm,
	files: readonly File[],
	kept: readonly Account[],
	say: Say
): Promise<DraftForm> {
	let next: DraftForm = { ...form, drafts: [...form.drafts], boxes: [], problems: [] };
	const memo: Memo = new Map();
	const take = (draft: Draft | Account, from: string): Failure | null =>
		takeDraft(draft, from, next.drafts, kept, memo);

	for (const [index, { id, text, url }] of form.boxes.entries()) {
		if (text.trim() === '') {
			if (url) next.boxes.push({ id, text, url });
			continue;
		}
		const read = readPlain(text);
		const failure = read.ok ? take(url ? { ...read.value, url } : read.value, '') : read.failure;
		if (!failure) continue;
		next.boxes.push({ id, text, failure: say(failure), ...(url ? { url } : {}) });
		next.problems.push(`Text ${index + 1}: ${say(failure)}`);
	}

	for (const group of groupFiles(files)) {
		// Many files are read one by one, and other requests are answered in between.
		await setImmediate();
		const read = await readGroup(group);
		if (!read.ok) {
			next.problems.push(say(withName(read.failure, group[0]!.name)));
			continue;
		}
		if (read.value.event) next = withEvent(next, read.value.event);
		for (const { draft, from } of read.value.drafts) {
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

type ReadGroup = {
	event?: Parameters<typeof withEvent>[1];
	drafts: { draft: Draft | Account; from: string }[];
};

/** A dropped folder, told by its `event.json`, is read as one; every other file by itself. */
function groupFiles(files: readonly File[]): File[][] {
	const chosen = files.filter((file) => file.size > 0 || file.name !== '');
	const isFolder = chosen.some((file) => baseName(file.name) === EVENT_FILE);
	const apart = chosen.filter((file) => !isFolder || isZip(file));
	const folder = chosen.filter((file) => isFolder && !isZip(file));
	return [...(folder.length > 0 ? [folder] : []), ...apart.map((file) => [file])];
}

async function readGroup(group: readonly File[]): Promise<Result<ReadGroup>> {
	const first = group[0]!;
	const bytes = new Uint8Array(await first.arrayBuffer());
	if (isZip(first)) return fromImport(await readZip(bytes));
	if (group.some((file) => baseName(file.name) === EVENT_FILE)) {
		const files = new Map<string, Uint8Array>();
		for (const file of group) files.set(file.name, new Uint8Array(await file.arrayBuffer()));
		return fromImport(await readFiles(files));
	}
	const read = await readFile(bytes, first.name);
	return read.ok ? { ok: true, value: { drafts: [{ draft: read.value, from: first.name }] } } : read;
}

function fromImport(read: Awaited<ReturnType<typeof readZip>>): Result<ReadGroup> {
	if (!read.ok) return read;
	const { event, accounts } = read.value;
	const drafts = accounts.map((draft, index) => ({ draft, from: event.accounts[index]?.file ?? '' }));
	return { ok: true, value: { event, drafts } };
}

function withName(failure: Failure, name: string): Failure {
	return { ...failure, detail: { name, ...failure.detail } };
}

function isZip(file: File): boolean {
	return /\.zip$/i.test(file.name);
}

function baseName(name: string): string {
	return name.slice(name.lastIndexOf('/') + 1);
}

/**
 * Puts a draft among the others, with a note where its wording is known from another source or it is another
 * edition; the failure `duplicate` where it is there already. An import says itself which accounts are which.
 */
export function takeDraft(
	draft: Draft | Account,
	from: string,
	drafts: DraftInput[],
	kept: readonly Account[],
	memo: Memo
): Failure | null {
	if (hasAlready(draft, drafts, kept)) return duplicate(draft);
	const known = 'id' in draft ? {} : compareWithKnown(draft, drafts, kept, memo);
	if (known.failure) return known.failure;
	const note = [draft.note, known.note].filter(Boolean).join(' ');
	drafts.push(toInput(note === '' ? draft : { ...draft, note }, from));
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

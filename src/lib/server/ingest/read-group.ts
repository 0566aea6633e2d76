import { type Account, type Draft, type EventFolder, ok, type Result } from '#lib/model/index.ts';
import { readFile } from './files/index.ts';
import { EVENT_FILE } from './import.ts';
import { readFiles, readZip } from './zip.ts';

/** A file as it was sent. */
export type NamedBytes = { name: string; bytes: Uint8Array };

/** What files that belong together give: drafts with the files they are from, and the event where one is described. */
export type ReadGroup = { event?: EventFolder; drafts: { draft: Draft | Account; from: string }[] };

/** Reads files that belong together: one by itself, a zip, or a folder with its `event.json`. */
export async function readGroup(files: readonly NamedBytes[]): Promise<Result<ReadGroup>> {
	const first = files[0]!;
	if (isZipName(first.name)) return fromImport(await readZip(first.bytes));
	if (files.some(({ name }) => isEventFile(name)))
		return fromImport(await readFiles(new Map(files.map(({ name, bytes }) => [name, bytes]))));
	const read = await readFile(first.bytes, first.name);
	return read.ok ? ok({ drafts: [{ draft: read.value, from: first.name }] }) : read;
}

function fromImport(read: Awaited<ReturnType<typeof readZip>>): Result<ReadGroup> {
	if (!read.ok) return read;
	const { event, accounts } = read.value;
	return ok({
		event,
		drafts: accounts.map((draft, index) => ({ draft, from: event.accounts[index]?.file ?? '' }))
	});
}

export function isZipName(name: string): boolean {
	return /\.zip$/i.test(name);
}

export function isEventFile(name: string): boolean {
	return name.slice(name.lastIndexOf('/') + 1) === EVENT_FILE;
}

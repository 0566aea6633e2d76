import { dirname, join } from 'node:path';
import type { Event } from '#lib/model/index.ts';
import type { Files } from '../files/files.ts';
import { newFile, putFile } from '../files/put-file.ts';
import { encodeHeader } from './journal.ts';
import { encodeSnapshot } from './snapshot.ts';

/**
 * An event's folder holds generations: a snapshot, and the journal of what came after it. The next generation's
 * journal is there before its snapshot, so that changes go on while that is written.
 */
const NAME = /^(snapshot|journal)\.([1-9]\d{0,8})\.(json|log)$/;

/** Generations that are kept: where a snapshot is damaged, the one before and its journal give the same state. */
const KEPT = 3;

export const snapshotName = (generation: number) => `snapshot.${generation}.json`;
export const journalName = (generation: number) => `journal.${generation}.log`;

/** The generations of which there is a snapshot, and those of which there is a journal, oldest first. */
export function generationsIn(names: readonly string[]): Record<'snapshot' | 'journal', number[]> {
	const found = { snapshot: [] as number[], journal: [] as number[] };
	for (const name of names) {
		const [, kind, generation] = NAME.exec(name) ?? [];
		if (kind !== undefined) found[kind as keyof typeof found].push(Number(generation));
	}
	for (const list of Object.values(found)) list.sort((a, b) => a - b);
	return found;
}

/** Where an event's journal stands. */
export type Place = { generation: number; seq: number; epoch: number };

/** Makes the folder of an event with its first generation, so that it is there whole or not at all. */
export async function makeEventFolder(
	files: Files,
	path: string,
	event: Event,
	epoch: number
): Promise<number> {
	const parent = dirname(path);
	const temporary = join(parent, `.${event.id}.new`);
	const place = { generation: 1, seq: 0, epoch };
	await files.remove(temporary);
	try {
		await files.makeFolder(temporary);
		const snapshot = await snapshotBytes(event, place);
		await newFile(files, join(temporary, snapshotName(1)), snapshot);
		await newFile(files, join(temporary, journalName(1)), headerBytes(event.id, place));
		await files.syncFolder(temporary);
		await files.rename(temporary, path);
		await files.syncFolder(parent);
		return snapshot.length;
	} catch (error) {
		await files.remove(temporary).catch(() => undefined);
		throw error;
	}
}

/** Begins the journal of a generation; `seq` is that of the last change before it. */
export function beginJournal(
	files: Files,
	folder: string,
	event: string,
	place: Place,
	check: () => void
): Promise<void> {
	return putFile(files, join(folder, journalName(place.generation)), headerBytes(event, place), check);
}

/** Writes the snapshot of a generation, takes the oldest generations away, and gives the snapshot's size. */
export async function keepSnapshot(
	files: Files,
	folder: string,
	event: Event,
	place: Place,
	check: () => void,
	kept = KEPT
): Promise<number> {
	const bytes = await snapshotBytes(event, place);
	await putFile(files, join(folder, snapshotName(place.generation)), bytes, check);
	check();
	for (const name of (await files.list(folder)) ?? []) {
		const generation = Number(NAME.exec(name)?.[2] ?? place.generation);
		if (generation <= place.generation - kept) await files.remove(join(folder, name));
	}
	await files.syncFolder(folder);
	return bytes.length;
}

function snapshotBytes(state: Event, { generation, seq }: Place): Promise<Buffer> {
	return encodeSnapshot({ snapshot: 2, event: state.id, generation, seq, state });
}

function headerBytes(event: string, { generation, seq, epoch }: Place): Buffer {
	return encodeHeader({ journal: 2, event, generation, base: seq + 1, epoch });
}

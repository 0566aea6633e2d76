import { join } from 'node:path';
import type { Event } from '#lib/model/index.ts';
import type { Files } from '../files/files.ts';
import { withChange } from './change.ts';
import { generationsIn, journalName, snapshotName } from './generations.ts';
import { readJournal, RECORDS_AT, type Journal } from './journal.ts';
import { decodeSnapshot, type Snapshot } from './snapshot.ts';

/** What an event's folder gives. */
export type Recovered = {
	/** The event after its last whole change; what it holds is not yet checked. Null without a whole snapshot. */
	event: Event | null;
	seq: number;
	/** When the last whole change was made; unknown where there was none since the snapshot. */
	at: string | undefined;
	/** The newest generation of which there is a file. */
	generation: number;
	/** The newest generation's journal: byte after its last whole record, and what it says of itself. */
	end: number;
	tail: 'none' | 'half written';
	isMarked: boolean;
	snapshotSize: number;
	/** Something that was acknowledged is missing: the event must not be written on. */
	isDamaged: boolean;
	/** Names of files that are not as they were written; all that they held may still be there from others. */
	faults: string[];
};

/** Reads an event's folder: the newest whole snapshot, and every change after it. Changes nothing. */
export async function recover(files: Files, folder: string, id: string): Promise<Recovered> {
	const { snapshot: snapshots, journal: journals } = generationsIn((await files.list(folder)) ?? []);
	const generation = Math.max(0, snapshots.at(-1) ?? 0, journals.at(-1) ?? 0);
	const faults: string[] = [];
	const found: Recovered = {
		event: null,
		seq: 0,
		at: undefined,
		generation,
		end: RECORDS_AT,
		tail: 'none',
		isMarked: true,
		snapshotSize: 0,
		isDamaged: true,
		faults
	};
	let base: Snapshot | null = null;
	for (const number of snapshots.reverse()) {
		const bytes = await files.read(join(folder, snapshotName(number)));
		base = bytes === null ? null : decodeSnapshot(bytes, id, number);
		found.snapshotSize = bytes?.length ?? 0;
		if (base !== null) break;
		faults.push(snapshotName(number));
	}
	if (base === null) return found;
	Object.assign(found, { event: base.state, seq: base.seq, isDamaged: false });
	const read = new Map<number, Journal | null>();
	for (let number = base.generation; number <= generation; number++) {
		const bytes = await files.read(join(folder, journalName(number)));
		read.set(number, bytes === null ? null : readJournal(bytes, id, number));
	}
	for (const [number, journal] of read) {
		replay(found, journal, read.get(number + 1));
		if (journal === null || journal.isShort || journal.isHeadWrong) faults.push(journalName(number));
		if (found.isDamaged) break;
	}
	return found;
}

/** Lays a journal's changes over what was found before it. Where the next journal begins, this one ends. */
function replay(found: Recovered, journal: Journal | null, next: Journal | null | undefined): void {
	const nextBase = next?.header?.base ?? next?.records[0]?.seq;
	for (const { seq, at, change } of journal?.records ?? []) {
		if (seq <= found.seq) continue;
		if (seq !== found.seq + 1 || (nextBase !== undefined && seq >= nextBase)) break;
		found.event = withChange(found.event!, change);
		found.seq = seq;
		found.at = at;
	}
	found.isDamaged =
		nextBase !== undefined
			? nextBase !== found.seq + 1
			: journal === null || journal.isShort || journal.records.some(({ seq }) => seq > found.seq);
	if (next !== undefined || journal === null) return;
	found.end = journal.end;
	found.tail = journal.hasTail ? 'half written' : 'none';
	found.isMarked = journal.acknowledged === journal.end;
}

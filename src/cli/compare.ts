import { createEngine } from '#lib/engine/index.ts';
import {
	ok,
	type Account,
	type Comparison,
	type Edition,
	type EventFolder,
	type Result,
	type Standing
} from '#lib/model/index.ts';
import type { CompareRequest } from '#lib/server/export/index.ts';
import { readFolder } from '#lib/server/ingest/index.ts';
import { loadLexicon } from '#lib/server/lexicon.ts';
import { tellProgress, type Terminal } from './terminal.ts';

export type ComparedFolder = { event: EventFolder; accounts: Account[]; comparison: Comparison };

/** Reads a folder of accounts and compares them. */
export async function compareFolder(folder: string, terminal: Terminal): Promise<Result<ComparedFolder>> {
	const read = await readFolder(folder);
	if (!read.ok) return read;
	const { event, accounts } = read.value;
	return ok({
		event,
		accounts,
		comparison: compare({ id: event.event, title: event.title }, accounts, terminal)
	});
}

/** Compares accounts here and now: the command is its own process, so no thread is needed. */
export function compare(
	event: { id: string; title: string },
	accounts: Account[],
	terminal: Terminal,
	kept: { reviews?: readonly Standing[]; editions?: readonly Edition[] } = {}
): Comparison {
	return createEngine(loadLexicon()).compare(event, accounts, {
		onProgress: tellProgress(terminal),
		...kept
	});
}

/** Compares what leaves the house, where the kept comparison is of other accounts. */
export function compareForExport(
	terminal: Terminal
): (request: CompareRequest) => Promise<Result<Comparison>> {
	return ({ event, accounts, ...kept }) => Promise.resolve(ok(compare(event, accounts, terminal, kept)));
}

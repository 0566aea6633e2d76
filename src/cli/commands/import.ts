import { readFile } from 'node:fs/promises';
import { effectiveReviews, ok, type Result } from '#lib/model/index.ts';
import { readConfig } from '#lib/server/config.ts';
import { comparisonJson } from '#lib/server/export/index.ts';
import { bundledEvent, readBundle } from '#lib/server/ingest/index.ts';
import { openStore, type EventDraft } from '#lib/server/store/index.ts';
import { compare, compareFolder } from '../compare.ts';
import { EXIT, tellFailure, type Terminal } from '../terminal.ts';
import type { Command } from './command.ts';

export const importCommand: Command = {
	usage: 'import DIR | FILE.zip [--data FOLDER]',
	about:
		'Compares the accounts in a folder, or takes an event out of what export --zip wrote; keeps it as a new event, and prints its id.',
	options: ['data'],
	argument: 'DIR or FILE.zip',
	async run(from, { data }, terminal) {
		const draft = /\.zip$/i.test(from) ? await openBundle(from, terminal) : await openFolder(from, terminal);
		if (!draft.ok) {
			tellFailure(terminal, draft.failure);
			return EXIT.failed;
		}
		const store = await openStore(data ?? readConfig().data);
		if (!store.ok) {
			tellFailure(terminal, store.failure);
			return EXIT.failed;
		}
		const created = await store.value.create(draft.value);
		await store.value.close();
		if (!created.ok) {
			tellFailure(terminal, created.failure);
			return EXIT.failed;
		}
		const { title, accounts, comparison } = draft.value;
		const lines = comparison?.lines ?? [];
		const disputed = lines.filter((line) => line.state === 'disputed').length;
		terminal.err(
			`Kept '${title}': ${accounts.length} accounts, ${lines.length} lines, ${disputed} in dispute.\n`
		);
		terminal.out(`${created.value.id}\n`);
		return EXIT.ok;
	}
};

async function openFolder(folder: string, terminal: Terminal): Promise<Result<EventDraft>> {
	const compared = await compareFolder(folder, terminal);
	if (!compared.ok) return compared;
	const { event, accounts, comparison } = compared.value;
	const { title, what, when } = event;
	return ok({ name: event.event, title, what, when, accounts, comparison });
}

/** Takes the event out of a bundle as it is, and says whether the engine here comes to the same comparison. */
async function openBundle(file: string, terminal: Terminal): Promise<Result<EventDraft>> {
	const bytes = await readFile(file).catch(() => null);
	if (bytes === null) return { ok: false, failure: { code: 'file_absent', detail: { name: file } } };
	const read = readBundle(bytes);
	if (!read.ok) return read;
	const { event, accounts, editions, comparison, reviews, engine, seal } = read.value;
	terminal.err(`Nothing in it was changed since it was made. Seal: ${seal}\n`);
	if (comparison !== null && engine !== null) {
		const { name: id, title } = event;
		const again = compare({ id, title }, accounts, terminal, {
			editions,
			reviews: effectiveReviews(reviews)
		});
		terminal.err(
			comparisonJson(again) === comparisonJson(comparison)
				? 'Compared again, its accounts give the same comparison byte for byte.\n'
				: `Its comparison was made by Lateral ${engine.version} (rules ${engine.rules}); the one here comes to another. The one it came with is kept.\n`
		);
	}
	return ok(bundledEvent(read.value));
}

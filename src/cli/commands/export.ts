import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { withoutDrafts, type Comparison, type Event } from '#lib/model/index.ts';
import { openStore, type Store } from '#lib/server/store/index.ts';
import { readConfig } from '#lib/server/config.ts';
import {
	comparisonJson,
	comparisonJsonLd,
	comparisonMarkdown,
	eventBundle,
	evidenceOf,
	jsonLdFile,
	type Evidence
} from '#lib/server/export/index.ts';
import { keptPage } from '#lib/viz/kept-page.ts';
import { compareForExport } from '../compare.ts';
import { loadKeptPage } from '../kept-page.ts';
import { EXIT, tellFailure, type Terminal } from '../terminal.ts';
import type { Command, Options } from './command.ts';

type Compared = Evidence & { comparison: Comparison };

/** The forms that a comparison is printed in. */
const FORMS: Record<string, (event: Compared) => string | Promise<string>> = {
	json: ({ comparison }) => comparisonJson(comparison),
	md: ({ comparison, accounts }) => comparisonMarkdown(comparison, accounts),
	jsonld: ({ comparison, accounts }) => jsonLdFile(comparison, accounts),
	html: writePage
};

export const exportCommand: Command = {
	usage: 'export EVENT [--json | --md | --format FORM | --zip FILE] [--drafts] [--data FOLDER]',
	about:
		'Prints the comparison of a kept event, named by its id or its short name, as FORM: json, md, jsonld (its claims in the vocabulary of schema.org) or html (one page that opens without a server); or writes all of it to FILE, as evidence that import reads. Your own drafts stay out without --drafts.',
	options: ['json', 'md', 'format', 'zip', 'drafts', 'data'],
	argument: 'EVENT',
	async run(wanted, options, terminal) {
		if (options.format !== undefined && !Object.hasOwn(FORMS, options.format)) {
			terminal.err(`There is no form '${options.format}'. Choose ${Object.keys(FORMS).join(', ')}.\n`);
			return EXIT.usage;
		}
		const folder = options.data ?? readConfig().data;
		if (!existsSync(folder)) {
			terminal.err(`There is no data folder '${folder}'. Name one with --data.\n`);
			return EXIT.failed;
		}
		const store = await openStore(folder, { access: 'read' });
		if (!store.ok) {
			tellFailure(terminal, store.failure);
			return EXIT.failed;
		}
		const event = await find(store.value, wanted);
		if (typeof event === 'string') {
			terminal.err(event);
			return EXIT.failed;
		}
		const evidence = await evidenceOf(
			options.drafts ? event : withoutDrafts(event),
			compareForExport(terminal)
		);
		if (evidence.ok) return give(evidence.value, options, terminal);
		tellFailure(terminal, evidence.failure);
		return EXIT.failed;
	}
};

async function give(event: Evidence, { json, zip, format }: Options, terminal: Terminal): Promise<number> {
	if (zip !== undefined) return writeBundle(event, zip, terminal);
	const { comparison } = event;
	if (comparison === null) {
		terminal.err('This event has no accounts to compare.\n');
		return EXIT.failed;
	}
	const write = FORMS[format ?? (json ? 'json' : 'md')]!;
	terminal.out(await write({ ...event, comparison }));
	return EXIT.ok;
}

/** The page to keep: what draws it is Svelte, and is read only when it is asked for. */
async function writePage(event: Compared): Promise<string> {
	const render = await loadKeptPage();
	const page = keptPage(event, new Date().toISOString());
	return render(page, comparisonJsonLd(event.comparison, event.accounts));
}

async function writeBundle(event: Evidence, file: string, terminal: Terminal): Promise<number> {
	const { bytes, seal } = eventBundle(event);
	try {
		// A bundle is evidence: one that is there already is never written over.
		await writeFile(file, bytes, { flag: 'wx' });
	} catch (error) {
		const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST';
		terminal.err(isThere ? `There is a file '${file}' already.\n` : `'${file}' could not be written.\n`);
		return EXIT.failed;
	}
	terminal.err(`Wrote ${event.accounts.length} accounts and ${event.reviews?.length ?? 0} reviews. Seal:\n`);
	terminal.out(`${seal}\n`);
	return EXIT.ok;
}

/** The event of that id or short name, or a sentence that says why there is not one. */
async function find(store: Store, wanted: string): Promise<Event | string> {
	const events = await store.list();
	const found = events.filter((event) => event.id === wanted || event.name === wanted);
	if (found[0] !== undefined && found.length === 1) return found[0];
	const choice = (found.length > 1 ? found : events).map(
		({ id, name, title }) => `  ${id}  ${name}  ${title}\n`
	);
	const problem = found.length > 1 ? `Several events are named '${wanted}'` : `There is no event '${wanted}'`;
	return choice.length === 0
		? `${problem}: no event is kept yet.\n`
		: `${problem}. Choose by id:\n${choice.join('')}`;
}

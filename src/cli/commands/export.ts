import { existsSync } from 'node:fs';
import { effectiveReviews, withoutDrafts } from '#lib/model/index.ts';
import { isStale, openStore, type Store } from '#lib/server/store/index.ts';
import { readConfig } from '#lib/server/config.ts';
import { comparisonJson, comparisonMarkdown } from '#lib/server/export/index.ts';
import { compare } from '../compare.ts';
import { EXIT, tellFailure } from '../terminal.ts';
import type { Command } from './command.ts';

export const exportCommand: Command = {
	usage: 'export EVENT [--json | --md] [--drafts] [--data FOLDER]',
	about:
		'Prints the comparison of a kept event, named by its id or its short name; with --drafts your own drafts too.',
	options: ['json', 'md', 'drafts', 'data'],
	argument: 'EVENT',
	async run(wanted, { json, drafts, data }, terminal) {
		const folder = data ?? readConfig().data;
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
		const taken = drafts ? event : withoutDrafts(event);
		const { name, title, accounts, editions = [], reviews = [] } = taken;
		const known = isStale(event) ? null : taken.comparison;
		const comparison =
			known ??
			compare({ id: name, title }, accounts, terminal, { editions, reviews: effectiveReviews(reviews) });
		terminal.out(json ? comparisonJson(comparison) : comparisonMarkdown(comparison, accounts));
		return EXIT.ok;
	}
};

/** The event of that id or short name, or a sentence that says why there is not one. */
async function find(store: Store, wanted: string) {
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

import { readConfig } from '#lib/server/config.ts';
import { openStore } from '#lib/server/store/index.ts';
import { compareFolder } from '../compare.ts';
import { EXIT, tellFailure } from '../terminal.ts';
import type { Command } from './command.ts';

export const importCommand: Command = {
	usage: 'import DIR [--data FOLDER]',
	about: 'Compares the accounts in a folder, keeps them as a new event, and prints its id.',
	options: ['data'],
	argument: 'DIR',
	async run(folder, { data }, terminal) {
		const compared = await compareFolder(folder, terminal);
		if (!compared.ok) {
			tellFailure(terminal, compared.failure);
			return EXIT.failed;
		}
		const store = await openStore(data ?? readConfig().data);
		if (!store.ok) {
			tellFailure(terminal, store.failure);
			return EXIT.failed;
		}
		const { event, accounts, comparison } = compared.value;
		const { title, what, when } = event;
		const draft = { name: event.event, title, what, when, accounts, comparison };
		const created = await store.value.create(draft);
		await store.value.close();
		if (!created.ok) {
			tellFailure(terminal, created.failure);
			return EXIT.failed;
		}
		const { lines } = comparison;
		const disputed = lines.filter((line) => line.state === 'disputed').length;
		terminal.err(
			`Kept '${title}': ${accounts.length} accounts, ${lines.length} lines, ${disputed} in dispute.\n`
		);
		terminal.out(`${created.value.id}\n`);
		return EXIT.ok;
	}
};

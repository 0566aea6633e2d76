import { comparisonJson, comparisonMarkdown } from '#lib/server/export/index.ts';
import { compareFolder } from '../compare.ts';
import { EXIT, tellFailure } from '../terminal.ts';
import type { Command } from './command.ts';

export const compareCommand: Command = {
	usage: 'compare DIR [--json | --md]',
	about: 'Compares the accounts in a folder and prints the lineup; keeps nothing.',
	options: ['json', 'md'],
	argument: 'DIR',
	async run(folder, { json }, terminal) {
		const compared = await compareFolder(folder, terminal);
		if (!compared.ok) {
			tellFailure(terminal, compared.failure);
			return EXIT.failed;
		}
		const { comparison, accounts } = compared.value;
		terminal.out(json ? comparisonJson(comparison) : comparisonMarkdown(comparison, accounts));
		return EXIT.ok;
	}
};

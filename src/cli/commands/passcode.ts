import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { failureMessage } from '#lib/i18n/failures.ts';
import { hashPasscode, readPasscodes, ROLES, writePasscodes, type Role } from '#lib/server/access/index.ts';
import { readConfig } from '#lib/server/config.ts';
import { MARKER, openStore } from '#lib/server/store/index.ts';
import { readSecret } from '../secret.ts';
import { EXIT, tellFailure } from '../terminal.ts';
import type { Command } from './command.ts';

export const passcodeCommand: Command = {
	usage: 'passcode ROLE [--data FOLDER]',
	about:
		'Sets the passcode of the owner, the editor or the reader, for a Lateral that others can reach. An empty one takes it away.',
	options: ['data'],
	argument: 'ROLE',
	async run(name, options, terminal) {
		if (!ROLES.some((role) => role === name)) {
			terminal.err(`There is no role '${name}'. Choose one of: ${ROLES.join(', ')}.\n`);
			return EXIT.usage;
		}
		const role = name as Role;
		const data = options.data ?? readConfig().data;
		const passcode = await readSecret(`Passcode for the ${role} (it is not shown): `);
		if (passcode === null) {
			terminal.err('No passcode was given. Nothing was changed.\n');
			return EXIT.failed;
		}
		if (process.stdin.isTTY && (await readSecret('The same again: ')) !== passcode) {
			terminal.err('These were two different passcodes. Nothing was changed.\n');
			return EXIT.failed;
		}
		if (!existsSync(join(data, MARKER))) {
			// The first thing that anybody does with a folder, or with an empty volume, may be this: then it becomes a store.
			const store = await openStore(data);
			if (!store.ok) {
				tellFailure(terminal, store.failure);
				return EXIT.failed;
			}
			await store.value.close();
		}
		const { [role]: _old, ...others } = await readPasscodes(data);
		if (passcode === '') {
			await writePasscodes(data, others);
			terminal.err(`The ${role} has no passcode any more. Whoever was signed in with it is not.\n`);
			return EXIT.ok;
		}
		const hashed = await hashPasscode(passcode);
		if (!hashed.ok) {
			terminal.err(`${failureMessage(hashed.failure.code, hashed.failure.detail)} Nothing was changed.\n`);
			return EXIT.failed;
		}
		await writePasscodes(data, { ...others, [role]: hashed.value });
		terminal.err(
			`The passcode of the ${role} is set. Whoever was signed in with the old one has to sign in again.\n`
		);
		return EXIT.ok;
	}
};

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '#lib/server/root.ts';
import type { Command, Options } from './commands/command.ts';
import { compareCommand } from './commands/compare.ts';
import { explainCommand } from './commands/explain.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { passcodeCommand } from './commands/passcode.ts';
import { backupCommand, compactCommand, restoreCommand, verifyCommand } from './commands/store.ts';
import { EXIT, type Terminal } from './terminal.ts';

const COMMANDS: Readonly<Record<string, Command>> = {
	compare: compareCommand,
	import: importCommand,
	export: exportCommand,
	explain: explainCommand,
	passcode: passcodeCommand,
	verify: verifyCommand,
	backup: backupCommand,
	restore: restoreCommand,
	compact: compactCommand
};

const OPTIONS = {
	json: { type: 'boolean' },
	md: { type: 'boolean' },
	format: { type: 'string' },
	zip: { type: 'string' },
	drafts: { type: 'boolean' },
	data: { type: 'string' },
	help: { type: 'boolean', short: 'h' },
	version: { type: 'boolean', short: 'v' }
} as const;

/** Runs a command line, without the program's name, and gives the exit code. */
export async function main(args: string[], terminal: Terminal): Promise<number> {
	let parsed;
	try {
		parsed = parseArgs({ args, options: OPTIONS, allowPositionals: true });
	} catch (error) {
		return misused(terminal, (error as Error).message);
	}
	const { help, version, ...options } = parsed.values;
	const [name, ...rest] = parsed.positionals;
	if (version) return tell(terminal, `${readVersion()}\n`);
	if (help) return tell(terminal, helpText());
	if (name === undefined) return misused(terminal, 'Say what to do.');
	const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
	if (command === undefined) return misused(terminal, `There is no command '${name}'.`);
	const problem = misuse(command, options, rest);
	return problem === null ? command.run(rest[0]!, options, terminal) : misused(terminal, problem);
}

function misuse(command: Command, options: Options, rest: readonly string[]): string | null {
	const foreign = (Object.keys(options) as (keyof Options)[]).find((name) => !command.options.includes(name));
	if (foreign !== undefined) return `This command has no option --${foreign}: lateral ${command.usage}`;
	if (rest.length !== 1) return `Give one ${command.argument}: lateral ${command.usage}`;
	const forms = (['json', 'md', 'format', 'zip'] as const).filter((name) => options[name] !== undefined);
	return forms.length > 1 ? `Choose one of ${forms.map((name) => `--${name}`).join(' and ')}.` : null;
}

function misused({ err }: Terminal, problem: string): number {
	err(`${problem}\nSee lateral --help.\n`);
	return EXIT.usage;
}

function tell({ out }: Terminal, text: string): number {
	out(text);
	return EXIT.ok;
}

function readVersion(): string {
	const { version } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as {
		version: string;
	};
	return version;
}

function helpText(): string {
	const commands = Object.values(COMMANDS).map(({ usage, about }) => `  lateral ${usage}\n      ${about}\n`);
	return `Lateral lines up how different sources described the same event.

${commands.join('\n')}
  --json           print the comparison document (lateral-comparison/1)
  --md             print it to read, as Markdown; this is what happens without either
  --zip FILE       write everything of it to FILE: texts, hashes, comparison, reviews; prints the seal
  --drafts         with your own drafts, which stay out otherwise
  --data FOLDER    where events are kept; also LATERAL_DATA; data/store if neither is given
  --help           show this
  --version        show the version

A DIR holds event.json and one text or saved page an account. Results go to standard output, and everything
else to standard error. To start the server: npm start.

Exit codes: 0 done, 1 it failed (the reason is on standard error), 2 the command line is wrong.
`;
}

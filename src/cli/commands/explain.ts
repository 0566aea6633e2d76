import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createEngine } from '#lib/engine/index.ts';
import { fail, type Claim, type Draft, type Result } from '#lib/model/index.ts';
import { readHtml, readPlain, toAccount } from '#lib/server/ingest/index.ts';
import { showUnseen } from '#lib/i18n/unseen.ts';
import { loadLexicon } from '#lib/server/lexicon.ts';
import { EXIT, tellFailure } from '../terminal.ts';
import type { Command } from './command.ts';

export const explainCommand: Command = {
	usage: 'explain FILE [--json]',
	about:
		'Shows the claims that are found in one text or saved page, and which rules made them what they are.',
	options: ['json'],
	argument: 'FILE',
	async run(file, { json }, terminal) {
		const draft = await readDraft(file);
		if (!draft.ok) {
			tellFailure(terminal, draft.failure);
			return EXIT.failed;
		}
		const account = toAccount(draft.value, new Set());
		const { claims } = createEngine(loadLexicon()).extract(account);
		if (json) terminal.out(`${JSON.stringify(claims, null, 2)}\n`);
		else terminal.out(showUnseen(claims.map(explain).join('\n')));
		terminal.err(`${claims.length} claims.\n`);
		return EXIT.ok;
	}
};

async function readDraft(file: string): Promise<Result<Draft>> {
	const bytes = await readFile(file).catch(() => null);
	if (bytes === null) return fail('import_missing_file', { name: file });
	const name = basename(file);
	return /\.x?html?$/i.test(name) ? readHtml(bytes, name) : readPlain(bytes, name);
}

/** A claim as a few lines: place, words, how it is said, by whom, values, rules. */
function explain(claim: Claim): string {
	const { start, end, text, voice, certainty, quote, attribution, holder, values, why = [] } = claim;
	const said = [voice, certainty, ...(quote === undefined ? [] : [`${quote} quote`])].join(', ');
	const chain = attribution.map(({ name, named, cue }) => {
		return `${name}${named ? '' : ' (unnamed)'}${cue === undefined ? '' : ` [${cue}]`}`;
	});
	return [
		`${start}-${end}  ${text.replace(/\s+/g, ' ')}`,
		`  said:    ${said}`,
		`  holder:  ${holder || 'the account itself'}${chain.length === 0 ? '' : ` (through ${chain.join(' ← ')})`}`,
		...values.map((value) => `  value:   ${value.kind} ${value.text}${bounds(value)}`),
		...why.map((reason) => `  because: ${reason.rule}${reason.text === undefined ? '' : `: ${reason.text}`}`),
		''
	].join('\n');
}

function bounds({ low, high, unit, from, to }: Claim['values'][number]): string {
	const range = [low ?? from ?? '', high ?? to ?? ''];
	const shown = range[0] === range[1] ? `${range[0]}` : `${range[0]}..${range[1]}`;
	return shown === '' ? '' : ` = ${shown}${unit === undefined ? '' : ` ${unit}`}`;
}

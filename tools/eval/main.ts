import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createEngine } from '#lib/engine/index.ts';
import { loadLexicon } from '#lib/server/lexicon.ts';
import { measureGroups } from './groups.ts';
import { compareAccounts, predictCorpora } from './outside.ts';
import { measurePages } from './pages.ts';
import { formatQuality, qualityOf } from './quality.ts';
import { measure, readFolders, SAMPLES } from './samples.ts';
import { tableOf } from './table.ts';

const USAGE = `npm run eval                                scores the sample events and writes data/quality.json
npm run eval -- --only NAME                 scores one of them and writes nothing
npm run eval -- --accounts DIR --out DIR    writes a comparison for every folder of accounts in DIR
npm run eval -- --group --data DIR          groups the outside corpora by event and prints how well
npm run eval -- --pages                     reads the fixture pages and prints how well
npm run eval -- --data DIR --out DIR        writes predictions for the outside corpora in DIR`;

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			accounts: { type: 'string' },
			data: { type: 'string' },
			out: { type: 'string' },
			only: { type: 'string' },
			group: { type: 'boolean' },
			pages: { type: 'boolean' },
			help: { type: 'boolean' }
		}
	});
	const { accounts, data, out, only } = values;
	if (values.help) return console.log(USAGE);
	if (values.pages) return measurePages();
	if (values.group) {
		if (data === undefined) throw new Error(`--data is missing\n${USAGE}`);
		return measureGroups(data);
	}
	if ((accounts ?? data) !== undefined && out === undefined) throw new Error(`--out is missing\n${USAGE}`);
	const wanted = (name: string) => only === undefined || name === only;
	const files = loadLexicon();
	if (data !== undefined) await predictCorpora(data, out!, files, wanted);
	if (accounts !== undefined) await compareAccounts(accounts, out!, createEngine(files), wanted);
	if ((accounts ?? data) === undefined) await scoreSamples(files, only);
}

async function scoreSamples(files: ReturnType<typeof loadLexicon>, only: string | undefined): Promise<void> {
	const folders = (await readFolders(SAMPLES)).filter(({ id }) => only === undefined || id === only);
	const { engine, events, all } = measure(createEngine(files), folders);
	console.log(tableOf(new Map([...events, ['all', all]])));
	if (only !== undefined) return;
	const quality = qualityOf(engine, [...events.keys()], all);
	writeFileSync(join(SAMPLES, '..', 'quality.json'), formatQuality(quality));
}

try {
	await main();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 2;
}

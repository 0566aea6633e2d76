import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Engine, LexiconFiles } from '#lib/engine/index.ts';
import type { Corpus } from './corpus.ts';
import { compareFolder, readFolders } from './samples.ts';

const MODULES = join(import.meta.dirname, 'corpora');

/** Writes the predictions for every outside corpus that has a module and a folder under `data`. */
export async function predictCorpora(
	data: string,
	out: string,
	files: LexiconFiles,
	wanted: (name: string) => boolean
): Promise<void> {
	mkdirSync(out, { recursive: true });
	const modules = existsSync(MODULES) ? readdirSync(MODULES) : [];
	for (const file of modules.filter((name) => /(?<!\.test)\.ts$/.test(name)).sort()) {
		const corpus = (await import(pathToFileURL(join(MODULES, file)).href)) as Partial<Corpus>;
		if (corpus.name === undefined || corpus.run === undefined || !wanted(corpus.name)) continue;
		const dataDir = join(data, corpus.name);
		if (!existsSync(dataDir)) continue;
		const started = performance.now();
		await corpus.run({ dataDir, outDir: out, files });
		console.log(`${corpus.name}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
	}
}

/** Writes one comparison document for every folder of accounts under `dir`. */
export async function compareAccounts(
	dir: string,
	out: string,
	engine: Engine,
	wanted: (name: string) => boolean
): Promise<void> {
	mkdirSync(out, { recursive: true });
	for (const folder of await readFolders(dir)) {
		if (!wanted(folder.id)) continue;
		const started = performance.now();
		const comparison = compareFolder(engine, folder);
		writeFileSync(join(out, `${folder.id}.json`), `${JSON.stringify(comparison, null, '\t')}\n`);
		console.log(`${folder.id}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
	}
}

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '#lib/engine/index.ts';
import type { Account, Comparison } from '#lib/model/index.ts';
import { readFolder } from '#lib/server/ingest/index.ts';
import { pool } from './counts.ts';
import { figuresOf, type Figures } from './figures.ts';
import { readGold } from './gold.ts';
import { score } from './score.ts';

export const SAMPLES = join(import.meta.dirname, '..', '..', 'data', 'samples');

export type Folder = { id: string; title: string; dir: string; accounts: Account[] };

/** Reads every folder of accounts directly under a folder, in order of name. Throws on one that cannot be read. */
export async function readFolders(dir: string): Promise<Folder[]> {
	const folders: Folder[] = [];
	for (const entry of readdirSync(dir, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
		const path = join(dir, entry.name);
		if (!entry.isDirectory() || !readdirSync(path).includes('event.json')) continue;
		const read = await readFolder(path);
		if (!read.ok)
			throw new Error(`${path}: ${read.failure.code} ${JSON.stringify(read.failure.detail ?? {})}`);
		const { event, accounts } = read.value;
		folders.push({ id: event.event, title: event.title, dir: path, accounts });
	}
	return folders;
}

export function compareFolder(engine: Engine, { id, title, accounts }: Folder): Comparison {
	return engine.compare({ id, title }, accounts);
}

/** What was measured: each event by itself, and all their cases pooled. */
export type Measured = { engine: Comparison['engine']; events: Map<string, Figures>; all: Figures };

/** Scores an engine on folders that have a `gold.json`; there must be at least one. */
export function measure(engine: Engine, folders: readonly Folder[]): Measured {
	const counted = folders.map((folder) => {
		const comparison = compareFolder(engine, folder);
		const gold = readGold(folder.dir, folder.accounts);
		return { id: folder.id, engine: comparison.engine, counts: score(gold, comparison, folder.accounts) };
	});
	if (counted.length === 0) throw new Error('No event of this name: look into data/samples.');
	return {
		engine: counted[0]!.engine,
		events: new Map(counted.map(({ id, counts }) => [id, figuresOf(counts)])),
		all: figuresOf(pool(counted.map(({ counts }) => counts)))
	};
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { groupPieces, type Piece } from '#lib/engine/groups/index.ts';

type Pile = { name: string; pieces: Piece[]; gold: Map<string, string> };

/**
 * B-cubed precision, recall and F1 over the pieces (Bagga and Baldwin 1998): for each piece, the share of its
 * proposed group that is of its event, and the share of its event that is in its group; then the means.
 */
export function bCubed(groups: readonly (readonly string[])[], gold: ReadonlyMap<string, string>) {
	const sizes = new Map<string, number>();
	for (const event of gold.values()) sizes.set(event, (sizes.get(event) ?? 0) + 1);
	let precision = 0;
	let recall = 0;
	for (const group of groups) {
		for (const id of group) {
			const event = gold.get(id)!;
			const shared = group.filter((other) => gold.get(other) === event).length;
			precision += shared / group.length / gold.size;
			recall += shared / sizes.get(event)! / gold.size;
		}
	}
	return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

/** Groups the outside corpora in `dir` and prints how well the events were found, and how fast. */
export async function measureGroups(dir: string): Promise<void> {
	console.log('pile        pieces  events  groups  precision  recall  F1     seconds');
	for (const { name, pieces, gold } of [await basil(dir), await ecb(dir)]) {
		const started = performance.now();
		const groups = groupPieces(pieces).map((group) => group.pieces);
		const seconds = (performance.now() - started) / 1000;
		const { precision, recall, f1 } = bCubed(groups, gold);
		const figures = [precision, recall, f1].map((value) => value.toFixed(3).padEnd(9)).join(' ');
		const events = new Set(gold.values()).size;
		console.log(
			`${name.padEnd(12)}${[pieces.length, events, groups.length].map((n) => String(n).padEnd(7)).join(' ')} ${figures} ${seconds.toFixed(2)}`
		);
	}
}

const jsonl = async (path: string) =>
	(await readFile(path, 'utf8'))
		.split('\n')
		.filter(Boolean)
		.map((line) => JSON.parse(line) as unknown);

async function basil(dir: string): Promise<Pile> {
	type Article = { id: string; event: string; date: string; title: string; paragraphs: string[][] };
	const articles = (await jsonl(join(dir, 'basil', 'articles.jsonl'))) as Article[];
	return {
		name: 'basil',
		pieces: articles.map(({ id, title, date, paragraphs }) => ({
			id,
			title,
			publishedAt: date,
			text: paragraphs.flat().join(' ')
		})),
		gold: new Map(articles.map(({ id, event }) => [id, event]))
	};
}

async function ecb(dir: string): Promise<Pile> {
	type Document = { doc: string; event: string; sentences: { text: string }[] };
	const documents = (await jsonl(join(dir, 'ecbplus', 'documents.jsonl'))) as Document[];
	return {
		name: 'ecbplus',
		pieces: documents.map(({ doc, sentences }) => ({
			id: doc,
			title: '',
			text: sentences.map(({ text }) => text).join(' ')
		})),
		gold: new Map(documents.map(({ doc, event }) => [doc, event]))
	};
}

import { join } from 'node:path';
import { createFactualityReader } from '#lib/engine/claims/index.ts';
import type { CorpusRun } from '../corpus.ts';
import { readLines, writeLines } from '../pair-reader.ts';

export const name = 'uw-factuality';

/** Predicts how firmly each sentence holds that each marked event happened, from -3 to 3. */
export function run({ dataDir, outDir, files }: CorpusRun): void {
	const reader = createFactualityReader(files);
	const sentences = readLines<{ id: string; tokens: string[]; events: { start: number }[] }>(
		dataDir,
		'sentences.jsonl'
	);
	const rows = sentences.flatMap(({ id, tokens, events }) => {
		const starts: number[] = [];
		let text = '';
		for (const token of tokens) {
			starts.push(text.length);
			text += `${token} `;
		}
		return events.map(({ start }) => ({
			id,
			start,
			factuality: reader.factuality(text.trimEnd(), starts[start]!)
		}));
	});
	writeLines(join(outDir, `${name}.jsonl`), rows);
}

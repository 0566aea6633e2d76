import { join } from 'node:path';
import type { CorpusRun } from '../corpus.ts';
import { createPairReader, readLines, writeLines } from '../pair-reader.ts';

export const name = 'breaking-nli';

/** Chosen on the development part. */
const AGREE_FROM = 0.7;

/** Predicts, for each pair, whether the second text agrees with the first, contradicts it, or neither. */
export function run({ dataDir, outDir, files }: CorpusRun): void {
	const reader = createPairReader(files);
	const pairs = readLines<{ id: string; premise: string; hypothesis: string }>(dataDir, 'pairs.jsonl');
	const rows = pairs.map(({ id, premise, hypothesis }) => ({
		id,
		pred: reader.judge(reader.read('a', premise), reader.read('b', hypothesis), AGREE_FROM)
	}));
	writeLines(join(outDir, `${name}.jsonl`), rows);
}

import { join } from 'node:path';
import type { CorpusRun } from '../corpus.ts';
import { createPairReader, readLines, writeLines } from '../pair-reader.ts';

export const name = 'claimdiff';

/** Chosen on the development part. */
const AGREE_FROM = 0.1;

/** Predicts, for each pair, whether the second text agrees with the first, contradicts it, or neither. */
export function run({ dataDir, outDir, files }: CorpusRun): void {
	const reader = createPairReader(files);
	const pairs = readLines<{ id: string; a: string; b: string }>(dataDir, 'pairs.jsonl');
	const rows = pairs.map(({ id, a, b }) => ({
		id,
		pred: reader.judge(reader.read('a', a), reader.read('b', b), AGREE_FROM)
	}));
	writeLines(join(outDir, `${name}.jsonl`), rows);
}

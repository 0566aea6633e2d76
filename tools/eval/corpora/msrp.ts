import { join } from 'node:path';
import type { CorpusRun } from '../corpus.ts';
import { createPairReader, readLines, writeLines } from '../pair-reader.ts';

export const name = 'msrp';

/** From here two sentences count as one claim; chosen on the development part. */
const SAME = 0.5;

/** Predicts, for each pair of sentences, how near they are and whether they are one claim. */
export function run({ dataDir, outDir, files }: CorpusRun): void {
	const reader = createPairReader(files);
	const pairs = readLines<{ id: string; a: string; b: string }>(dataDir, 'pairs.jsonl');
	const gists = pairs.map(({ a, b }, i) => [reader.read(`a${i}`, a), reader.read(`b${i}`, b)] as const);
	const scores = reader.nearness(gists);
	writeLines(
		join(outDir, `${name}.jsonl`),
		pairs.map(({ id }, i) => ({ id, score: scores[i]!, pred: Number(scores[i]! >= SAME) }))
	);
}

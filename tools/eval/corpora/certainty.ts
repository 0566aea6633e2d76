import { join } from 'node:path';
import { createFactualityReader } from '#lib/engine/claims/index.ts';
import type { CorpusRun } from '../corpus.ts';
import { readLines, writeLines } from '../pair-reader.ts';

export const name = 'certainty';

/** Predicts how certain a finding is put, from 1 to 6; a finding without a weakening word is put with 5. */
export function run({ dataDir, outDir, files }: CorpusRun): void {
	const reader = createFactualityReader(files);
	const rows = readLines<{ id: string; text: string }>(dataDir, 'findings.jsonl').map(({ id, text }) => ({
		id,
		certainty: Number((2.2 + 2.8 * reader.firmness(text)).toFixed(3))
	}));
	writeLines(join(outDir, `${name}.jsonl`), rows);
}

import { join } from 'node:path';
import { createFactualityReader } from '#lib/engine/claims/index.ts';
import type { CorpusRun } from '../corpus.ts';
import { readLines, writeLines } from '../pair-reader.ts';

export const name = 'uw-factuality';

export type Sentence = { id: string; tokens: string[]; events: { start: number }[] };

/** A sentence's tokens with a space between any two, and where each begins. */
export function textOf({ tokens }: Pick<Sentence, 'tokens'>): { text: string; starts: number[] } {
	const starts: number[] = [];
	let length = 0;
	for (const token of tokens) {
		starts.push(length);
		length += token.length + 1;
	}
	return { text: tokens.join(' '), starts };
}

/** Predicts how firmly each sentence holds that each marked event happened, from -3 to 3. */
export function run({ dataDir, outDir, files }: CorpusRun): void {
	const reader = createFactualityReader(files);
	const rows = readLines<Sentence>(dataDir, 'sentences.jsonl').flatMap((sentence) => {
		const { text, starts } = textOf(sentence);
		return sentence.events.map(({ start }) => ({
			id: sentence.id,
			start,
			factuality: reader.factuality(text, starts[start]!)
		}));
	});
	writeLines(join(outDir, `${name}.jsonl`), rows);
}

import { join } from 'node:path';
import { shareOf } from '#lib/engine/relations/overlap.ts';
import type { CorpusRun } from '../corpus.ts';
import { createPairReader, readLines, writeLines } from '../pair-reader.ts';

export const name = 'fnc1';

/** Chosen on the development part: below the first a body is about something else, from the second it agrees. */
const RELATED = 0.42;
const AGREES = 0.72;
/** Sentences read of a body: an account says what it is about at its beginning. */
const READ = 12;

/** Predicts a body's stance towards a headline from the body's sentence that is nearest to it. */
export function run({ dataDir, outDir, files }: CorpusRun): void {
	const reader = createPairReader(files);
	const bodies = new Map(
		readLines<{ body: string; text: string }>(dataDir, 'bodies.jsonl').map(({ body, text }) => [
			body,
			text
				.split(/(?<=[.!?]["”]?)\s+|\n+/)
				.filter((sentence) => sentence.length > 20)
				.slice(0, READ)
				.map((sentence, i) => reader.read(`${body}-${i}`, sentence.slice(0, 600)))
		])
	);
	const headlines = new Map<string, ReturnType<typeof reader.read>>();
	const rows = readLines<{ id: string; headline: string; body: string }>(dataDir, 'stances.jsonl').map(
		({ id, headline, body }) => {
			const title = headlines.get(headline) ?? reader.read(headline, headline);
			headlines.set(headline, title);
			const shares = bodies
				.get(body)!
				.map((sentence) => ({ sentence, share: shareOf(sentence, title, reader.words) }));
			const [best] = shares.sort((a, b) => b.share - a.share);
			if (best === undefined || best.share < RELATED) return { id, pred: 'unrelated' };
			if (reader.judge(best.sentence, title, AGREES) === 'contradict') return { id, pred: 'disagree' };
			return { id, pred: best.share >= AGREES ? 'agree' : 'discuss' };
		}
	);
	writeLines(join(outDir, `${name}.jsonl`), rows);
}

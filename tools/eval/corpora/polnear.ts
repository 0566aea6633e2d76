import { join } from 'node:path';
import { createAttributor } from '#lib/engine/claims/index.ts';
import type { Account, Span } from '#lib/model/index.ts';
import type { CorpusRun } from '../corpus.ts';
import { readLines, writeLines } from '../pair-reader.ts';

export const name = 'polnear';

export type Article = { id: string; text: string; title: string; date: string };

/** Share of letters inside quotation marks as the corpus counts it: doubled apostrophes are no marks there. */
function quoteOf(text: string, content: readonly Span[]): string {
	const end = Math.max(...content.map((span) => span.end));
	let open = false;
	let letters = 0;
	let inside = 0;
	const from = text.lastIndexOf('\n', Math.min(...content.map((span) => span.start))) + 1;
	for (let at = from; at < end; at++) {
		const character = text[at]!;
		if (character === '\n') open = false;
		else if (character === '“') open = true;
		else if (character === '”') open = false;
		else if (character === '"') open = !open;
		else if (/\p{L}/u.test(character) && content.some((span) => at >= span.start && at < span.end)) {
			letters++;
			if (open) inside++;
		}
	}
	const share = letters === 0 ? 0 : inside / letters;
	return share >= 0.9 ? 'direct' : share > 0 ? 'mixed' : 'indirect';
}

/** Predicts every attribution of one article, in the corpus' own form. */
export function predictionOf(
	read: ReturnType<typeof createAttributor>,
	{ id, text, title, date }: Article
): { id: string; attributions: object[] } {
	const pairs = (spans: readonly Span[]) => spans.map(({ start, end }) => [start, end]);
	const account: Account = {
		id: 'a',
		source: { name: 'Corpus', kind: 'outlet' },
		title,
		text,
		publishedAt: date,
		rendering: 'verbatim',
		truncated: false,
		sha256: ''
	};
	const attributions = read(account).map(({ source, cue, content }) => ({
		source: pairs(source),
		cue: pairs(cue),
		content: pairs(content),
		quote: quoteOf(text, content)
	}));
	return { id, attributions };
}

/** Predicts every attribution of the articles: who, by which words, says or holds what. */
export function run({ dataDir, outDir, files }: CorpusRun): void {
	const read = createAttributor(files);
	const rows = readLines<Article>(dataDir, 'articles.jsonl').map((article) => predictionOf(read, article));
	writeLines(join(outDir, `${name}.jsonl`), rows);
}

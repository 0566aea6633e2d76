import { join } from 'node:path';
import { createAttributor, createExtractor } from '#lib/engine/claims/index.ts';
import type { Account, Span } from '#lib/model/index.ts';
import type { CorpusRun } from '../corpus.ts';
import { readLines, writeLines } from '../pair-reader.ts';

export const name = 'basil';

type Article = {
	id: string;
	title: string;
	date: string;
	paragraphs: string[][];
	spans: { line: string; start: number; end: number; quote: boolean }[];
};

/** The article as one text, with the offset of each line: `title`, `p0`, `p1` and so on. */
function assemble({ title, paragraphs }: Article): { text: string; lines: Map<string, number> } {
	const lines = new Map([['title', 0]]);
	let text = `${title}\n\n`;
	let count = 0;
	for (const sentences of paragraphs) {
		for (const sentence of sentences) {
			lines.set(`p${count++}`, text.length);
			text += `${sentence} `;
		}
		text = `${text.trimEnd()}\n\n`;
	}
	return { text, lines };
}

/** Predicts who speaks each quoted span: the last link of the claim that covers most of it. */
export function run({ dataDir, outDir, files }: CorpusRun): void {
	const read = createExtractor(files);
	const attribute = createAttributor(files);
	const rows = readLines<Article>(dataDir, 'articles.jsonl').flatMap((article) => {
		const { text, lines } = assemble(article);
		const account: Account = {
			id: 'a',
			source: { name: 'Corpus', kind: 'outlet' },
			title: article.title,
			text,
			publishedAt: article.date,
			rendering: 'verbatim',
			truncated: false,
			sha256: ''
		};
		const { claims } = read(account);
		const attributions = attribute(account).filter(({ link }) => link !== null);
		return article.spans
			.filter(({ quote }) => quote)
			.flatMap((span) => {
				const from = (lines.get(span.line) ?? 0) + span.start;
				const to = from + span.end - span.start;
				const overlap = (claim: Span) => Math.min(claim.end, to) - Math.max(claim.start, from);
				const best = claims
					.filter((claim) => overlap(claim) > 0)
					.sort(
						(a, b) => Number(b.voice !== 'own') - Number(a.voice !== 'own') || overlap(b) - overlap(a)
					)[0];
				const said = attributions.find(({ content }) =>
					content.some((part) => overlap(part) > (to - from) / 2)
				);
				const speaker = best && best.voice !== 'own' ? best.holder : (said?.link?.name ?? best?.holder);
				return speaker === undefined ? [] : [{ id: article.id, line: span.line, start: span.start, speaker }];
			});
	});
	writeLines(join(outDir, `${name}.jsonl`), rows);
}

import { readHtml } from '#lib/server/ingest/index.ts';
import { SHAPES } from '../../tests/support/page-shapes.ts';
import { tokenF1 } from '../../tests/support/token-f1.ts';

/** Prints how well the articles of the fixture pages are read, and how many stubs are refused by name. */
export function measurePages(): void {
	const read = SHAPES.map((shape) => ({ ...shape, result: readHtml(shape.html, 'page.html') }));
	const articles = read.flatMap(({ name, expected, result }) =>
		'text' in expected ? [{ name, expected, draft: result.ok ? result.value : null }] : []
	);
	const stubs = read.flatMap(({ expected, result }) =>
		'refused' in expected ? [!result.ok && result.failure.code === expected.refused] : []
	);
	const scores = articles.map(({ name, expected, draft }) => ({
		name,
		f1: draft ? tokenF1(draft.text, expected.text) : 0
	}));
	const mean = scores.reduce((sum, { f1 }) => sum + f1, 0) / scores.length;
	const worst = scores.reduce((a, b) => (a.f1 <= b.f1 ? a : b));
	const right = (isRight: (article: (typeof articles)[number]) => boolean) =>
		`${articles.filter(isRight).length} of ${articles.length}`;
	const rows: [string, string][] = [
		['articles, token F1', mean.toFixed(3)],
		[`worst: ${worst.name}`, worst.f1.toFixed(3)],
		['title right', right(({ expected, draft }) => draft?.title === expected.title)],
		['source right', right(({ expected, draft }) => draft?.source.name === expected.source)],
		['date right', right(({ expected, draft }) => (draft?.publishedAt ?? null) === expected.date)],
		[
			'cut short, told so',
			right(({ expected, draft }) => draft?.truncated === (expected.truncated ?? false))
		],
		['stubs refused by name', `${stubs.filter(Boolean).length} of ${stubs.length}`]
	];
	for (const [what, figure] of rows) console.log(`${what.padEnd(60)} ${figure}`);
}

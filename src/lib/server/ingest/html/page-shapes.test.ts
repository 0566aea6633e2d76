import { describe, expect, test } from 'vitest';
import { SHAPES, type Shape } from '../../../../../tests/support/page-shapes.ts';
import { tokenF1 } from '../../../../../tests/support/token-f1.ts';
import { readHtml } from './index.ts';

type Article = Shape & { expected: Extract<Shape['expected'], { text: string }> };
type Stub = Shape & { expected: Extract<Shape['expected'], { refused: string }> };
const articles = SHAPES.filter((shape): shape is Article => 'text' in shape.expected);
const stubs = SHAPES.filter((shape): shape is Stub => 'refused' in shape.expected);

/** A file without a source of its own is named by the person; here that stands as an empty name. */
const readings = articles.map((shape) => {
	const read = readHtml(shape.html, 'page.html');
	return { ...shape, draft: read.ok ? read.value : null };
});

describe('a page in the shape of real sites’', () => {
	test('comes in at least 25 shapes, and gives its whole text and little else', () => {
		const scores = readings.map(({ name, draft, expected: { text } }) => ({
			name,
			f1: draft ? tokenF1(draft.text, text) : 0
		}));
		const mean = scores.reduce((sum, { f1 }) => sum + f1, 0) / scores.length;
		expect(SHAPES.length).toBeGreaterThanOrEqual(25);
		expect(scores.filter(({ f1 }) => f1 < 0.9)).toEqual([]);
		expect(mean).toBeGreaterThanOrEqual(0.97);
	});

	test.each(['title', 'source', 'date'] as const)('gives its %s in 95 of 100', (part) => {
		const wrong = readings
			.map(({ name, draft, expected }) => {
				const found = { title: draft?.title, source: draft?.source.name, date: draft?.publishedAt ?? null }[
					part
				];
				return { name, found, wanted: expected[part] };
			})
			.filter(({ found, wanted }) => found !== wanted);
		expect(wrong.length / readings.length, JSON.stringify(wrong)).toBeLessThanOrEqual(0.05);
	});

	test.each(readings)('is marked as cut short only where it is: $name', ({ draft, expected }) => {
		expect(draft?.truncated).toBe(expected.truncated ?? false);
	});

	test.each(stubs)('is refused by name where it is no article: $name', ({ html, expected }) => {
		expect(readHtml(html, 'page.html')).toMatchObject({ ok: false, failure: { code: expected.refused } });
	});
});

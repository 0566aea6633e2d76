import { describe, expect, it } from 'vitest';
import { readText } from './index.ts';
import { timeWork } from '../../../../tests/support/work.ts';

const sentences = (text: string) => readText(text).sentences.map(({ start, end }) => text.slice(start, end));

describe('reading a text', () => {
	it.each([
		['Mr. Ford met Gen. Lee in the U.S. Senate. He left at 5 p.m. on Monday.', 2],
		['“Is it safe?” the mayor asked. “No.”', 2],
		['The U. S. Secretary came. She left.', 2],
		['The trams met shortly before 8 a.m. Nobody was killed.', 2],
		['The trams met at 8 a.m. Eastern time. Nobody was killed.', 2],
		['He ranked No. 2 in the list. Nobody minded.', 2],
		['It rose 3.5 percent. Then it fell.', 2],
		["''He came,'' she said. ''He left.''", 2]
	] as [string, number][])('%s has %i sentences', (text, count) => {
		expect(sentences(text)).toHaveLength(count);
	});

	it('tells captions, bylines and link boxes from the body', () => {
		const text =
			'Bridge closes\n\nBy Ann Lee\n\nThe bridge at dusk. Ken Ford/Getty Images\n\nThe bridge was closed.\n\nADVERTISEMENT\n\nSign up for our daily newsletter';
		expect(readText(text, 'Bridge closes').blocks.map(({ kind }) => kind)).toEqual([
			'title',
			'furniture',
			'caption',
			'body',
			'furniture',
			'furniture'
		]);
	});

	it('knows that a quotation goes on in the next paragraph', () => {
		const text = '“The bridge is old.\n\n“It must go,” she said.';
		expect(readText(text).quotations.map(({ continues }) => continues)).toEqual([false, true]);
	});

	it.each([
		['quotes', '"'.repeat(500_000)],
		['brackets', '('.repeat(500_000)],
		['one endless sentence', 'word '.repeat(100_000)],
		['no spaces', 'a'.repeat(500_000)],
		['zero-width', '\u200b'.repeat(500_000)],
		['marks of direction', '\u202e'.repeat(500_000)],
		['hyphens', '-'.repeat(1_000_000)]
	])('does not choke on half a million of %s', async (_name, text) => {
		const { seconds } = await timeWork(() => readText(text));
		expect(seconds).toBeLessThan(1.5);
	});
});

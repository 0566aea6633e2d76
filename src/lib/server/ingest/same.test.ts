import { describe, expect, test } from 'vitest';
import type { Draft } from '#lib/model/index.ts';
import { FERRY, FIRE, textOf } from '../../../../tests/support/stories.ts';
import { toInput } from './draft-form.ts';
import { canonicalAddress, compareWithKnown } from './same.ts';

const draft = (change: Partial<Draft> = {}): Draft => ({
	title: FERRY.title,
	source: { name: 'Quay Herald', kind: 'outlet' },
	text: textOf(FERRY),
	rendering: 'verbatim',
	truncated: false,
	...change
});
const beside = (one: Draft, other: Draft) => compareWithKnown(one, [toInput(other)], []);

test.each([
	['https://www.a.org/1/', 'http://a.org/1'],
	['https://a.org/1?utm_source=mail&id=7', 'https://a.org/1?id=7#top'],
	['https://amp.a.org/1/amp/', 'https://a.org/1']
])('%s and %s are one page', (a, b) => {
	expect(canonicalAddress(a)).toBe(canonicalAddress(b));
});

test('pages that differ in what they are asked for are two', () => {
	expect(canonicalAddress('https://a.org/?id=1')).not.toBe(canonicalAddress('https://a.org/?id=2'));
});

describe('an account beside those that are there', () => {
	test.each<[string, Partial<Draft>]>([
		['the same text', {}],
		[
			'the same text with another dash and spacing',
			{ text: textOf(FERRY).replace('Tuesday and', 'Tuesday  – and') }
		],
		[
			'the same page by another address',
			{ url: 'https://www.a.org/1?utm_source=x', source: { name: 'quay', kind: 'outlet' } }
		],
		[
			'the same page, one with a standfirst and a caption',
			{
				url: 'https://amp.a.org/1',
				text: textOf({
					...FERRY,
					paragraphs: [
						'A holed ferry, a calm crew, a long night',
						...FERRY.paragraphs,
						'The ferry at the pier on Tuesday. Photograph by a passenger'
					]
				})
			}
		]
	])('is told as a duplicate: %s', (_what, change) => {
		expect(beside(draft(change), draft({ url: 'https://a.org/1' })).failure?.code).toBe('duplicate');
	});

	test('of another source is kept, and its wording told', () => {
		const found = beside(draft({ source: { name: 'Lowland Courier', kind: 'outlet' } }), draft());
		expect(found.failure).toBeUndefined();
		expect(found.note).toContain('Quay Herald');
	});

	test('of the same source with another number is another edition, and told as one', () => {
		const found = beside(draft({ text: textOf(FERRY).replace('All 64', 'All 66') }), draft());
		expect(found).toEqual({ editionOf: '', note: expect.stringContaining('edition') as string });
	});

	test('of the same page, largely rewritten, is another edition', () => {
		const [first, second, ...rest] = FERRY.paragraphs;
		const text = textOf({
			...FERRY,
			paragraphs: [first!, second!, ...FIRE.paragraphs.slice(0, rest.length)]
		});
		const url = 'https://a.org/1';
		expect(beside(draft({ text, url }), draft({ url })).editionOf).toBe('');
	});

	test.each<[string, Partial<Draft>]>([
		['another report', { text: textOf(FIRE), title: FIRE.title }],
		[
			'a page that says something else by now',
			{ url: 'https://a.org/1', text: textOf({ ...FIRE, title: 'Ferry' }) }
		]
	])('is another one: %s', (_what, change) => {
		expect(beside(draft(change), draft({ url: 'https://a.org/1' }))).toEqual({});
	});
});

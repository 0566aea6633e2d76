import { describe, expect, test } from 'vitest';
import { readHtml } from './index.ts';

const BODY = `<p>The old bridge was closed on Thursday after a barge hit its second pier, the harbour office said.</p>
<p>&ldquo;Nobody was hurt&rdquo;, said the harbour master. The barge was towed to the east quay before noon.</p>`;
const page = (head: string, body = `<article><h1>Bridge shut</h1>${BODY}</article>`) =>
	`<!doctype html><html><head>${head}</head><body><nav><a href="/">Home</a></nav>${body}</body></html>`;
const read = (html: string | Uint8Array) => {
	const result = readHtml(html, 'page.html');
	if (!result.ok) throw new Error(result.failure.code);
	return result.value;
};
const jsonLd = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe('what a page says about itself', () => {
	test.each([
		['JSON-LD', jsonLd({ '@type': 'NewsArticle', datePublished: '2024-05-02T08:15:00+01:00' })],
		[
			'JSON-LD in a graph',
			jsonLd({
				'@graph': [
					{ '@type': 'WebPage' },
					{ '@type': ['Report'], datePublished: '2024-05-02T08:15:00+01:00' }
				]
			})
		],
		['OpenGraph', '<meta property="article:published_time" content="2024-05-02T08:15:00+01:00">'],
		['a meta name', '<meta name="DC.date" content="2024-05-02 08:15:00 +01:00">']
	])('gives the date in %s', (_where, head) => {
		expect(read(page(head)).publishedAt).toBe('2024-05-02T08:15:00+01:00');
	});

	test.each([
		['2 May 2024', '2024-05-02'],
		['May 2, 2024', '2024-05-02'],
		['20240502', '2024-05-02'],
		['Thu, 02 May 2024 08:15:00 GMT', '2024-05-02T08:15:00Z'],
		['yesterday', undefined],
		['2024-13-40', undefined]
	])('reads the date %j as %j', (written, when) => {
		expect(read(page(`<meta name="date" content="${written}">`)).publishedAt).toBe(when);
	});

	test('a <time> gives the date when nothing else does', () => {
		const body = `<article><time datetime="2024-05-02">Thursday</time><h1>Bridge shut</h1>${BODY}</article>`;
		expect(read(page('', body)).publishedAt).toBe('2024-05-02');
	});

	test.each([
		['og:site_name', '<meta property="og:site_name" content="Harbour Gazette">'],
		['the publisher', jsonLd({ '@type': 'NewsArticle', publisher: { name: 'Harbour Gazette' } })],
		['the end of the title', '<title>Bridge shut after barge strikes pier | Harbour Gazette</title>']
	])('names the source by %s', (_where, head) => {
		expect(read(page(head)).source).toEqual({ name: 'Harbour Gazette', kind: 'outlet' });
	});

	test('an official host makes an official source', () => {
		const head = '<link rel="canonical" href="https://www.harbour.gov/news/1">';
		expect(read(page(head)).source).toEqual({ name: 'harbour.gov', kind: 'official' });
	});

	test('a javascript: address is not kept', () => {
		expect(read(page('<link rel="canonical" href="javascript:alert(1)">')).url).toBeUndefined();
	});

	test('broken JSON-LD is passed over', () => {
		const head =
			'<script type="application/ld+json">{"@type":</script><meta name="author" content="Ida Brandt">';
		expect(read(page(head)).authors).toEqual(['Ida Brandt']);
	});
});

describe('the text of a page', () => {
	test('is the title and the paragraphs, parted by blank lines, without menus, captions and scripts', () => {
		const figure = '<figure><img src="x"><figcaption>Photo by someone</figcaption></figure>';
		const list = '<ul><li>First it drifted.</li><li>Then it hit.</li></ul><script>alert(1)</script>';
		const { text } = read(page('', `<article><h1>Bridge shut</h1>${BODY}${figure}${list}</article>`));
		expect(text.split('\n\n')).toEqual([
			'Bridge shut',
			expect.stringMatching(/^The old bridge/),
			expect.stringMatching(/^“Nobody was hurt”, said/),
			'First it drifted.',
			'Then it hit.'
		]);
	});

	test('an old page that never closes its paragraphs is read whole', () => {
		const body = `<h1>Bridge shut</h1>${Array.from({ length: 400 }, (_, n) => `<p>On day ${n}, the bridge stayed shut, the office said.`).join('')}`;
		expect(read(page('', body)).text).toContain('On day 399,');
	});

	test('two line breaks part paragraphs, one does not', () => {
		const body = `<div>${'The bridge was shut, the office said, for the day.<br>Nobody was hurt.<br><br>'.repeat(5)}</div>`;
		const { text } = read(page('<title>Bridge shut</title>', body));
		expect(text).toContain('for the day. Nobody was hurt.\n\nThe bridge');
	});

	test.each([
		[
			'windows-1252 by its meta',
			Buffer.from(page('<meta charset="windows-1252">').replace('pier', 'quéy'), 'latin1')
		],
		['UTF-8 without a word on it', Buffer.from(page('').replace('pier', 'quéy'))],
		['windows-1252 without a word on it', Buffer.from(page('').replace('pier', 'quéy'), 'latin1')],
		['UTF-16 by its mark', Buffer.from(`\ufeff${page('').replace('pier', 'quéy')}`, 'utf16le')]
	])('is right in %s', (_encoding, bytes) => {
		expect(read(bytes).text).toContain('second quéy');
	});

	test('a page that must be paid for is marked as cut short', () => {
		const paid = jsonLd({ '@type': 'NewsArticle', isAccessibleForFree: false });
		const long = `<article><h1>Bridge shut</h1>${BODY.repeat(4)}</article>`;
		expect(read(page(paid, long)).truncated).toBe(true);
		expect(read(page('', long)).truncated).toBe(false);
	});
});

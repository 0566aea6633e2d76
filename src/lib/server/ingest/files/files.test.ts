import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Result, Draft } from '#lib/model/index.ts';
import { FERRY, textOf } from '../../../../../tests/support/stories.ts';
import { readFile } from './index.ts';
import { toParagraphs } from './pdf-lines.ts';

const fixture = (name: string) =>
	new Uint8Array(readFileSync(new URL(`../../../../../tests/fixtures/files/${name}`, import.meta.url)));
const must = (result: Result<Draft>) => {
	if (!result.ok) throw new Error(result.failure.code);
	return result.value;
};

const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const docx = (paragraphs: string[]) =>
	zipSync({
		'[Content_Types].xml': strToU8(
			'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
		),
		'_rels/.rels': strToU8(
			'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
		),
		'word/document.xml': strToU8(
			`<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.map((text) => `<w:p><w:r><w:t>${xml(text)}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`
		),
		'docProps/core.xml': strToU8(
			'<cp:coreProperties><dcterms:created xsi:type="x">2031-05-06T08:00:00Z</dcterms:created></cp:coreProperties>'
		)
	});

const LINES = [FERRY.title, ...FERRY.paragraphs];
const MARKDOWN = `---
title: ${FERRY.title}
date: 2031-05-06
source: Quay Herald
---

${FERRY.paragraphs[0]?.replace('Marlow', '**Marlow**').replace('north pier', '[north pier](https://a.org)')}

> ${FERRY.paragraphs[1]}

${FERRY.paragraphs.slice(2).join('\n\n')}
`;
const MAIL = `From: "Quay Herald" <desk@quay.example>
To: reader@home.example
Subject: ${FERRY.title}
Date: Tue, 06 May 2031 09:20:00 +0200
Content-Type: text/plain; charset=utf-8

${FERRY.paragraphs.map((text) => text.replace(/(.{50,70}) /g, '$1\n')).join('\n\n')}
`;
const PAGE = `<html><head><title>${FERRY.title}</title><meta property="og:site_name" content="Quay Herald"></head><body><article><h1>${FERRY.title}</h1>${FERRY.paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`;
const SAVED = `From: <Saved by a browser>
Snapshot-Content-Location: https://quay.example.org/ferry
Subject: ${FERRY.title}
Date: Tue, 06 May 2031 09:20:00 +0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="b1"

--b1
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: 8bit
Content-Location: https://quay.example.org/ferry

${PAGE}
--b1
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://quay.example.org/a.png

iVBORw0KGgo=
--b1--
`;

describe('a file', () => {
	test.each<[string, Uint8Array]>([
		['ferry.md', strToU8(MARKDOWN)],
		['ferry.eml', strToU8(MAIL)],
		['ferry.docx', docx(LINES)],
		['ferry.mhtml', strToU8(SAVED)],
		['ferry.html', strToU8(PAGE)],
		['ferry.txt', strToU8(textOf(FERRY))]
	])('%s gives the same text as every other kind', async (name, bytes) => {
		expect(must(await readFile(bytes, name)).text).toBe(textOf(FERRY));
	});

	test.each<[string, Uint8Array, object]>([
		['ferry.md', strToU8(MARKDOWN), { source: { name: 'Quay Herald' }, publishedAt: '2031-05-06' }],
		['ferry.eml', strToU8(MAIL), { source: { name: 'Quay Herald' }, publishedAt: '2031-05-06' }],
		['ferry.docx', docx(LINES), { publishedAt: '2031-05-06' }],
		[
			'ferry.mhtml',
			strToU8(SAVED),
			{ source: { name: 'Quay Herald' }, url: 'https://quay.example.org/ferry' }
		]
	])('%s says whose it is and when, where it can', async (name, bytes, about) => {
		const draft = must(await readFile(bytes, name));
		expect({ ...draft, publishedAt: draft.publishedAt?.slice(0, 10) }).toMatchObject({
			title: FERRY.title,
			...about
		});
	});

	test.each<[string, Uint8Array]>([
		[
			'ferry.md',
			strToU8(`# ${FERRY.title}\n\n*Quay Herald, 7 May 2031*\n\n${FERRY.paragraphs.join('\n\n')}`)
		],
		['ferry.docx', docx([FERRY.title, 'Quay Herald, 7 May 2031', ...FERRY.paragraphs])]
	])(
		'%s is of the source and day in its heading, not of the day on which it was printed',
		async (name, bytes) => {
			const draft = must(await readFile(bytes, name));
			expect(draft).toMatchObject({ source: { name: 'Quay Herald' }, publishedAt: '2031-05-07' });
		}
	);

	test('in PDF gives its paragraphs whole, over lines and pages', async () => {
		const draft = must(await readFile(fixture('ferry.pdf'), 'ferry.pdf'));
		const paragraphs = [...FERRY.paragraphs.slice(0, 3), FERRY.paragraphs[4]];
		expect(draft.text).toBe([FERRY.title, ...paragraphs].join('\n\n'));
	});

	test.each<[string, Uint8Array, string]>([
		['scan.pdf', fixture('scan.pdf'), 'no_text_layer'],
		['broken.pdf', fixture('ferry.pdf').slice(0, 400), 'not_text'],
		['broken.docx', strToU8('PK\u0003\u0004 and no more'), 'not_text'],
		['other.docx', zipSync({ 'a.txt': strToU8('x') }), 'not_text'],
		['bomb.docx', zipSync({ 'word/document.xml': new Uint8Array(120 * 1024 * 1024) }), 'import_too_large'],
		['empty.eml', strToU8('Subject: none\n\n'), 'no_sentences'],
		['bare.mhtml', strToU8('Subject: x\nContent-Type: text/plain\n\nno page'), 'not_html']
	])('%s is refused by name', async (name, bytes, code) => {
		expect(await readFile(bytes, name)).toMatchObject({ ok: false, failure: { code } });
	});
});

describe('printed lines', () => {
	const page = (texts: string[]) =>
		texts.map((text, index) => ({ text, x: 50, y: 800 - 14 * index, height: 10 }));

	test('that stand on every page, and page numbers, are no part of the text', () => {
		const pages = ['One.', 'Two.', 'Three.'].map((text, index) =>
			page(['The Quay Herald', text, `Page ${index + 1} of 3`])
		);
		expect(toParagraphs(pages)).toEqual(['One.', 'Two.', 'Three.']);
	});

	test('make parted words whole, and keep a hyphen between names', () => {
		expect(toParagraphs([page(['the har-', 'bour office and the Marr-', 'Holm line'])])).toEqual([
			'the harbour office and the Marr- Holm line'
		]);
	});
});

test('a file says what kind of text it holds', async () => {
	const release = docx(['FOR IMMEDIATE RELEASE', ...LINES]);
	const talk = docx(['Harbour master', 'HOST: Who?', 'BELLING: I was.', 'HOST: When?', 'BELLING: At noon.']);
	const noteOf = async (bytes: Uint8Array, name: string) => must(await readFile(bytes, name)).note;
	expect(await noteOf(release, 'a.docx')).toBe('A press release.');
	expect(await noteOf(talk, 'b.docx')).toBe('A transcript.');
	expect(await noteOf(fixture('ferry.pdf'), 'ferry.pdf')).toMatch(/^The text of a PDF/);
	expect(await noteOf(docx(LINES), 'c.docx')).toBeUndefined();
});

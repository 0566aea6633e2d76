import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FailureCode, Result } from '#lib/model/index.ts';
import { readFolder, readHtml, readPlain, readZip } from './index.ts';
import { timeWork } from '../../../../tests/support/work.ts';

const MB = 1024 * 1024;
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
const STORY =
	'A tram left the rails\n\nA tram left the rails near the old mill on Monday. Nobody was hurt.\n';

const entry = (id: string, file = `${id}.txt`) => ({ id, file, outlet: 'The Mill Post', kind: 'outlet' });
const eventJson = (...accounts: unknown[]) =>
	JSON.stringify({ event: 'tram', title: 'Tram off the rails', accounts });

/** A zip of one entry whose header declares a smaller size than it has. */
function lyingZip(content: Uint8Array, declared: number): Uint8Array {
	const zip = zipSync({ 'event.json': content });
	const view = new DataView(zip.buffer, zip.byteOffset);
	for (let at = 0; at < zip.length - 4; at++) {
		if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, declared, true);
		if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, declared, true);
	}
	return zip;
}

const BOMB = zipSync({ 'event.json': new Uint8Array(120 * MB) }, { level: 9 });
const LIAR = lyingZip(new Uint8Array(20 * MB), 10);

let dir: string;
const folder = async (files: Record<string, string | Uint8Array>) => {
	const made = await mkdtemp(path.join(dir, 'f'));
	for (const [name, content] of Object.entries(files)) await writeFile(path.join(made, name), content);
	return made;
};

beforeAll(async () => {
	dir = await mkdtemp(path.join(tmpdir(), 'lateral-ingest-'));
});
afterAll(() => rm(dir, { recursive: true }));

type Case = [what: string, code: FailureCode, detail: object, read: () => unknown];

const CASES: Case[] = [
	['an empty paste', 'text_empty', {}, () => readPlain('')],
	['a paste of white space', 'text_empty', {}, () => readPlain(' \n\t\u00a0\n'.repeat(1000))],
	['a 6 MB paste', 'text_too_long', { size: 6 * MB }, () => readPlain('words '.repeat(MB))],
	['5 MB of quotation marks', 'no_sentences', {}, () => readPlain('"'.repeat(5 * MB))],
	[
		'a PNG named .html',
		'not_html',
		{ name: 'photo.html', type: 'an image (PNG)' },
		() => readHtml(PNG, 'photo.html')
	],
	['a PDF named .html', 'not_html', { type: 'a PDF' }, () => readHtml(strToU8('%PDF-1.7 …'), 'a.html')],
	['a zip named .txt', 'not_text', { name: 'a.txt' }, () => readPlain(zipSync({ a: PNG }), 'a.txt')],
	['bytes with NULs named .txt', 'not_text', {}, () => readPlain(new Uint8Array(500), 'a.txt')],
	[
		'a page nested 200,000 deep',
		'too_deep',
		{ name: 'deep.html' },
		() => readHtml(`<html><body>${'<div>'.repeat(200_000)}${STORY}`, 'deep.html')
	],
	['a page of 1,200,000 tags', 'no_article', {}, () => readHtml('<b>x</b>'.repeat(600_000), 'a.html')],
	[
		'a page without an article',
		'no_article',
		{},
		() => readHtml('<nav><a href="/">Home</a></nav>', 'a.html')
	],
	[
		'a folder with a missing file',
		'import_missing_file',
		{ name: '02-radio.txt' },
		async () =>
			readFolder(
				await folder({ 'event.json': eventJson(entry('01-post'), entry('02-radio')), '01-post.txt': STORY })
			)
	],
	[
		'a folder without event.json',
		'import_no_event',
		{},
		async () => readFolder(await folder({ 'a.txt': STORY }))
	],
	['a folder that is not there', 'import_no_event', {}, () => readFolder(path.join(dir, 'nowhere'))],
	[
		'an event.json that ends early',
		'json_invalid',
		{ name: 'event.json', line: 3 },
		async () =>
			readFolder(await folder({ 'event.json': '{ "event": "tram",\n"title": "Tram",\n"accounts": [' }))
	],
	[
		'an event.json without accounts',
		'field_invalid',
		{ at: 'accounts in event.json' },
		async () => readFolder(await folder({ 'event.json': eventJson() }))
	],
	[
		'the same id twice',
		'field_invalid',
		{ at: 'accounts.1.id in event.json' },
		async () => readFolder(await folder({ 'event.json': eventJson(entry('a'), entry('a')) }))
	],
	[
		'a javascript: address',
		'field_invalid',
		{ at: 'accounts.0.url in event.json' },
		async () =>
			readFolder(await folder({ 'event.json': eventJson({ ...entry('a'), url: 'javascript:alert(1)' }) }))
	],
	[
		'the key __proto__',
		'json_forbidden_key',
		{ name: '__proto__', at: 'line 2 of event.json' },
		async () => readFolder(await folder({ 'event.json': '{ "event": "tram",\n"\\u005f_proto__": {} }' }))
	],
	[
		'JSON nested 20,000 deep',
		'json_too_deep',
		{ name: 'event.json' },
		async () => readFolder(await folder({ 'event.json': '['.repeat(20_000) + ']'.repeat(20_000) }))
	],
	[
		'a file name that leaves the folder',
		'import_bad_name',
		{ name: '../../x' },
		async () => readFolder(await folder({ 'event.json': eventJson(entry('a', '../../x')) }))
	],
	[
		'a link that leaves the folder',
		'import_bad_name',
		{ name: 'a.txt' },
		async () => {
			const made = await folder({ 'event.json': eventJson(entry('a')) });
			await writeFile(path.join(dir, 'outside.txt'), STORY);
			await symlink(path.join(dir, 'outside.txt'), path.join(made, 'a.txt'));
			return readFolder(made);
		}
	],
	[
		'a path name in a zip',
		'import_bad_name',
		{ name: '../../x' },
		() => readZip(zipSync({ 'event.json': strToU8('{}'), '../../x': strToU8('x') }))
	],
	['a drive name in a zip', 'import_bad_name', {}, () => readZip(zipSync({ 'C:\\x.txt': strToU8('x') }))],
	['a zip bomb', 'import_too_large', {}, () => readZip(BOMB)],
	['a zip that lies about its size', 'import_too_large', {}, () => readZip(LIAR)],
	[
		'a zip of 1,001 files',
		'import_too_large',
		{},
		() =>
			readZip(zipSync(Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`${i}.txt`, strToU8('x')]))))
	],
	['a page named .zip', 'not_a_zip', {}, () => readZip(strToU8('<html>'))],
	[
		'a zip that ends early',
		'not_a_zip',
		{},
		() => readZip(zipSync({ 'event.json': strToU8(STORY) }).slice(0, 60))
	],
	['a zip without event.json', 'import_no_event', {}, () => readZip(zipSync({ 'a.txt': strToU8(STORY) }))]
];

describe('bad input', () => {
	test.each(CASES)('%s is answered as %s, in under a second', async (_what, code, detail, read) => {
		const { seconds, result } = await timeWork(async () => (await read()) as Result<unknown>);
		expect(result).toMatchObject({
			ok: false,
			failure: { code, ...(Object.keys(detail).length ? { detail } : {}) }
		});
		expect(seconds).toBeLessThan(1);
	});

	const HOSTILE = [
		'"',
		'“',
		'<',
		'>',
		'&',
		'\n',
		' ',
		'\u0301',
		'\u0323\u0307',
		'(',
		'.',
		'a',
		',',
		"'",
		'/'
	];

	test.each(HOSTILE)('5 MB of %j, pasted or as a page, is answered in under a second each', async (unit) => {
		const text = unit.repeat(Math.floor((5 * MB) / Buffer.byteLength(unit)));
		for (const read of [() => readPlain(text), () => readHtml(`<p>${text.slice(8)}`, 'a.html')]) {
			const { seconds, result } = await timeWork(read);
			expect(typeof result.ok).toBe('boolean');
			expect(seconds).toBeLessThan(1);
		}
	});

	test.each([
		'<a ',
		'<a b',
		'<a b="',
		'</',
		'<!',
		'<!--',
		'<br>',
		'<p>',
		'&lt;',
		'<script>',
		'<a b c d ',
		'<td>'
	])('5 MB of %j as a page is answered in under a second', async (unit) => {
		const page = unit.repeat(Math.floor((5 * MB) / unit.length));
		const { seconds, result } = await timeWork(() => readHtml(page, 'a.html'));
		expect(result.ok).toBe(false);
		expect(seconds).toBeLessThan(1);
	});
});

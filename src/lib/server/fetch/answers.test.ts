import { type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { codeOf, fetcher, MB, QUICK, serveSites, site } from '../../../../tests/support/loopback-sites.ts';

serveSites();

/** Writes until the other side hangs up; resolves to the bytes that were taken. */
function pour(socket: Socket, head: string) {
	socket.write(head);
	const block = 'x'.repeat(MB);
	const more = () => {
		while (!socket.destroyed && socket.write(block));
	};
	socket.on('drain', more);
	more();
}

describe('an answer', () => {
	test('that unpacks to 200 MB is given up within the limit, and memory stays low', async () => {
		const bombs = [gzipSync(Buffer.alloc(20 * MB)), gzipSync(Buffer.alloc(200 * MB))];
		site.answer = (_request, response) =>
			response.writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'text/html' }).end(bombs.shift());
		// The first answer loads what any answer needs, which is no memory of the second.
		expect(await codeOf('http://a.org/')).toBe('too_large');
		const before = process.memoryUsage.rss();
		expect(await codeOf('http://a.org/')).toBe('too_large');
		// It adds some 6 MB, and up to 45 where freed pages wait on a busy machine; who kept what it unpacks would add 200.
		expect(process.memoryUsage.rss() - before).toBeLessThan(80 * MB);
	});

	test.each(['gzip, '.repeat(50) + 'gzip', 'sdch', 'gzip, gzip, gzip'])(
		'packed as %j is refused',
		async (encoding) => {
			site.answer = (_request, response) =>
				response.writeHead(200, { 'content-encoding': encoding, 'content-type': 'text/html' }).end('x');
			expect(await codeOf('http://a.org/')).toBe('encoding');
		}
	);

	test('that is not packed as it says is refused', async () => {
		site.answer = (_request, response) =>
			response.writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'text/html' }).end('no gzip');
		expect(await codeOf('http://a.org/')).toBe('encoding');
	});

	test('that drips is given up, though it never pauses', async () => {
		site.answer = (_request, response) => {
			response.writeHead(200, { 'content-type': 'text/html' });
			const drip = setInterval(() => response.write('x'), 90);
			response.on('close', () => clearInterval(drip));
		};
		const began = Date.now();
		expect(await codeOf('http://a.org/')).toBe('too_slow');
		expect(Date.now() - began).toBeLessThan(QUICK.whole);
	});

	test('that pauses in the middle is given up', async () => {
		site.answer = (_request, response) => void response.writeHead(200).write(`<p>${'x'.repeat(MB)}`);
		expect(await codeOf('http://a.org/')).toBe('too_slow');
	});

	test('that never begins is given up', async () => {
		site.answer = () => undefined;
		expect(await codeOf('http://a.org/')).toBe('no_answer');
	});

	test.each([
		['one header of 64 KB', `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(64 * 1024)}\r\n\r\n`],
		['headers without end', `HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(50_000)}`]
	])('with %s is refused', async (_what, head) => {
		site.raw = (socket) => socket.write(head);
		expect(await codeOf('http://a.org:8080/')).toBe('headers_too_large');
	});

	test.each([
		['that says 10 bytes and never ends', 'Content-Length: 10\r\n'],
		['that never ends', ''],
		['that says it is larger than the limit', `Content-Length: ${1024 * MB}\r\n`]
	])('%s is refused', async (_what, length) => {
		site.raw = (socket) => pour(socket, `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${length}\r\n`);
		expect(await codeOf('http://a.org:8080/')).toBe('too_large');
	});

	test.each([
		['image/png', Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1'), 'an image'],
		['text/html', Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1'), 'an image (PNG)'],
		['application/pdf', Buffer.from('%PDF-1.7'), 'a PDF'],
		['text/html', Buffer.from('%PDF-1.7'), 'a PDF'],
		['text/html', Buffer.from('a\0b'), 'a binary file']
	])('called %s that is no text is refused and named', async (type, body, what) => {
		site.answer = (_request, response) => response.writeHead(200, { 'content-type': type }).end(body);
		const result = await fetcher()('http://a.org/', 'page');
		expect(result).toMatchObject({ failure: { code: 'not_an_article', detail: { type: what } } });
	});

	const CYRILLIC = Buffer.from([0xcf, 0xee, 0xe6, 0xe0, 0xf0]);
	test.each([
		['windows-1251 by its header', 'text/html; charset=windows-1251', CYRILLIC, 'Пожар'],
		[
			'windows-1251 by its own word',
			'text/html',
			Buffer.concat([Buffer.from('<meta charset="windows-1251">'), CYRILLIC]),
			'<meta charset="windows-1251">Пожар'
		],
		['UTF-16 by its mark', 'text/html', Buffer.from('\ufeffПожар', 'utf16le'), 'Пожар'],
		[
			'UTF-8, whatever it calls itself',
			'text/html',
			Buffer.from('<meta charset=utf-7>Пожар'),
			'<meta charset=utf-7>Пожар'
		]
	])('in %s gives the right text', async (_what, type, body, text) => {
		site.answer = (_request, response) => response.writeHead(200, { 'content-type': type }).end(body);
		const result = await fetcher()('http://a.org/', 'page');
		expect(result).toMatchObject({ ok: true, value: { text, isGarbled: false } });
	});

	test('in another encoding than it says is marked as garbled', async () => {
		site.answer = (_request, response) =>
			response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(CYRILLIC);
		expect(await fetcher()('http://a.org/', 'page')).toMatchObject({ value: { isGarbled: true } });
	});

	test.each([401, 403, 404, 410, 429, 451, 500])('of %i is told with its number', async (status) => {
		site.answer = (_request, response) => response.writeHead(status, { 'retry-after': '120' }).end('no');
		const result = await fetcher()('http://a.org/', 'page');
		expect(result).toMatchObject({ failure: { code: 'upstream', detail: { host: 'a.org', status } } });
	});

	test('of 429 keeps us away for as long as the site asks', async () => {
		site.answer = (_request, response) => response.writeHead(429, { 'retry-after': '120' }).end('no');
		const fetch = fetcher();
		await fetch('http://a.org/1', 'page');
		const again = await fetch('http://a.org/2', 'page');
		expect(again).toMatchObject({ failure: { code: 'upstream', detail: { status: 429, seconds: 120 } } });
		expect(site.dialled).toHaveLength(1);
	});
});

describe('a safe connection', () => {
	test.each([
		['self', 'unknown issuer'],
		['expired', 'expired'],
		['other', 'other host']
	])('is refused when the certificate is %s', async (cert, reason) => {
		site.certificate = cert;
		const result = await fetcher()('https://a.org/', 'page');
		expect(result).toMatchObject({ failure: { code: 'tls', detail: { reason } } });
	});

	test('is made when the certificate is the name’s own', async () => {
		site.certificate = 'good';
		expect(await codeOf('https://a.org/')).toBe('a.org');
	});
});

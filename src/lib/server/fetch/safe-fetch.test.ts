import { readFileSync } from 'node:fs';
import http, { type RequestListener } from 'node:http';
import https from 'node:https';
import net, { type AddressInfo, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Network } from './connect.ts';
import { createFetcher, type FetcherOptions } from './fetcher.ts';
import { LIMITS } from './limits.ts';

const PUBLIC = '93.184.215.14';
const MB = 1024 * 1024;
const STORY = '<p>The ferry left the quay at noon, the harbour office said.</p>';

/** Every socket that was dialled since the test began. */
let dialled: string[] = [];
let answer: RequestListener = (_request, response) => response.end(STORY);
const servers = new Map<string, net.Server>();
const ports = new Map<string, number>();
const sockets = new Set<Socket>();

async function listen(name: string, server: net.Server) {
	server.on('connection', (socket) => {
		sockets.add(socket);
		socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	servers.set(name, server);
	ports.set(name, (server.address() as AddressInfo).port);
}

let raw: (socket: Socket) => void = () => undefined;
const pem = (name: string) =>
	readFileSync(new URL(`../../../../tests/fixtures/tls/${name}.pem`, import.meta.url));

beforeAll(async () => {
	await listen(
		'80',
		http.createServer((request, response) => answer(request, response))
	);
	await listen(
		'8080',
		net.createServer((socket) => raw(socket))
	);
	for (const cert of ['good', 'other', 'expired', 'self']) {
		const server = https.createServer({ key: pem('key'), cert: pem(cert) }, (request, response) =>
			answer(request, response)
		);
		server.on('tlsClientError', () => undefined);
		await listen(cert, server);
	}
});
afterAll(() => {
	for (const socket of sockets) socket.destroy();
	for (const server of servers.values()) server.close();
});
afterEach(() => {
	answer = (_request, response) => response.end(STORY);
	dialled = [];
	for (const socket of sockets) socket.destroy();
});

let certificate = 'good';
const names: Record<string, string[]> = {};
let lookups = 0;

/** Leads every public address to this machine, as the internet would to a site, and counts what is dialled. */
const network: Network = {
	resolve: (host) => {
		lookups++;
		return Promise.resolve(names[host] ?? [PUBLIC]);
	},
	dial: (address, port) => {
		dialled.push(address);
		const known = port === 443 ? certificate : String(port);
		return net.connect({ host: '127.0.0.1', port: ports.get(known) ?? 1 });
	},
	remoteAddress: () => dialled.at(-1),
	ca: pem('ca').toString()
};

const QUICK = { ...LIMITS, gap: 0, connect: 500, headers: 400, idle: 400, whole: 2_500, slowFrom: 600 };
const fetcher = (options: FetcherOptions = {}) => createFetcher({ network, limits: QUICK, ...options });
const codeOf = async (address: string, options?: FetcherOptions) => {
	const result = await fetcher(options)(address, 'page');
	return result.ok ? new URL(result.value.address).hostname : result.failure.code;
};

describe('an address that may not be asked for', () => {
	test.each([
		['http://127.0.0.1/', 'address_loopback'],
		['http://127.1/', 'address_loopback'],
		['http://2130706433/', 'address_loopback'],
		['http://0x7f000001/', 'address_loopback'],
		['http://0177.0.0.1/', 'address_loopback'],
		['http://017700000001/', 'address_loopback'],
		['http://0/', 'address_unspecified'],
		['http://0.0.0.0/', 'address_unspecified'],
		['http://127.0.0.1./', 'address_loopback'],
		['http://①②⑦.⓪.⓪.①/', 'address_loopback'],
		['http://１２７.0.0.1/', 'address_loopback'],
		['http://127。0。0。1/', 'address_loopback'],
		['http://localhost/', 'reserved_name'],
		['http://LOCALHOST./', 'reserved_name'],
		['http://foo.localhost/', 'reserved_name'],
		['http://[::1]/', 'address_loopback'],
		['http://[::]/', 'address_unspecified'],
		['http://[::ffff:127.0.0.1]/', 'address_mapped'],
		['http://[::ffff:7f00:1]/', 'address_mapped'],
		['http://[::127.0.0.1]/', 'address_compatible'],
		['http://[64:ff9b::7f00:1]/', 'address_nat64'],
		['http://[64:ff9b:1::a9fe:a9fe]/', 'address_nat64'],
		['http://[2002:7f00:1::]/', 'address_tunnel'],
		['http://[2001:0:7f00:1::]/', 'address_tunnel'],
		['http://[fe80::1]/', 'address_private'],
		['http://[fec0::1]/', 'address_private'],
		['http://[fc00::1]/', 'address_private'],
		['http://[fd00:ec2::254]/', 'address_private'],
		['http://[ff02::1]/', 'address_reserved'],
		['http://[100::1]/', 'address_reserved'],
		['http://[2001:db8::1]/', 'address_reserved'],
		['http://[::ffff:0:127.0.0.1]/', 'address_reserved'],
		['http://[5f00::1]/', 'address_reserved'],
		['http://[4000::1]/', 'address_reserved'],
		['http://169.254.169.254/latest/meta-data/', 'address_metadata'],
		['http://169.254.170.2/', 'address_metadata'],
		['http://100.100.100.200/', 'address_metadata'],
		['http://100.64.0.1/', 'address_private'],
		['http://10.0.0.1/', 'address_private'],
		['http://172.31.255.255/', 'address_private'],
		['http://192.168.0.1/', 'address_private'],
		['http://192.0.0.192/', 'address_private'],
		['http://198.18.0.1/', 'address_reserved'],
		['http://224.0.0.1/', 'address_reserved'],
		['http://240.0.0.1/', 'address_reserved'],
		['http://255.255.255.255/', 'address_reserved'],
		['http://192.88.99.1/', 'address_reserved'],
		['http://168.63.129.16/', 'address_metadata'],
		['http://metadata.google.internal/', 'reserved_name'],
		['http://printer.local/', 'reserved_name'],
		['http://intranet/', 'reserved_name'],
		['file:///etc/passwd', 'scheme'],
		['ftp://a.org/', 'scheme'],
		['gopher://a.org/', 'scheme'],
		['data:text/html,x', 'scheme'],
		['javascript:alert(1)', 'scheme'],
		['blob:https://a.org/1', 'scheme'],
		['http://user:pw@a.org/', 'credentials'],
		['http://a.org@127.0.0.1/', 'credentials'],
		['http://a.org:22/', 'port'],
		['http://a.org:6379/', 'port'],
		['http://1.1.1.1.1/', 'url_invalid'],
		['http://256.256.256.256/', 'url_invalid'],
		['http:///', 'url_invalid'],
		['//a.org/', 'url_invalid'],
		['http://a.org/a\r\nb', 'url_bad_char'],
		['http://a.org/\u0000', 'url_bad_char'],
		[' http://a.org/', 'url_bad_char'],
		[`http://${'a'.repeat(3000)}.org/`, 'url_too_long'],
		['http://[fe80::1%25eth0]/', 'url_invalid'],
		['http://xn--/', 'url_invalid']
	])('%s is refused as %s, before any connection', async (address, code) => {
		lookups = 0;
		expect(await codeOf(address)).toBe(code);
		expect([dialled, lookups]).toEqual([[], 0]);
	});

	test('is the one that the parser reads, not the one that the eye reads', async () => {
		expect(await codeOf('http://a.org\\@127.0.0.1/')).toBe('a.org');
		expect(dialled).toEqual([PUBLIC]);
	});

	test('is one of our own', async () => {
		expect(await codeOf('https://lateral.a.org/new', { own: ['https://lateral.a.org'] })).toBe('self');
		expect(dialled).toEqual([]);
	});

	test('is every one when the network is off', async () => {
		expect(await codeOf('http://a.org/', { isOn: false })).toBe('network_off');
		expect(dialled).toEqual([]);
	});
});

describe('a name', () => {
	test.each([
		['leads to this machine', ['127.0.0.1'], 'address_loopback'],
		['leads to a public and a private address', [PUBLIC, '10.0.0.1'], 'address_private'],
		['leads to an address inside another', ['::ffff:127.0.0.1'], 'address_mapped'],
		['leads nowhere', [], 'host_unknown']
	])('that %s is refused without a connection', async (_what, addresses, code) => {
		names['trap.org'] = addresses;
		expect(await codeOf('http://trap.org/')).toBe(code);
		expect(dialled).toEqual([]);
	});

	test('is looked up once, so that a second answer cannot lead elsewhere', async () => {
		const answers = [[PUBLIC], ['127.0.0.1']];
		const rebinding = { ...network, resolve: () => Promise.resolve(answers.shift() ?? ['127.0.0.1']) };
		expect(await codeOf('http://rebind.org/', { network: rebinding })).toBe('rebind.org');
		expect([dialled, answers.length]).toEqual([[PUBLIC], 1]);
	});

	test('is refused when the socket leads elsewhere than it was sent', async () => {
		const bent = { ...network, remoteAddress: () => '127.0.0.1' };
		expect(await codeOf('http://a.org/', { network: bent })).toBe('address_loopback');
	});

	test('of the own network is read when it is allowed, but never this machine', async () => {
		names['wiki.intranet'] = ['10.1.2.3'];
		names['evil.intranet'] = ['127.0.0.1'];
		const allowed = new Set(['wiki.intranet', 'evil.intranet', 'localhost']);
		expect(await codeOf('http://wiki.intranet/', { allowed })).toBe('wiki.intranet');
		expect(await codeOf('http://evil.intranet/', { allowed })).toBe('address_loopback');
		expect(await codeOf('http://localhost/', { allowed })).toBe('reserved_name');
	});
});

const redirect =
	(to: string | undefined): RequestListener =>
	(_request, response) =>
		response.writeHead(302, to === undefined ? {} : { location: to }).end();

describe('a redirect', () => {
	test.each([
		['to this machine', 'http://127.0.0.1/', 'redirect_blocked'],
		['to a service behind another port', 'http://a.org:22/', 'redirect_blocked'],
		['to a file', 'file:///etc/passwd', 'redirect_invalid'],
		['to nowhere', undefined, 'redirect_invalid'],
		['to itself', 'http://a.org/', 'too_many_redirects']
	])('%s is refused', async (_what, to, code) => {
		answer = redirect(to);
		expect(await codeOf('http://a.org/')).toBe(code);
		expect(dialled.every((address) => address === PUBLIC)).toBe(true);
	});

	test('to a name that leads to this machine is refused without a connection', async () => {
		names['trap.org'] = ['127.0.0.1'];
		answer = redirect('http://trap.org/');
		expect(await codeOf('http://a.org/')).toBe('redirect_blocked');
		expect(dialled).toEqual([PUBLIC]);
	});

	test('from a safe connection to an open one is refused', async () => {
		certificate = 'good';
		answer = redirect('http://a.org/');
		expect(await codeOf('https://a.org/')).toBe('redirect_downgrade');
	});

	test('that ends well carries no cookie and no sign-in', async () => {
		const seen: http.IncomingHttpHeaders[] = [];
		answer = (request, response) => {
			seen.push(request.headers);
			if (request.url !== '/') return response.end(STORY);
			response.writeHead(301, { location: '/story', 'set-cookie': 'id=1' }).end();
		};
		expect(await codeOf('http://a.org/')).toBe('a.org');
		expect(seen).toHaveLength(2);
		for (const headers of seen) expect(headers).not.toHaveProperty('cookie');
		expect(seen[0]?.['user-agent']).toMatch(/^Lateral\//);
	});
});

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
		const bomb = gzipSync(Buffer.alloc(200 * MB));
		answer = (_request, response) =>
			response.writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'text/html' }).end(bomb);
		const before = process.memoryUsage.rss();
		expect(await codeOf('http://a.org/')).toBe('too_large');
		expect(process.memoryUsage.rss() - before).toBeLessThan(30 * MB);
	});

	test.each(['gzip, '.repeat(50) + 'gzip', 'sdch', 'gzip, gzip, gzip'])(
		'packed as %j is refused',
		async (encoding) => {
			answer = (_request, response) =>
				response.writeHead(200, { 'content-encoding': encoding, 'content-type': 'text/html' }).end('x');
			expect(await codeOf('http://a.org/')).toBe('encoding');
		}
	);

	test('that is not packed as it says is refused', async () => {
		answer = (_request, response) =>
			response.writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'text/html' }).end('no gzip');
		expect(await codeOf('http://a.org/')).toBe('encoding');
	});

	test('that drips is given up, though it never pauses', async () => {
		answer = (_request, response) => {
			response.writeHead(200, { 'content-type': 'text/html' });
			const drip = setInterval(() => response.write('x'), 90);
			response.on('close', () => clearInterval(drip));
		};
		const began = Date.now();
		expect(await codeOf('http://a.org/')).toBe('too_slow');
		expect(Date.now() - began).toBeLessThan(QUICK.whole);
	});

	test('that pauses in the middle is given up', async () => {
		answer = (_request, response) => void response.writeHead(200).write(`<p>${'x'.repeat(MB)}`);
		expect(await codeOf('http://a.org/')).toBe('too_slow');
	});

	test('that never begins is given up', async () => {
		answer = () => undefined;
		expect(await codeOf('http://a.org/')).toBe('no_answer');
	});

	test.each([
		['one header of 64 KB', `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(64 * 1024)}\r\n\r\n`],
		['headers without end', `HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(50_000)}`]
	])('with %s is refused', async (_what, head) => {
		raw = (socket) => socket.write(head);
		expect(await codeOf('http://a.org:8080/')).toBe('headers_too_large');
	});

	test.each([
		['that says 10 bytes and never ends', 'Content-Length: 10\r\n'],
		['that never ends', ''],
		['that says it is larger than the limit', `Content-Length: ${1024 * MB}\r\n`]
	])('%s is refused', async (_what, length) => {
		raw = (socket) => pour(socket, `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${length}\r\n`);
		expect(await codeOf('http://a.org:8080/')).toBe('too_large');
	});

	test.each([
		['image/png', Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1'), 'an image'],
		['text/html', Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1'), 'an image (PNG)'],
		['application/pdf', Buffer.from('%PDF-1.7'), 'a PDF'],
		['text/html', Buffer.from('%PDF-1.7'), 'a PDF'],
		['text/html', Buffer.from('a\0b'), 'a binary file']
	])('called %s that is no text is refused and named', async (type, body, what) => {
		answer = (_request, response) => response.writeHead(200, { 'content-type': type }).end(body);
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
		answer = (_request, response) => response.writeHead(200, { 'content-type': type }).end(body);
		const result = await fetcher()('http://a.org/', 'page');
		expect(result).toMatchObject({ ok: true, value: { text, isGarbled: false } });
	});

	test('in another encoding than it says is marked as garbled', async () => {
		answer = (_request, response) =>
			response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(CYRILLIC);
		expect(await fetcher()('http://a.org/', 'page')).toMatchObject({ value: { isGarbled: true } });
	});

	test.each([401, 403, 404, 410, 429, 451, 500])('of %i is told with its number', async (status) => {
		answer = (_request, response) => response.writeHead(status, { 'retry-after': '120' }).end('no');
		const result = await fetcher()('http://a.org/', 'page');
		expect(result).toMatchObject({ failure: { code: 'upstream', detail: { host: 'a.org', status } } });
	});

	test('of 429 keeps us away for as long as the site asks', async () => {
		answer = (_request, response) => response.writeHead(429, { 'retry-after': '120' }).end('no');
		const fetch = fetcher();
		await fetch('http://a.org/1', 'page');
		const again = await fetch('http://a.org/2', 'page');
		expect(again).toMatchObject({ failure: { code: 'upstream', detail: { status: 429, seconds: 120 } } });
		expect(dialled).toHaveLength(1);
	});
});

describe('a safe connection', () => {
	test.each([
		['self', 'unknown issuer'],
		['expired', 'expired'],
		['other', 'other host']
	])('is refused when the certificate is %s', async (cert, reason) => {
		certificate = cert;
		const result = await fetcher()('https://a.org/', 'page');
		expect(result).toMatchObject({ failure: { code: 'tls', detail: { reason } } });
	});

	test('is made when the certificate is the name’s own', async () => {
		certificate = 'good';
		expect(await codeOf('https://a.org/')).toBe('a.org');
	});
});

describe('manners', () => {
	test('one address asked for 200 times at once is fetched once', async () => {
		const fetch = fetcher();
		const all = await Promise.all(Array.from({ length: 200 }, () => fetch('http://a.org/#part', 'page')));
		expect(all.every((result) => result.ok)).toBe(true);
		expect(dialled).toHaveLength(1);
	});

	test('a host gets one request at a time, with a pause between two; other hosts do not wait', async () => {
		let open = 0;
		let most = 0;
		answer = (_request, response) => {
			most = Math.max(most, ++open);
			setTimeout(() => {
				open--;
				response.end(STORY);
			}, 20);
		};
		const waits: number[] = [];
		const clock = {
			now: () => 0,
			wait: (milliseconds: number) => {
				waits.push(milliseconds);
				return Promise.resolve();
			}
		};
		const fetch = fetcher({ clock, limits: { ...QUICK, gap: 2_000 } });
		await Promise.all(['1', '2', '3'].map((path) => fetch(`http://a.org/${path}`, 'page')));
		expect([most, waits]).toEqual([1, [2_000, 2_000]]);
		await fetch('http://b.org/', 'page');
		expect(waits).toHaveLength(2);
	});

	test('robots.txt is asked for feeds and batches, once, and not for one page', async () => {
		const asked: string[] = [];
		answer = (request, response) => {
			asked.push(request.url ?? '');
			response.writeHead(200, { 'content-type': 'text/plain' });
			response.end(request.url === '/robots.txt' ? 'User-agent: Lateral\nDisallow: /closed/' : STORY);
		};
		const fetch = fetcher();
		expect(await fetch('http://a.org/closed/1', 'page')).toMatchObject({ ok: true });
		expect(await fetch('http://a.org/closed/2', 'batch')).toMatchObject({ failure: { code: 'robots' } });
		expect(await fetch('http://a.org/open', 'batch')).toMatchObject({ ok: true });
		expect(asked).toEqual(['/closed/1', '/robots.txt', '/open']);
	});

	test.each([
		[404, true],
		[500, false]
	])('a robots.txt of %i means: %s', async (status, isAllowed) => {
		answer = (request, response) =>
			request.url === '/robots.txt' ? response.writeHead(status).end() : response.end(STORY);
		expect((await fetcher()('http://a.org/1', 'batch')).ok).toBe(isAllowed);
	});

	test('what has not changed is not sent again', async () => {
		answer = (request, response) => {
			if (request.headers['if-none-match'] === '"1"') return response.writeHead(304).end();
			response.writeHead(200, { etag: '"1"', 'content-type': 'text/html' }).end(STORY);
		};
		const fetch = fetcher();
		const first = await fetch('http://a.org/', 'feed');
		expect(first).toMatchObject({ ok: true, value: { etag: '"1"', isUnchanged: false } });
		const second = await fetch('http://a.org/', 'feed', { before: { etag: '"1"' } });
		expect(second).toMatchObject({ ok: true, value: { isUnchanged: true, text: '' } });
	});

	test('a person who gives up does not wait', async () => {
		answer = () => undefined;
		const result = await fetcher()('http://a.org/', 'page', { signal: AbortSignal.abort() });
		expect(result).toMatchObject({ failure: { code: 'cancelled' } });
	});
});

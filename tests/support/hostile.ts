/**
 * Meets pages and feeds that were made to do harm, one after another, and prints what each was answered with and by
 * how much the memory grew, in megabytes. A process of its own: memory belongs to nothing smaller.
 */
import http, { type RequestListener } from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Result } from '#lib/model/index.ts';
import { readPage } from '#lib/server/addresses/read-page.ts';
import { parseFeed } from '#lib/server/feeds/parse-feed.ts';
import { createFetcher } from '#lib/server/fetch/fetcher.ts';
import { LIMITS } from '#lib/server/fetch/limits.ts';
import type { Purpose } from '#lib/server/fetch/kinds.ts';

export type Met = { name: string; code: string; grown: number; seconds: number };

const MB = 1024 * 1024;
const page = (body: string) =>
	`<!doctype html><html lang="en"><head><title>Quay</title></head><body>${body}</body></html>`;
const item = (n: number) =>
	`<item><title>Story ${n}</title><link>https://quay.example.org/${n}</link><description>Divers look.</description></item>`;
const rss = (items: string) =>
	`<rss version="2.0"><channel><title>Quay Herald</title>${items}</channel></rss>`;
const send =
	(type: string, body: () => string | Buffer, headers: object = {}): RequestListener =>
	(_request, response) =>
		response.writeHead(200, { 'content-type': type, ...headers }).end(body());

/** Sends the same bytes without end, as fast as they are taken. */
const endless: RequestListener = (_request, response) => {
	const bytes = Buffer.alloc(16 * 1024, '<p>The ferry left the quay at noon.</p>');
	response.writeHead(200, { 'content-type': 'text/html' });
	const more = () => {
		while (!response.destroyed && response.write(bytes));
	};
	response.on('drain', more).on('close', () => response.destroy());
	more();
};

const CASES: [name: string, purpose: Purpose, answer: RequestListener][] = [
	['200,000 nested tags', 'page', send('text/html', () => page('<div>'.repeat(200_000)))],
	['5 MB of opening brackets', 'page', send('text/html', () => page('<'.repeat(4.9 * MB)))],
	['a million elements', 'page', send('text/html', () => page('<p>a'.repeat(1_000_000)))],
	['endless body', 'page', endless],
	['200 MB packed into 200 kB', 'page', send('text/html', () => BOMB, { 'content-encoding': 'gzip' })],
	[
		'50 encodings',
		'page',
		send('text/html', () => 'x', { 'content-encoding': 'gzip, '.repeat(49) + 'gzip' })
	],
	[
		'slow drip',
		'page',
		(_request, response) => {
			response.writeHead(200, { 'content-type': 'text/html' });
			const drip = setInterval(() => response.write('x'), 50);
			response.on('close', () => clearInterval(drip));
		}
	],
	[
		'entity bomb',
		'feed',
		send('text/xml', () => {
			const more = Array.from({ length: 9 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`);
			return `<!DOCTYPE x [<!ENTITY e0 "lol">${more.join('')}]>${rss('<item><title>&e9;</title></item>')}`;
		})
	],
	[
		'a million references',
		'feed',
		send('text/xml', () => rss(`<item><title>${'&#65;'.repeat(1_000_000)}</title></item>`))
	],
	['200,000 nested tags in a feed', 'feed', send('text/xml', () => rss('<x>'.repeat(200_000)))],
	[
		'100,000 items',
		'feed',
		send('text/xml', () =>
			rss(
				Array.from({ length: 100_000 }, (_, n) => item(n))
					.join('')
					.slice(0, 9.9 * MB)
			)
		)
	],
	['endless feed', 'feed', endless]
];
const BOMB = gzipSync(Buffer.alloc(200 * MB));

let answer: RequestListener = send('text/html', () => page('<p>x</p>'));
const server = http.createServer((request, response) =>
	request.url === '/robots.txt' ? response.writeHead(404).end() : answer(request, response)
);
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo;
const fetch = createFetcher({
	network: {
		resolve: () => Promise.resolve(['93.184.215.14']),
		dial: () => net.connect({ host: '127.0.0.1', port }),
		remoteAddress: () => '93.184.215.14',
		ca: ''
	},
	limits: { ...LIMITS, gap: 0, slowFrom: 600, whole: 5_000 }
});

async function meet(purpose: Purpose): Promise<Result<unknown>> {
	const fetched = await fetch('http://quay.example.org:80/', purpose);
	if (!fetched.ok) return fetched;
	return purpose === 'feed' ? parseFeed(fetched.value.text, fetched.value.address) : readPage(fetched.value);
}

const rest = () => {
	(globalThis as { gc?: () => void }).gc?.();
	return process.memoryUsage.rss() / MB;
};
/** Ordinary ones first, so that what is loaded once is not counted. */
for (const [purpose, body] of [
	[
		'page',
		page(
			`<article>${'<p>The ferry left the quay at noon, the harbour office said on Tuesday.</p>'.repeat(400)}</article>`
		)
	],
	['feed', rss(Array.from({ length: 500 }, (_, n) => item(n)).join(''))]
] as const)
	for (let round = 0; round < 5; round++) {
		answer = send(purpose === 'page' ? 'text/html' : 'text/xml', () => body);
		await meet(purpose);
	}

const met: Met[] = [];
for (const [name, purpose, hostile] of CASES) {
	answer = hostile;
	const before = rest();
	let most = before;
	const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss() / MB)), 5);
	const from = performance.now();
	const result = await meet(purpose);
	const seconds = (performance.now() - from) / 1000;
	most = Math.max(most, process.memoryUsage.rss() / MB);
	clearInterval(watch);
	const code = result.ok
		? `read${(result.value as { isCut?: boolean }).isCut ? ', cut' : ''}`
		: result.failure.code;
	met.push({ name, code, grown: Math.round(most - before), seconds: Number(seconds.toFixed(2)) });
}
console.log(JSON.stringify(met));
process.exit(0);

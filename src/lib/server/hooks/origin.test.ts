import { describe, expect, it } from 'vitest';
import { isOwnHost, isOwnRequest } from './origin.ts';

const OWN = 'http://localhost:4170';
const url = new URL(`${OWN}/events`);

const FOREIGN = [
	'https://evil.example',
	'http://localhost:4171',
	'https://localhost:4170',
	'http://localhost:4170.evil.example',
	'http://127.0.0.1:4170',
	'http://evil.localhost:4170',
	'null',
	''
];
const TYPES = [
	'application/x-www-form-urlencoded',
	'multipart/form-data; boundary=x',
	'text/plain',
	'application/json',
	undefined
];
const UNSAFE = ['POST', 'PUT', 'PATCH', 'DELETE'];

function request(method: string, headers: Record<string, string | undefined>): Request {
	const given = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined);
	return new Request(url, { method, headers: new Headers(given) });
}

describe('a request that may change something', () => {
	for (const method of UNSAFE) {
		it(`is refused from every other site, whatever it carries (${method})`, () => {
			for (const origin of FOREIGN) {
				for (const type of TYPES) {
					const foreign = request(method, { origin, 'content-type': type, 'sec-fetch-site': 'same-origin' });
					expect(isOwnRequest(foreign, url), `${origin} ${type}`).toBe(false);
				}
			}
		});

		it(`is carried out from our own pages (${method})`, () => {
			for (const type of TYPES) {
				expect(isOwnRequest(request(method, { origin: OWN, 'content-type': type }), url)).toBe(true);
				const bare = request(method, { 'sec-fetch-site': 'same-origin', 'content-type': type });
				expect(isOwnRequest(bare, url)).toBe(true);
			}
		});

		it.each(['cross-site', 'same-site', 'none', undefined])(
			`is refused when nothing says that it is ours (${method}, %s)`,
			(site) => {
				expect(isOwnRequest(request(method, { 'sec-fetch-site': site }), url)).toBe(false);
			}
		);
	}
});

describe('a request that only reads', () => {
	it.each(['GET', 'HEAD', 'OPTIONS'])('is answered wherever its link stood (%s)', (method) => {
		expect(isOwnRequest(request(method, { origin: 'https://evil.example' }), url)).toBe(true);
	});
});

describe('the host that was asked for', () => {
	it.each([
		['localhost', 'http://localhost:4170/', true],
		['localhost', 'http://127.0.0.1:4170/', true],
		['localhost', 'http://[::1]:4170/', true],
		['127.0.0.1', 'http://localhost:4170/', true],
		['localhost', 'http://rebound.example:4170/', false],
		['localhost', 'http://127.0.0.1.nip.example:4170/', false],
		['0.0.0.0', 'http://newsroom:4170/', true]
	])('on a server for %s, %s: %s', (host, asked, isOwn) => {
		expect(isOwnHost(new URL(asked), { host, origin: undefined })).toBe(isOwn);
	});

	it('is left to the proxy when there is one', () => {
		const asked = new URL('https://lateral.example/');
		expect(isOwnHost(asked, { host: 'localhost', origin: 'https://lateral.example' })).toBe(true);
	});
});

import { readFileSync } from 'node:fs';
import http, { type RequestListener } from 'node:http';
import https from 'node:https';
import net, { type AddressInfo, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Network } from '../../src/lib/server/fetch/connect.ts';
import { createFetcher, type FetcherOptions } from '../../src/lib/server/fetch/fetcher.ts';
import { LIMITS } from '../../src/lib/server/fetch/limits.ts';

/** The address that every name leads to, unless a test says otherwise. */
export const PUBLIC = '93.184.215.14';
export const MB = 1024 * 1024;
export const STORY = '<p>The ferry left the quay at noon, the harbour office said.</p>';

/** The sites that the tests talk to, all of them on this machine. */
export const site = {
	/** What they answer; port 8080 speaks by `raw`, without the help of a web server. */
	answer: ((_request, response) => response.end(STORY)) as RequestListener,
	raw: (() => undefined) as (socket: Socket) => void,
	/** The certificate that they show: `good`, `other`, `expired` or `self`. */
	certificate: 'good',
	/** The addresses of names that lead elsewhere. */
	names: {} as Record<string, string[]>,
	/** Every address that was dialled, and how many names were looked up, since the test began. */
	dialled: [] as string[],
	lookups: 0
};

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

const pem = (name: string) => readFileSync(new URL(`../fixtures/tls/${name}.pem`, import.meta.url));

/** Serves the sites for the tests of a file. */
export function serveSites(): void {
	const answer: RequestListener = (request, response) => site.answer(request, response);
	beforeAll(async () => {
		await listen('80', http.createServer(answer));
		await listen(
			'8080',
			net.createServer((socket) => site.raw(socket))
		);
		for (const cert of ['good', 'other', 'expired', 'self']) {
			const server = https.createServer({ key: pem('key'), cert: pem(cert) }, answer);
			server.on('tlsClientError', () => undefined);
			await listen(cert, server);
		}
	});
	afterAll(() => {
		for (const socket of sockets) socket.destroy();
		for (const server of servers.values()) server.close();
	});
	afterEach(() => {
		site.answer = (_request, response) => response.end(STORY);
		site.dialled = [];
		site.lookups = 0;
		for (const socket of sockets) socket.destroy();
	});
}

/** Leads every public address to this machine, as the internet would to a site, and counts what is dialled. */
export const network: Network = {
	resolve: (host) => {
		site.lookups++;
		return Promise.resolve(site.names[host] ?? [PUBLIC]);
	},
	dial: (address, port) => {
		site.dialled.push(address);
		const known = port === 443 ? site.certificate : String(port);
		return net.connect({ host: '127.0.0.1', port: ports.get(known) ?? 1 });
	},
	remoteAddress: () => site.dialled.at(-1),
	ca: pem('ca').toString()
};

/** The limits, short enough for a test to run into them. */
export const QUICK = {
	...LIMITS,
	gap: 0,
	connect: 500,
	headers: 400,
	idle: 400,
	whole: 2_500,
	slowFrom: 600
};
export const fetcher = (options: FetcherOptions = {}) =>
	createFetcher({ network, limits: QUICK, ...options });

/** What becomes of an address: the host that it was read from, or the code of its refusal. */
export async function codeOf(address: string, options?: FetcherOptions): Promise<string> {
	const result = await fetcher(options)(address, 'page');
	return result.ok ? new URL(result.value.address).hostname : result.failure.code;
}

import { lookup } from 'node:dns/promises';
import net from 'node:net';
import tls from 'node:tls';
import type { buildConnector } from 'undici';
import type { Allowed } from './check-url.ts';
import { Refused } from './refused.ts';
import { isOwnNetwork, judgeAddress } from './verdict.ts';

/** The ways out of this machine; tests put their own in place. */
export type Network = {
	/** Every address of a name. */
	resolve: (host: string) => Promise<string[]>;
	dial: (address: string, port: number) => net.Socket;
	/** The address that a socket is really connected to. */
	remoteAddress: (socket: net.Socket) => string | undefined;
	/** Certificates to trust besides the usual ones. */
	ca?: string;
};

export const NETWORK: Network = {
	resolve: async (host) => (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address),
	dial: (address, port) => net.connect({ host: address, port }),
	remoteAddress: (socket) => socket.remoteAddress
};

type Connector = buildConnector.connector;

/**
 * How every connection is made: all addresses of the name are judged, one bad one refuses the name, the judged
 * address is the one that is dialled (a second lookup could answer otherwise), and the socket's own word on
 * where it leads is judged again before a byte is sent.
 */
export function createConnector(network: Network, allowed: Allowed, timeout: number): Connector {
	return ({ hostname, protocol, port }, callback) => {
		const secure = protocol === 'https:';
		connect(hostname, Number(port) || (secure ? 443 : 80))
			.then(async (socket) => (secure ? wrap(socket, hostname, network.ca, timeout) : socket))
			.then(
				(socket) => callback(null, socket),
				(error: unknown) => callback(error as Error, null)
			);
	};

	async function connect(hostname: string, port: number): Promise<net.Socket> {
		const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
		const addresses = net.isIP(host) !== 0 ? [host] : await resolve(host);
		for (const address of addresses) judge(address, host);
		const first = addresses[0];
		if (first === undefined) throw new Refused('host_unknown', { host });
		const socket = network.dial(first, port);
		await opened(socket, 'connect', timeout);
		try {
			judge(network.remoteAddress(socket) ?? '', host);
		} catch (error) {
			socket.destroy();
			throw error;
		}
		return socket;
	}

	async function resolve(host: string): Promise<string[]> {
		try {
			return await network.resolve(host);
		} catch {
			throw new Refused('host_unknown', { host });
		}
	}

	function judge(address: string, host: string): void {
		const verdict = judgeAddress(address);
		if (verdict === null || (allowed.has(host) && isOwnNetwork(address))) return;
		throw new Refused(verdict, { host });
	}
}

async function wrap(
	socket: net.Socket,
	hostname: string,
	ca: string | undefined,
	timeout: number
): Promise<tls.TLSSocket> {
	const servername = net.isIP(hostname.replace(/^\[|\]$/g, '')) === 0 ? hostname.replace(/\.$/, '') : '';
	const secured = tls.connect({ socket, servername, ALPNProtocols: ['http/1.1'], ...(ca ? { ca } : {}) });
	try {
		await opened(secured, 'secureConnect', timeout);
	} catch (error) {
		socket.destroy();
		if (error instanceof Refused) throw error;
		throw new Refused('tls', { host: hostname, reason: reasonOf(error) });
	}
	return secured;
}

/** Waits for a socket to open, for at most `timeout` milliseconds. */
function opened(socket: net.Socket, event: 'connect' | 'secureConnect', timeout: number): Promise<void> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => done(new Refused('no_answer')), timeout);
		const done = (error?: Error) => {
			clearTimeout(timer);
			socket.off(event, done).off('error', done).off('close', onClose);
			if (error === undefined) return resolve();
			socket.once('error', () => undefined);
			socket.destroy();
			reject(error);
		};
		const onClose = () => done(new Refused('unreachable'));
		socket
			.once(event, () => done())
			.once('error', done)
			.once('close', onClose);
	});
}

const TLS_REASONS: Record<string, string> = {
	CERT_HAS_EXPIRED: 'expired',
	CERT_NOT_YET_VALID: 'expired',
	ERR_TLS_CERT_ALTNAME_INVALID: 'other host',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'unknown issuer',
	SELF_SIGNED_CERT_IN_CHAIN: 'unknown issuer',
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'unknown issuer',
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'unknown issuer'
};

function reasonOf(error: unknown): string {
	return TLS_REASONS[(error as NodeJS.ErrnoException).code ?? ''] ?? 'broken';
}

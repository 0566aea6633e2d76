import type { Socket } from 'node:net';
import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { Client, type Dispatcher } from 'undici';
import type { Failure } from '#lib/model/index.ts';
import { readBody } from './body.ts';
import type { Allowed } from './check-url.ts';
import { createConnector, type Network } from './connect.ts';
import type { Limits } from './limits.ts';
import { Refused } from './refused.ts';

export type Answer = { status: number; headers: IncomingHttpHeaders; bytes: Uint8Array };

export type Exchange = {
	network: Network;
	limits: Limits;
	allowed: Allowed;
	now: () => number;
	headers: Record<string, string>;
	signal: AbortSignal;
	/** Whether the body is wanted, once status and headers are known; may throw `Refused`. */
	wants: (answer: Omit<Answer, 'bytes'>) => boolean;
	most: number;
};

/** One request and its answer, over a connection of its own: nothing is kept that a later check could miss. */
export async function exchange(url: URL, options: Exchange): Promise<Answer> {
	const { limits, network, allowed, headers, signal, wants, most, now } = options;
	const connect = createConnector(network, allowed, limits.connect);
	let socket: Socket | null = null;
	const client = new Client(url.origin, {
		connect: (target, callback) =>
			connect(target, ((error: Error | null, made: Socket | null) => {
				socket = made;
				(callback as (error: Error | null, made: Socket | null) => void)(error, made);
			}) as typeof callback),
		headersTimeout: limits.headers,
		bodyTimeout: limits.idle,
		maxHeaderSize: limits.headerBytes,
		pipelining: 1
	});
	try {
		const request: Dispatcher.RequestOptions = {
			path: url.pathname + url.search,
			method: 'GET',
			headers,
			signal
		};
		const answer = await client.request(request);
		const head = { status: answer.statusCode, headers: answer.headers };
		answer.body.on('error', () => undefined);
		if (!wants(head)) return { ...head, bytes: new Uint8Array() };
		const declared = Number(answer.headers['content-length'] ?? NaN);
		if (declared > most) throw new Refused('too_large', { limit: most });
		const encoding = String(answer.headers['content-encoding'] ?? '');
		const bytes = await readBody(answer.body as unknown as Readable, encoding, most, limits, now);
		// More came than was announced: what follows the announced part would be read as another answer.
		const read = (socket as Socket | null)?.bytesRead ?? 0;
		if (url.protocol === 'http:' && read > declared + limits.headerBytes + 4096) {
			throw new Refused('too_large', { limit: most });
		}
		return { ...head, bytes };
	} finally {
		void client.destroy().catch(() => undefined);
	}
}

const BY_CODE: Record<string, Failure['code']> = {
	UND_ERR_HEADERS_TIMEOUT: 'no_answer',
	UND_ERR_CONNECT_TIMEOUT: 'no_answer',
	UND_ERR_BODY_TIMEOUT: 'too_slow',
	UND_ERR_HEADERS_OVERFLOW: 'headers_too_large',
	HPE_HEADER_OVERFLOW: 'headers_too_large',
	ETIMEDOUT: 'no_answer'
};

/** What went wrong, as a failure that can be told to a person. */
export function toFailure(error: unknown, host: string, signal: AbortSignal): Failure {
	if (error instanceof Refused) return { ...error.failure, detail: { host, ...error.failure.detail } };
	if (signal.aborted) {
		const isLate = (signal.reason as Error | undefined)?.name === 'TimeoutError';
		return { code: isLate ? 'too_slow' : 'cancelled', detail: { host } };
	}
	const { code } = error as NodeJS.ErrnoException;
	return { code: BY_CODE[code ?? ''] ?? 'unreachable', detail: { host } };
}

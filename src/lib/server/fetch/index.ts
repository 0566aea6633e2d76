import { readConfig } from '../config.ts';
import { createFetcher, type SafeFetch } from './fetcher.ts';

export { checkUrl } from './check-url.ts';
export { type Fetched, type SafeFetch } from './fetcher.ts';
export type { Purpose } from './kinds.ts';

type Shared = { fetch: SafeFetch; requests: number };

/** On the process, for the same reason as the store. */
const SHARED = Symbol.for('lateral.fetch');
const shared = globalThis as { [SHARED]?: Shared };

function open(): Shared {
	const config = readConfig();
	const made: Shared = { fetch: () => Promise.reject(new Error('not made yet')), requests: 0 };
	made.fetch = createFetcher({
		isOn: config.network,
		allowed: config.internalHosts,
		own: config.origin === undefined ? [] : [config.origin],
		contact: config.contact ?? config.origin,
		onRequest: () => made.requests++
	});
	return made;
}

/** The one way in which this server reaches other sites. */
export const safeFetch: SafeFetch = (address, purpose, options) =>
	(shared[SHARED] ??= open()).fetch(address, purpose, options);

/** Requests to other sites since the server started: none, until a person asks for one. */
export function countRequests(): number {
	return shared[SHARED]?.requests ?? 0;
}

import { isLoopback, type Config } from '../config.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request may change something: it comes from a page of ours. SvelteKit's own check lets JSON, and
 * requests without a content type, through from any site. A client that is no browser says `Origin` itself.
 */
export function isOwnRequest(request: Request, url: URL): boolean {
	if (SAFE.has(request.method)) return true;
	const origin = request.headers.get('origin');
	if (origin !== null) return origin === url.origin;
	return request.headers.get('sec-fetch-site') === 'same-origin';
}

/**
 * Whether the host that was asked for is one that leads here. A site can point its own name at this machine and
 * read Lateral as if it were the same origin, so a server for this machine only answers to this machine's names.
 */
export function isOwnHost(url: URL, config: Pick<Config, 'host' | 'origin'>): boolean {
	if (config.origin !== undefined) return true;
	return !isLoopback(config.host) || isLoopback(url.hostname);
}

import { isIP } from 'node:net';
import { fail, ok, type Result } from '#lib/model/index.ts';
import { judgeAddress } from './verdict.ts';

const LONGEST = 2048;

/** Ports that public pages are served on; every other one belongs to some other service. */
const PORTS = new Set(['', '80', '443', '8080', '8443']);

/** Last parts of names that never lead to a public page, or lead back into this machine or network. */
const RESERVED =
	/(?:^|\.)(?:localhost|local|internal|intranet|lan|home\.arpa|corp|onion|i2p|test|invalid|example)$/;

/** Hosts that may resolve to a private address (RFC 1918), as `LATERAL_ALLOWED_INTERNAL_HOSTS` names them. */
export type Allowed = ReadonlySet<string>;

/**
 * The address that is asked for, or why it may not be: judged once, by the parser that also connects. Nothing
 * is resolved here; the connector judges what a name leads to.
 */
export function checkUrl(text: string, allowed: Allowed = new Set()): Result<URL> {
	if (text.length > LONGEST) return fail('url_too_long');
	// eslint-disable-next-line no-control-regex -- URL parsers drop these, so that two readers see two addresses
	if (/[\u0000-\u0020\u007f-\u00a0\u2028\u2029]/.test(text)) return fail('url_bad_char');
	if (!URL.canParse(text)) return fail('url_invalid');
	const url = new URL(text);
	if (url.protocol !== 'http:' && url.protocol !== 'https:') return fail('scheme');
	if (url.username !== '' || url.password !== '') return fail('credentials');
	if (!PORTS.has(url.port)) return fail('port', { port: url.port });

	const host = hostnameOf(url);
	if (host === '') return fail('url_invalid');
	if (isIP(host) !== 0) {
		const verdict = judgeAddress(host);
		return verdict === null ? ok(url) : fail(verdict, { host });
	}
	if (
		!/^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/.test(host) ||
		host.length > 253 ||
		/(?:^|\.)xn--(?:\.|$)/.test(host)
	) {
		return fail('url_invalid');
	}
	if (isLocal(host) || ((!host.includes('.') || RESERVED.test(host)) && !allowed.has(host))) {
		return fail('reserved_name', { host });
	}
	return ok(url);
}

/** The host without the brackets of IPv6 and without the dot that may end a name. */
export function hostnameOf(url: URL): string {
	return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

function isLocal(host: string): boolean {
	return host === 'localhost' || host.endsWith('.localhost');
}

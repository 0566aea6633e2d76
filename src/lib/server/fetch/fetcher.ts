import { fail, type Failure, ok, type Result } from '#lib/model/index.ts';
import { decodeBytes } from '../bytes/index.ts';
import { type Allowed, checkUrl, hostnameOf } from './check-url.ts';
import { type Network, NETWORK } from './connect.ts';
import { type Answer, exchange, toFailure } from './exchange.ts';
import { type Clock, HostGate } from './gate.ts';
import { charsetOf, mediaType, type Purpose, wrongBytes, wrongType } from './kinds.ts';
import { type Limits, LIMITS } from './limits.ts';
import { Refused } from './refused.ts';
import { RobotsBook } from './robots.ts';

/** What came of an address. */
export type Fetched = {
	/** Where the redirects ended. */
	address: string;
	status: number;
	type: string;
	text: string;
	/** Whether more than one character in a hundred could not be read: the page names a wrong encoding. */
	isGarbled: boolean;
	etag?: string;
	lastModified?: string;
	/** Set when the page is as it was (`304`); the text is empty then. */
	isUnchanged: boolean;
};

/** What the page was when it was fetched last. */
export type Before = { etag?: string | undefined; lastModified?: string | undefined };

export type FetcherOptions = {
	network?: Network;
	limits?: Limits;
	clock?: Clock;
	allowed?: Allowed;
	/** Origins under which Lateral itself is reached. */
	own?: readonly string[];
	/** Whether other sites may be reached at all. */
	isOn?: boolean;
	/** Where a site's keeper can read who asks, in the user agent. */
	contact?: string | undefined;
	/** Called before each request that leaves this machine. */
	onRequest?: (url: URL, purpose: Purpose) => void;
};

export type FetchOptions = { signal?: AbortSignal; before?: Before };

/** Fetches a public address; never throws. */
export type SafeFetch = (
	address: string,
	purpose: Purpose,
	options?: FetchOptions
) => Promise<Result<Fetched>>;

const AGENT = 'Lateral';
const ACCEPT: Record<Purpose, string> = {
	page: 'text/html,application/xhtml+xml,text/plain;q=0.8',
	batch: 'text/html,application/xhtml+xml,text/plain;q=0.8',
	feed: 'application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/html;q=0.5',
	robots: 'text/plain'
};

/** Seconds that a site may ask us to stay away at most. */
const LONGEST_HOLD = 24 * 60 * 60;

const CLOCK: Clock = {
	now: () => Date.now(),
	wait: (milliseconds, signal) =>
		new Promise((resolve, reject) => {
			const onAbort = () => {
				clearTimeout(timer);
				reject(signal.reason as Error);
			};
			const timer = setTimeout(() => {
				signal.removeEventListener('abort', onAbort);
				resolve();
			}, milliseconds);
			signal.addEventListener('abort', onAbort, { once: true });
		})
};

/**
 * Makes the one function that reaches other sites. Every hop is checked by itself, the whole is bounded in time
 * and size, and the same address asked for twice at once is fetched once.
 */
export function createFetcher({
	network = NETWORK,
	limits = LIMITS,
	clock = CLOCK,
	allowed = new Set(),
	own = [],
	isOn = true,
	contact,
	onRequest = () => undefined
}: FetcherOptions = {}): SafeFetch {
	const gate = new HostGate(clock, limits.gap);
	const robots = new RobotsBook(AGENT, clock.now);
	const agent = `${AGENT}/0.1 (compares accounts of one event${contact ? `; +${contact}` : ''})`;
	const pending = new Map<string, Promise<Result<Fetched>>>();

	return async (address, purpose, { signal, before } = {}) => {
		if (!isOn) return fail('network_off');
		const url = check(address);
		if (!url.ok) return url;
		url.value.hash = '';
		const key = `${purpose} ${url.value.href} ${before?.etag ?? ''} ${before?.lastModified ?? ''}`;
		let running = pending.get(key);
		if (running === undefined) {
			running = run(url.value, purpose, before).finally(() => pending.delete(key));
			pending.set(key, running);
		}
		if (signal === undefined) return running;
		return Promise.race([running, aborted(signal)]);
	};

	function check(address: string): Result<URL> {
		const url = checkUrl(address, allowed);
		if (url.ok && own.includes(url.value.origin)) return fail('self');
		return url;
	}

	async function run(url: URL, purpose: Purpose, before: Before | undefined): Promise<Result<Fetched>> {
		const host = hostnameOf(url);
		const never = new AbortController().signal;
		let leave: (() => void) | null = null;
		try {
			leave = await gate.enter(host, never);
			if (purpose === 'feed' || purpose === 'batch') {
				const wishes = await robots.wishesOn(url, async (address) => {
					const text = await follow(address, 'robots', undefined);
					return text.ok ? ok(text.value.text) : text;
				});
				if (!wishes.ok) return wishes;
				if (!wishes.value.isAllowed) return fail('robots', { host });
				if (wishes.value.delay > 0) await clock.wait(wishes.value.delay * 1000, never);
			}
			return await follow(url, purpose, before);
		} catch (error) {
			return { ok: false, failure: toFailure(error, host, never) };
		} finally {
			leave?.();
		}
	}

	/** Follows redirects by hand: each is a new address, judged like the first. */
	async function follow(first: URL, purpose: Purpose, before: Before | undefined): Promise<Result<Fetched>> {
		const signal = AbortSignal.timeout(limits.whole);
		let url = first;
		for (let hop = 0; ; hop++) {
			const host = hostnameOf(url);
			let answer: Answer;
			try {
				answer = await ask(url, purpose, hop === 0 ? before : undefined, signal);
			} catch (error) {
				const failure = toFailure(error, host, signal);
				return { ok: false, failure: hop === 0 ? failure : blocked(failure, hostnameOf(first)) };
			}
			if (!isRedirect(answer.status)) return read(url, answer);
			if (hop >= limits.redirects) return fail('too_many_redirects', { host });
			const next = target(url, answer.headers.location);
			if (!next.ok) return next;
			url = next.value;
		}
	}

	async function ask(
		url: URL,
		purpose: Purpose,
		before: Before | undefined,
		signal: AbortSignal
	): Promise<Answer> {
		onRequest(url, purpose);
		const answer = await exchange(url, {
			network,
			limits,
			allowed,
			signal,
			now: clock.now,
			headers: {
				'user-agent': agent,
				accept: ACCEPT[purpose],
				'accept-encoding': 'gzip, br',
				...(before?.etag ? { 'if-none-match': before.etag } : {}),
				...(before?.lastModified ? { 'if-modified-since': before.lastModified } : {})
			},
			most: purpose === 'feed' ? limits.feedBytes : limits.pageBytes,
			wants: ({ status, headers }) => {
				if (status === 429 || status === 503) holdOff(url, headers['retry-after']);
				if (status === 304 || isRedirect(status)) return false;
				if (status < 200 || status > 299) {
					const seconds = secondsOf(headers['retry-after'], clock.now());
					throw new Refused('upstream', { status, ...(seconds === null ? {} : { seconds }) });
				}
				const type = wrongType(mediaType(headers['content-type']), purpose);
				if (type) throw new Refused('not_an_article', { type });
				return true;
			}
		});
		const type = answer.status === 304 || isRedirect(answer.status) ? null : wrongBytes(answer.bytes);
		if (type) throw new Refused('not_an_article', { type });
		return answer;
	}

	function target(from: URL, location: string | undefined): Result<URL> {
		const host = hostnameOf(from);
		if (!location || !URL.canParse(location, from)) return fail('redirect_invalid', { host });
		const next = new URL(location, from);
		if (next.protocol !== 'http:' && next.protocol !== 'https:') return fail('redirect_invalid', { host });
		if (from.protocol === 'https:' && next.protocol === 'http:') return fail('redirect_downgrade', { host });
		next.hash = '';
		const checked = check(next.href);
		return checked.ok ? checked : fail('redirect_blocked', { host, why: checked.failure.code });
	}

	function holdOff(url: URL, header: string | undefined): void {
		const seconds = secondsOf(header, clock.now());
		if (seconds !== null && seconds > 0) gate.hold(hostnameOf(url), seconds * 1000);
	}
}

function isRedirect(status: number): boolean {
	return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}

/** A redirect to a name that leads to a forbidden address is a redirect that was blocked. */
function blocked(failure: Failure, host: string): Failure {
	return failure.code.startsWith('address_')
		? { code: 'redirect_blocked', detail: { host, why: failure.code } }
		: failure;
}

/** `Retry-After` in seconds, from a number or a date. */
function secondsOf(header: string | undefined, now: number): number | null {
	if (!header) return null;
	const seconds = /^\d{1,9}$/.test(header.trim()) ? Number(header) : (Date.parse(header) - now) / 1000;
	return Number.isFinite(seconds) ? Math.min(Math.max(Math.ceil(seconds), 0), LONGEST_HOLD) : null;
}

function read(url: URL, { status, headers, bytes }: Answer): Result<Fetched> {
	const header = headers['content-type'];
	const text = decodeBytes(bytes, charsetOf(header));
	let lost = 0;
	for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) lost++;
	const { etag, 'last-modified': lastModified } = headers;
	return ok({
		address: url.href,
		status,
		type: mediaType(header),
		text,
		isGarbled: lost * 100 > text.length,
		isUnchanged: status === 304,
		...(etag ? { etag: etag.slice(0, 300) } : {}),
		...(lastModified ? { lastModified: lastModified.slice(0, 100) } : {})
	});
}

function aborted(signal: AbortSignal): Promise<Result<never>> {
	return new Promise((resolve) => {
		if (signal.aborted) return resolve(fail('cancelled'));
		signal.addEventListener('abort', () => resolve(fail('cancelled')), { once: true });
	});
}

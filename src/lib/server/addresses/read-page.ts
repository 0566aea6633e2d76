import { fail, ok, type Draft, type Result } from '#lib/model/index.ts';
import type { Fetched } from '../fetch/index.ts';
import { hostOf, readHtml, readPlain } from '../ingest/index.ts';

/** The account that a fetched page gives. */
export function readPage({ address, type, text }: Fetched): Result<Draft> {
	const host = hostOf(address) ?? address;
	const isPlain = type === 'text/plain' && !/^\s*<(?:!doctype|html)/i.test(text.slice(0, 300));
	const read = isPlain ? readPlain(text, host) : readHtml(text, host);
	if (!read.ok) return fail(read.failure.code, { ...read.failure.detail, host });
	const draft = read.value;
	const canonical = hostOf(draft.url);
	// A page that names another site's address as its own is believed only within its own site.
	const url = canonical !== null && isSameSite(canonical, host) ? draft.url : address;
	const name = draft.source.name || host;
	return ok({ ...draft, source: { ...draft.source, name }, ...(url === undefined ? {} : { url }) });
}

/** Whether two hosts share their last two parts, as `amp.paper.org` and `www.paper.org` do. */
function isSameSite(a: string, b: string): boolean {
	const site = (host: string) => host.split('.').slice(-2).join('.');
	return site(a) === site(b);
}

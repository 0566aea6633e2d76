import { parseFeed as parse } from 'feedsmith';
import { fail, ok, type Result } from '#lib/model/index.ts';
import { checkUrl } from '../fetch/index.ts';
import { readDocument, readWhen } from '../ingest/index.ts';

/** One thing that a feed offers. */
export type Entry = { url: string; title: string; text: string; publishedAt?: string };

export type Feed = {
	title: string;
	entries: Entry[];
	/** Whether the feed holds more than was taken. */
	isCut: boolean;
};

/** Entries of one feed that are taken. */
const MOST_ENTRIES = 500;

/** Nesting of a feed's elements; feeds stay under 15. */
const DEEPEST = 60;

/** Character references of one feed. */
const MOST_REFERENCES = 200_000;

/** Characters of an entry's own text that are kept. */
const MOST_TEXT = 2_000;

/**
 * Reads RSS, Atom, RDF or JSON Feed out of a text; `base` is where it was found. Entities of its own, nesting
 * and length are bounded before any parser sees it. A web page is refused with the feeds that it offers.
 */
export function parseFeed(text: string, base: string): Result<Feed> {
	const host = new URL(base).hostname;
	const start = text.slice(0, 4_000).trimStart();
	if (/^<(?:!doctype html|html)\b/i.test(start)) return fail('not_a_feed', { host, ...offers(text, base) });
	const cut = start.startsWith('{') ? { text, isCut: false } : cutItems(text);
	if (!isSafe(cut.text)) return fail('feed_invalid', { host });
	try {
		const { feed } = parse(cut.text) as { feed: RawFeed };
		const items = (feed.items ?? feed.entries ?? []).slice(0, MOST_ENTRIES);
		const entries = items.map((item) => toEntry(item, base)).filter((entry) => entry !== null);
		const isCut = cut.isCut || (feed.items ?? feed.entries ?? []).length > MOST_ENTRIES;
		return ok({ title: line(feed.title) || host, entries, isCut });
	} catch {
		return /<html\b/i.test(text.slice(0, 4_000))
			? fail('not_a_feed', { host, ...offers(text, base) })
			: fail('feed_invalid', { host });
	}
}

type Text = string | { value?: string } | undefined;
type RawItem = {
	title?: Text;
	link?: string;
	url?: string;
	links?: { href?: string; rel?: string }[];
	description?: Text;
	summary?: Text;
	content_text?: string;
	pubDate?: string;
	published?: string;
	updated?: string;
	date_published?: string;
	dc?: { dates?: string[]; date?: string };
};
type RawFeed = { title?: Text; items?: RawItem[]; entries?: RawItem[] };

function toEntry(item: RawItem, base: string): Entry | null {
	const link =
		item.url ??
		item.link ??
		item.links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href ??
		'';
	if (!URL.canParse(link, base)) return null;
	const url = checkUrl(new URL(link, base).href);
	if (!url.ok) return null;
	const publishedAt = readWhen(
		item.pubDate ??
			item.published ??
			item.date_published ??
			item.updated ??
			item.dc?.dates?.[0] ??
			item.dc?.date
	);
	const text = line(item.summary) || line(item.description) || line(item.content_text);
	const title = line(item.title) || text.slice(0, 120);
	return title === '' ? null : { url: url.value.href, title, text, ...(publishedAt ? { publishedAt } : {}) };
}

/** One line of plain text out of what may hold mark-up. */
function line(value: Text): string {
	const raw = (typeof value === 'string' ? value : (value?.value ?? '')).slice(0, 4 * MOST_TEXT);
	const plain = /[<&]/.test(raw) ? (readDocument(raw) ?? []).join(' ') : raw;
	return plain.split(/\s+/).filter(Boolean).join(' ').slice(0, MOST_TEXT);
}

/** The feed up to its last entry that is taken, closed again. */
function cutItems(text: string): { text: string; isCut: boolean } {
	const item = /<(item|entry)[\s>]/g;
	let found = 0;
	for (let match = item.exec(text); match !== null; match = item.exec(text)) {
		if (++found <= MOST_ENTRIES) continue;
		const end =
			match[1] === 'entry'
				? '</feed>'
				: /<rdf:RDF/.test(text.slice(0, 4_000))
					? '</rdf:RDF>'
					: '</channel></rss>';
		return { text: text.slice(0, match.index) + end, isCut: true };
	}
	return { text, isCut: false };
}

/** One linear pass: no entities of its own, no deep nesting, no flood of references. */
function isSafe(text: string): boolean {
	if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return false;
	let references = 0;
	for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', at + 1))
		if (++references > MOST_REFERENCES) return false;
	if (!text.includes('<')) return depthOfJson(text) <= DEEPEST;
	let depth = 0;
	for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) {
		if (text.startsWith('<![CDATA[', at) || text.startsWith('<!--', at)) {
			const end = text.indexOf(text[at + 2] === '[' ? ']]>' : '-->', at);
			if (end === -1) return false;
			at = end;
			continue;
		}
		const end = text.indexOf('>', at);
		if (end === -1) return false;
		if (text[at + 1] === '/') depth--;
		else if (text[at + 1] !== '?' && text[at + 1] !== '!' && text[end - 1] !== '/') depth++;
		if (depth > DEEPEST) return false;
	}
	return true;
}

function depthOfJson(text: string): number {
	let depth = 0;
	let deepest = 0;
	for (const mark of text.matchAll(/[[{}\]]/g)) {
		depth += mark[0] === '[' || mark[0] === '{' ? 1 : -1;
		deepest = Math.max(deepest, depth);
	}
	return deepest;
}

/** The feeds that a page names in its head. */
function offers(page: string, base: string): { feeds?: string } {
	const found: string[] = [];
	for (const tag of page.slice(0, 200_000).matchAll(/<link\s[^>]{1,1000}>/gi)) {
		if (!/type\s*=\s*["']?application\/(?:rss|atom|feed)\+(?:xml|json)/i.test(tag[0])) continue;
		const href = /href\s*=\s*["']?([^"'\s>]+)/i.exec(tag[0])?.[1];
		if (href && URL.canParse(href, base)) found.push(new URL(href, base).href);
	}
	return found.length > 0 ? { feeds: found.slice(0, 5).join(', ') } : {};
}

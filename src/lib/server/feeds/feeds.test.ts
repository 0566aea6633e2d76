import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fail, ok, type Result } from '#lib/model/index.ts';
import type { Fetched, SafeFetch } from '../fetch/index.ts';
import { FERRY, FIRE } from '../../../../tests/support/stories.ts';
import {
	FeedBook,
	type FeedState,
	parseFeed,
	proposeGroups,
	rankForEvent,
	readOpml,
	writeOpml
} from './index.ts';
import { timeWork } from '../../../../tests/support/work.ts';

const BASE = 'https://quay.example.org/feed';
const item = (n: number, link = `https://quay.example.org/${n}`) =>
	`<item><title>Ferry &amp; buoy ${n}</title><link>${link}</link><pubDate>Tue, 06 May 2031 09:20:00 GMT</pubDate><description>&lt;p&gt;Divers &lt;b&gt;look&lt;/b&gt;.&lt;/p&gt;</description></item>`;
const rss = (items: string) =>
	`<?xml version="1.0"?><rss version="2.0"><channel><title>Quay Herald</title>${items}</channel></rss>`;
const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Quay Herald</title><entry><title type="html">Ferry &amp;amp; buoy 1</title><link rel="alternate" href="/1"/><updated>2031-05-06T09:20:00Z</updated><summary type="html">&lt;p&gt;Divers &lt;b&gt;look&lt;/b&gt;.&lt;/p&gt;</summary></entry></feed>`;
const json = JSON.stringify({
	version: 'https://jsonfeed.org/version/1.1',
	title: 'Quay Herald',
	items: [
		{
			id: '1',
			url: 'https://quay.example.org/1',
			title: 'Ferry & buoy 1',
			summary: 'Divers look.',
			date_published: '2031-05-06T09:20:00Z'
		}
	]
});
const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>Quay Herald</title></channel><item><title>Ferry &amp; buoy 1</title><link>https://quay.example.org/1</link><description>Divers look.</description></item></rdf:RDF>`;

describe('a feed', () => {
	test.each([
		['RSS', rss(item(1))],
		['Atom', atom],
		['JSON Feed', json],
		['RDF', rdf]
	])('in %s gives the same entry', (_kind, text) => {
		const feed = parseFeed(text, BASE);
		expect(feed).toMatchObject({
			ok: true,
			value: {
				title: 'Quay Herald',
				entries: [
					{
						url: 'https://quay.example.org/1',
						title: 'Ferry & buoy 1',
						text: expect.stringMatching(/^Divers look ?\.$/) as string
					}
				]
			}
		});
	});

	test.each([
		[
			'an entity bomb',
			`<!DOCTYPE x [<!ENTITY a "${'x'.repeat(100)}"><!ENTITY b "&a;&a;&a;">]>${rss('<item><title>&b;</title></item>')}`
		],
		['an entity from elsewhere', `<!DOCTYPE x SYSTEM "file:///etc/passwd">${rss(item(1))}`],
		['a million references', rss(`<item><title>${'&#65;'.repeat(1_000_000)}</title></item>`)],
		['divisions without end', rss('<x>'.repeat(200_000))],
		['a tag that never closes', '<rss><channel><title'],
		['nothing of a feed', 'hello']
	])('that holds %s is refused in under a second', async (_what, text) => {
		const { seconds, result } = await timeWork(() => parseFeed(text, BASE));
		expect(result).toMatchObject({ ok: false, failure: { code: 'feed_invalid' } });
		expect(seconds).toBeLessThan(1);
	});

	test('of 100,000 items is read up to the first 500, and says so', () => {
		const items = Array.from({ length: 100_000 }, (_, n) => item(n)).join('');
		const feed = parseFeed(rss(items), BASE);
		expect(feed).toMatchObject({ ok: true, value: { isCut: true } });
		expect(feed.ok && feed.value.entries.length).toBe(500);
	});

	test.each(['http://127.0.0.1/x', 'javascript:alert(1)', 'http://printer.local/', 'file:///etc/passwd'])(
		'drops an entry that leads to %s',
		(link) => {
			expect(parseFeed(rss(item(1, link) + item(2)), BASE)).toMatchObject({
				value: { entries: [{ url: 'https://quay.example.org/2' }] }
			});
		}
	);

	test('that is a web page is refused with the feeds that it offers', () => {
		const page =
			'<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head></html>';
		expect(parseFeed(page, BASE)).toMatchObject({
			failure: { code: 'not_a_feed', detail: { feeds: 'https://quay.example.org/rss' } }
		});
	});
});

test('a list of feeds is written so that it can be read again', () => {
	const feeds = [
		{ url: 'https://a.org/feed', title: 'A & B' },
		{ url: 'https://b.org/feed', title: 'C' }
	];
	expect(readOpml(writeOpml(feeds))).toEqual(feeds);
	expect(readOpml('<!DOCTYPE x><opml/>')).toBeNull();
	expect(readOpml('not a list')).toBeNull();
});

describe('the feeds that are followed', () => {
	let dir: string;
	beforeAll(async () => {
		dir = await mkdtemp(join(tmpdir(), 'lateral-feeds-'));
	});
	afterAll(() => rm(dir, { recursive: true }));

	const answer = (text: string, change: Partial<Fetched> = {}): Result<Fetched> =>
		ok({
			address: BASE,
			status: 200,
			type: 'text/xml',
			text,
			isGarbled: false,
			isUnchanged: false,
			...change
		});

	test('are kept with what they offer, and asked only for what is new', async () => {
		const asked: unknown[] = [];
		const fetch: SafeFetch = (_url, purpose, options) => {
			asked.push([purpose, options?.before?.etag]);
			return Promise.resolve(
				asked.length === 1 ? answer(rss(item(1)), { etag: '"1"' }) : answer('', { isUnchanged: true })
			);
		};
		const book = new FeedBook(fetch, join(dir, 'a.json'));
		expect(await book.add(BASE)).toMatchObject({ ok: true, value: { title: 'Quay Herald' } });
		expect(await book.add(BASE)).toMatchObject({ failure: { code: 'duplicate' } });
		await book.refresh();
		expect((await book.list())[0]?.entries).toHaveLength(1);
		expect(asked).toEqual([
			['feed', undefined],
			['feed', '"1"']
		]);
		const reopened = new FeedBook(fetch, join(dir, 'a.json'));
		expect(await reopened.list()).toMatchObject([{ url: BASE, title: 'Quay Herald', entries: [] }]);
	});

	test('that fail are left alone for longer each time, and for good when they have ended', async () => {
		let now = 0;
		let status = 500;
		let calls = 0;
		const fetch: SafeFetch = () => {
			calls++;
			return Promise.resolve(fail('upstream', { status }));
		};
		const book = new FeedBook(fetch, join(dir, 'b.json'), () => now);
		await book.addAll([{ url: BASE, title: 'x' }]);
		const tries: number[] = [];
		for (now = 0; now < 6 * 60 * 60 * 1000; now += 5 * 60 * 1000) {
			const before = calls;
			await book.refresh();
			if (calls > before) tries.push(now / 60_000);
		}
		expect(tries).toEqual([0, 15, 45, 105, 225]);
		status = 410;
		now += 24 * 60 * 60 * 1000;
		await book.refresh();
		const ended = calls;
		now += 48 * 60 * 60 * 1000;
		await book.refresh();
		expect(calls).toBe(ended);
	});
});

describe('what feeds offer', () => {
	const feed = (title: string, entries: FeedState['entries']): FeedState => ({
		url: `https://${title}.org/feed`,
		title,
		entries,
		isCut: false,
		checkedAt: null,
		failure: null,
		isEnded: false,
		isWatched: false,
		dueAt: null
	});
	const feeds = [
		feed('quay', [
			{ url: 'https://quay.org/1', title: FERRY.title, text: FERRY.paragraphs[0]! },
			{ url: 'https://quay.org/2', title: FIRE.title, text: FIRE.paragraphs[0]! }
		]),
		feed('courier', [
			{ url: 'https://courier.org/1', title: 'Ferry Marlow holed by buoy', text: FERRY.paragraphs[1]! }
		])
	];

	test('stands together where it seems to be about one event', () => {
		const { groups, others } = proposeGroups(feeds);
		expect(groups.map((offers) => offers.map(({ url }) => url).sort())).toEqual([
			['https://courier.org/1', 'https://quay.org/1']
		]);
		expect(others.map(({ url }) => url)).toEqual(['https://quay.org/2']);
	});

	test('is put together anew after a feed has brought something else', () => {
		const before = proposeGroups(feeds);
		expect(proposeGroups(feeds)).toBe(before);
		expect(proposeGroups([feeds[0]!, feed('courier', [])]).groups).toEqual([]);
	});

	test('is proposed for an event, likest first, without what the event has', () => {
		const account = {
			id: 'a',
			title: FERRY.title,
			text: FERRY.paragraphs.join('\n'),
			url: 'https://quay.org/1'
		};
		const found = rankForEvent(
			{ accounts: [account] } as unknown as Parameters<typeof rankForEvent>[0],
			feeds
		);
		expect(found.map(({ url }) => url)[0]).toBe('https://courier.org/1');
		expect(found.map(({ url }) => url)).not.toContain('https://quay.org/1');
	});
});

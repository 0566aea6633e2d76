import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { afterAll, expect, test } from 'vitest';
import { textOf, FERRY } from '../../../../tests/support/stories.ts';
import type { Draft } from '#lib/model/index.ts';
import { type Feed, parseFeed } from '../feeds/parse-feed.ts';
import type { Fetched } from '../fetch/index.ts';
import { askingAs } from '../asker.ts';
import { type ReadGroup, readGroup } from '../ingest/index.ts';
import { createFilesWorker, createReadingWorker } from './create-worker.ts';
import type { FeedRequest, FilesRequest } from './messages.ts';
import { ThreadReader } from './thread-reader.ts';

const page = (text: string): Fetched => ({
	address: 'https://quay.example.org/1',
	status: 200,
	type: 'text/html',
	text,
	isGarbled: false,
	isUnchanged: false
});

/** A thread that answers, hangs, falls over or runs out of memory, as the page says. */
const trick = () =>
	new Worker(
		`const { parentPort } = require('node:worker_threads');
		parentPort.on('message', ({ text }) => {
			if (text === 'hang') for (;;);
			if (text === 'exit') process.exit(1);
			if (text === 'throw') throw new Error('x');
			if (text === 'eat') { const all = []; for (;;) all.push(new Array(1e6).fill(text)); }
			parentPort.postMessage({ type: 'done', result: { ok: true, value: { title: text } } });
		});`,
		{ eval: true, resourceLimits: { maxOldGenerationSizeMb: 32 } }
	);
const tricked = new ThreadReader<Fetched, Draft>(trick, 1_500);
const real = new ThreadReader<Fetched, Draft>(createReadingWorker);
afterAll(() => Promise.all([tricked.close(), real.close()]));

test.each([
	['hang', 'time'],
	['exit', 'crash'],
	['throw', 'crash'],
	['eat', 'memory']
])('a page that makes the thread %s fails alone', async (what, reason) => {
	const [before, bad, after] = await Promise.all(
		[page('a'), page(what), page('b')].map((one) => tricked.read(one))
	);
	expect(bad).toMatchObject({ ok: false, failure: { code: 'reading_failed', detail: { reason } } });
	expect([before, after]).toMatchObject([
		{ ok: true, value: { title: 'a' } },
		{ ok: true, value: { title: 'b' } }
	]);
});

test('more pages than may wait are turned away at once', async () => {
	const reader = new ThreadReader<Fetched, Draft>(trick, 1_500);
	const all = await askingAs('one', () =>
		Promise.all(Array.from({ length: 250 }, (_, index) => reader.read(page(`${index}`))))
	);
	expect(all.filter((result) => !result.ok && result.failure.code === 'busy')).toHaveLength(49);
	await reader.close();
});

test('a page is read in the thread as it is outside', async () => {
	const html = `<article><h1>${FERRY.title}</h1>${FERRY.paragraphs.map((text) => `<p>${text}</p>`).join('')}</article>`;
	expect(await real.read(page(html))).toMatchObject({ ok: true, value: { text: textOf(FERRY) } });
});

test('people take turns, so that one page does not wait for a hundred of somebody else', async () => {
	const reader = new ThreadReader<Fetched, Draft>(trick, 1_500);
	const order: string[] = [];
	const read = (person: string, text: string) =>
		askingAs(person, () => reader.read(page(text)).then(() => order.push(text)));
	const many = Array.from({ length: 100 }, (_, index) => read('class', `${index}`));
	await Promise.all([...many, read('late', 'late')]);
	expect(order.indexOf('late')).toBeLessThan(3);
	await reader.close();
});

test('files are read in the thread as outside: a PDF, a zip of a folder, and what is none', async () => {
	const files = new ThreadReader<FilesRequest, ReadGroup>(createFilesWorker);
	const pdf = new Uint8Array(readFileSync('tests/fixtures/files/ferry.pdf'));
	for (const group of [
		[{ name: 'ferry.pdf', bytes: pdf }],
		[{ name: 'x.zip', bytes: pdf }],
		[{ name: 'ferry.txt', bytes: new TextEncoder().encode(textOf(FERRY)) }]
	])
		expect(await files.read({ files: group })).toEqual(await readGroup(group));
	await files.close();
});

test('a feed is read in the thread as outside, and one that was made to do harm is refused', async () => {
	const feeds = new ThreadReader<FeedRequest, Feed>(createReadingWorker);
	const base = 'https://quay.example.org/feed';
	const good =
		'<rss version="2.0"><channel><title>Quay</title><item><title>Ferry</title><link>https://quay.example.org/1</link></item></channel></rss>';
	for (const feed of [good, `<!DOCTYPE x [<!ENTITY a "b">]>${good}`, 'hello'])
		expect(await feeds.read({ feed, base })).toEqual(parseFeed(feed, base));
	await feeds.close();
});

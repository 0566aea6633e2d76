import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fail, ok } from '#lib/model/index.ts';
import type { SafeFetch } from '../fetch/index.ts';
import { FeedBook } from './feed-book.ts';
import { FeedWatch } from './feed-watch.ts';

const MINUTE = 60_000;
const QUAY = 'https://quay.example.org/feed';
const HILL = 'https://hill.example.org/feed';
const rss = (items: number) =>
	`<rss version="2.0"><channel><title>Quay Herald</title>${Array.from({ length: items }, (_, n) => `<item><title>Story ${n}</title><link>https://quay.example.org/${n}</link></item>`).join('')}</channel></rss>`;

let dir: string;
let at = 0;
beforeAll(async () => {
	dir = await mkdtemp(join(tmpdir(), 'lateral-watch-'));
});
beforeEach(() => {
	at = 0;
});
afterAll(() => rm(dir, { recursive: true }));

/** A clock that jumps from one thing that is to be done to the next. */
function timer() {
	let next: { work: () => void; at: number } | null = null;
	return {
		later: (work: () => void, milliseconds: number) => {
			next = { work, at: at + milliseconds };
			return () => (next = null);
		},
		isSet: () => next !== null,
		jump: () => {
			const due = next!;
			next = null;
			at = due.at;
			due.work();
		}
	};
}

/** Looks `count` times by itself, and gives the minutes at which the site was asked. */
async function watch(name: string, fetch: SafeFetch, count: number): Promise<number[]> {
	const asked: number[] = [];
	const clock = timer();
	const noted: SafeFetch = (...how) => {
		asked.push(Math.round(at / MINUTE));
		return fetch(...how);
	};
	const book = new FeedBook(
		noted,
		join(dir, name),
		() => at,
		() => 0.5
	);
	await book.addAll([
		{ url: QUAY, title: 'Quay' },
		{ url: HILL, title: 'Hill' }
	]);
	const feeds = new FeedWatch(book, () => at, clock.later);
	await feeds.plan();
	expect(clock.isSet()).toBe(false);
	await book.watch(QUAY, true);
	for (let look = 0; look < count; look++) {
		await expect.poll(clock.isSet).toBe(true);
		clock.jump();
		await expect.poll(() => asked.length).toBe(look + 1);
	}
	feeds.stop();
	return asked;
}

const answer = (text: string, change: object = {}) =>
	Promise.resolve(
		ok({
			address: QUAY,
			status: 200,
			type: 'text/xml',
			text,
			isGarbled: false,
			isUnchanged: false,
			...change
		})
	);

describe('a feed that is looked at by itself', () => {
	test('is asked at its pace while it brings something new, and the only one asked', async () => {
		let items = 0;
		const urls = new Set<string>();
		const asked = await watch('a.json', (url) => (urls.add(url), answer(rss(++items))), 4);
		expect(asked).toEqual([0, 30, 60, 90]);
		expect([...urls]).toEqual([QUAY]);
	});

	test('is asked less and less often while it brings nothing, with what it was known by', async () => {
		const before: unknown[] = [];
		const fetch: SafeFetch = (_url, _purpose, options) => {
			before.push(options?.before?.etag);
			return before.length === 1 ? answer(rss(1), { etag: '"1"' }) : answer('', { isUnchanged: true });
		};
		expect(await watch('b.json', fetch, 6)).toEqual([0, 30, 90, 210, 450, 690]);
		expect(before.slice(0, 3)).toEqual([undefined, '"1"', '"1"']);
	});

	test('is left alone for longer each time that it fails, up to a day', async () => {
		const asked = await watch('c.json', () => Promise.resolve(fail('upstream', { status: 500 })), 10);
		const gaps = asked.slice(1).map((minute, look) => minute - asked[look]!);
		expect(gaps).toEqual([15, 30, 60, 120, 240, 480, 960, 1440, 1440]);
	});

	test('stays so after a restart, and is let go again', async () => {
		const path = join(dir, 'd.json');
		const fetch: SafeFetch = () => answer(rss(1));
		const book = new FeedBook(fetch, path, () => at);
		await book.add(QUAY);
		await book.watch(QUAY, true);
		const reopened = new FeedBook(fetch, path, () => at);
		expect(await reopened.list()).toMatchObject([{ url: QUAY, isWatched: true, dueAt: 0 }]);
		await reopened.watch(QUAY, false);
		expect(await reopened.nextDue()).toBeNull();
	});

	test('is not held to have failed where Lateral may reach no other site', async () => {
		const book = new FeedBook(
			() => Promise.resolve(fail('network_off')),
			join(dir, 'e.json'),
			() => at
		);
		await book.addAll([{ url: QUAY, title: 'Quay' }]);
		for (let look = 0; look < 3; look++) await book.refresh();
		expect((await book.list())[0]).toMatchObject({ failure: { code: 'network_off' }, notBefore: 0 });
	});
});

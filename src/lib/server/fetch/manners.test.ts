import { describe, expect, test } from 'vitest';
import { fetcher, QUICK, serveSites, site, STORY } from '../../../../tests/support/loopback-sites.ts';

serveSites();

describe('manners', () => {
	test('one address asked for 200 times at once is fetched once', async () => {
		const fetch = fetcher();
		const all = await Promise.all(Array.from({ length: 200 }, () => fetch('http://a.org/#part', 'page')));
		expect(all.every((result) => result.ok)).toBe(true);
		expect(site.dialled).toHaveLength(1);
	});

	test('a host gets one request at a time, with a pause between two; other hosts do not wait', async () => {
		let open = 0;
		let most = 0;
		site.answer = (_request, response) => {
			most = Math.max(most, ++open);
			setTimeout(() => {
				open--;
				response.end(STORY);
			}, 20);
		};
		const waits: number[] = [];
		const clock = {
			now: () => 0,
			wait: (milliseconds: number) => {
				waits.push(milliseconds);
				return Promise.resolve();
			}
		};
		const fetch = fetcher({ clock, limits: { ...QUICK, gap: 2_000 } });
		await Promise.all(['1', '2', '3'].map((path) => fetch(`http://a.org/${path}`, 'page')));
		expect([most, waits]).toEqual([1, [2_000, 2_000]]);
		await fetch('http://b.org/', 'page');
		expect(waits).toHaveLength(2);
	});

	test('robots.txt is asked for feeds and batches, once, and not for one page', async () => {
		const asked: string[] = [];
		site.answer = (request, response) => {
			asked.push(request.url ?? '');
			response.writeHead(200, { 'content-type': 'text/plain' });
			response.end(request.url === '/robots.txt' ? 'User-agent: Lateral\nDisallow: /closed/' : STORY);
		};
		const fetch = fetcher();
		expect(await fetch('http://a.org/closed/1', 'page')).toMatchObject({ ok: true });
		expect(await fetch('http://a.org/closed/2', 'batch')).toMatchObject({ failure: { code: 'robots' } });
		expect(await fetch('http://a.org/open', 'batch')).toMatchObject({ ok: true });
		expect(asked).toEqual(['/closed/1', '/robots.txt', '/open']);
	});

	test.each([
		[404, true],
		[500, false]
	])('a robots.txt of %i means: %s', async (status, isAllowed) => {
		site.answer = (request, response) =>
			request.url === '/robots.txt' ? response.writeHead(status).end() : response.end(STORY);
		expect((await fetcher()('http://a.org/1', 'batch')).ok).toBe(isAllowed);
	});

	test('what has not changed is not sent again', async () => {
		site.answer = (request, response) => {
			if (request.headers['if-none-match'] === '"1"') return response.writeHead(304).end();
			response.writeHead(200, { etag: '"1"', 'content-type': 'text/html' }).end(STORY);
		};
		const fetch = fetcher();
		const first = await fetch('http://a.org/', 'feed');
		expect(first).toMatchObject({ ok: true, value: { etag: '"1"', isUnchanged: false } });
		const second = await fetch('http://a.org/', 'feed', { before: { etag: '"1"' } });
		expect(second).toMatchObject({ ok: true, value: { isUnchanged: true, text: '' } });
	});

	test('a person who gives up does not wait', async () => {
		site.answer = () => undefined;
		const result = await fetcher()('http://a.org/', 'page', { signal: AbortSignal.abort() });
		expect(result).toMatchObject({ failure: { code: 'cancelled' } });
	});
});

import { strToU8, zipSync } from 'fflate';
import { expect, test } from '@playwright/test';

const MB = 1024 * 1024;
const EVENTS = '/api/v1/events';
const NO_EVENT = '01M8FV7SFH3ZSCVSMWS8WJ3ANT';

const account = (text: string, more: object = {}) => ({ source: { name: 'The Mill Post' }, text, ...more });
const eventOf = (text: string, more: object = {}) =>
	JSON.stringify({ title: 'A bad input', accounts: [account(text, more)] });
const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

type ApiCase = [
	what: string,
	method: string,
	path: string,
	body: string | undefined,
	status: number,
	code: string
];

const API: ApiCase[] = [
	['an empty text', 'post', EVENTS, eventOf(' '), 400, 'text_empty'],
	['a text of 6 MB', 'post', EVENTS, eventOf('words '.repeat(MB)), 413, 'text_too_long'],
	['quotation marks and nothing else', 'post', EVENTS, eventOf('”'.repeat(MB)), 422, 'no_sentences'],
	['a body of 13 MB', 'post', EVENTS, eventOf('words '.repeat(2.2 * MB)), 413, 'request_too_large'],
	['JSON nested 20,000 deep', 'post', EVENTS, deep(20_000), 422, 'json_too_deep'],
	['the key __proto__', 'post', EVENTS, '{"title":"T","__proto__":{}}', 422, 'json_forbidden_key'],
	['JSON that ends too early', 'post', EVENTS, eventOf('Nine were hurt.').slice(0, 40), 400, 'json_invalid'],
	[
		'an address that is none',
		'post',
		EVENTS,
		eventOf('Nine were hurt.', { url: 'file:///etc/passwd' }),
		400,
		'field_invalid'
	],
	[
		'a field that is not known',
		'post',
		EVENTS,
		eventOf('Nine were hurt.', { id: '../x' }),
		400,
		'field_invalid'
	],
	['an event that is not there', 'get', `${EVENTS}/${NO_EVENT}`, undefined, 404, 'not_found'],
	['an id that is none', 'get', `${EVENTS}/..%2f..%2fetc`, undefined, 404, 'not_found'],
	[
		'an account that is not there',
		'delete',
		`${EVENTS}/${NO_EVENT}/accounts/01-x`,
		undefined,
		404,
		'not_found'
	],
	['a path that is not there', 'get', '/api/v1/nothing', undefined, 404, 'not_found'],
	['a method that is not there', 'put', EVENTS, '{}', 405, 'method_not_allowed']
];

test.describe('the API answers', () => {
	for (const [what, method, path, data, status, code] of API)
		test(`${what} with ${status} and ${code}`, async ({ request, baseURL }) => {
			const headers = { origin: new URL(baseURL!).origin, 'content-type': 'application/json' };
			const before = await (await request.get(EVENTS)).json();
			const answer = await request.fetch(path, {
				method,
				headers,
				...(data === undefined ? {} : { data: Buffer.from(data) })
			});
			expect(answer.status()).toBe(status);
			expect(answer.headers()['content-type']).toContain('application/problem+json');
			const { error } = await answer.json();
			expect(error.code).toBe(code);
			expect(error.message).toMatch(/^[A-Z“'].*\.$/s);
			expect(error.message).not.toMatch(/node_modules|\.ts:|\/home\/|undefined/);
			expect(error.requestId).toBe(answer.headers()['x-request-id']);
			expect(await (await request.get(EVENTS)).json()).toEqual(before);
		});

	test('a request from another site with 403, and carries nothing out', async ({ request }) => {
		for (const origin of ['https://elsewhere.example', 'null', 'http://localhost:1'])
			for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
				const headers = { origin, 'content-type': type };
				const answer = await request.post(EVENTS, { headers, data: eventOf('Nine people were hurt.') });
				expect(answer.status()).toBe(403);
				expect((await answer.json()).error.code).toBe('bad_origin');
			}
		const { events } = await (await request.get(EVENTS)).json();
		expect(events.map(({ title }: { title: string }) => title)).not.toContain('A bad input');
	});
});

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
const zipOf = (files: Record<string, Uint8Array>) => Buffer.from(zipSync(files, { level: 9 }));

type PageCase = [what: string, name: string, bytes: Buffer, says: RegExp];

const PAGE: PageCase[] = [
	['an image named .html', 'photo.html', PNG, /image \(PNG\), not a web page/],
	['a page nested without end', 'deep.html', Buffer.from('<div>'.repeat(200_000)), /nested too deeply/],
	['a zip bomb', 'event.zip', zipOf({ 'event.json': new Uint8Array(120 * MB) }), /larger than 100 MB/],
	[
		'a zip with a name that leads out of it',
		'event.zip',
		zipOf({ 'event.json': strToU8('{}'), '../../x': strToU8('x') }),
		/holds a file name that is not allowed/
	]
];

test.describe('the page says what is wrong with', () => {
	for (const [what, name, buffer, says] of PAGE)
		test(what, async ({ request, baseURL }) => {
			const answer = await request.post('/new?/read', {
				headers: { origin: new URL(baseURL!).origin, accept: 'text/html' },
				multipart: { files: { name, mimeType: 'application/octet-stream', buffer } }
			});
			expect(answer.status()).toBe(422);
			expect(answer.headers()['content-type']).toContain('text/html');
			expect(await answer.text()).toMatch(says);
		});

	test('an address that leads nowhere', async ({ page }) => {
		const answer = await page.goto(`/events/${NO_EVENT}`);
		expect(answer!.status()).toBe(404);
		await expect(page.getByText('There is no such page. It may have been removed.')).toBeVisible();
	});
});

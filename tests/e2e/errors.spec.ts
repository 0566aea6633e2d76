import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { expect, test, type APIResponse } from '@playwright/test';
import { newDataFolder, startServer, type OwnServer } from '../support/server.ts';

const MB = 1024 * 1024;
const EVENTS = '/api/v1/events';
const BUNDLES = '/api/v1/bundles';
const NO_EVENT = '01M8FV7SFH3ZSCVSMWS8WJ3ANT';

/**
 * Milliseconds in which what is hostile must be refused: a second, and as much again for a machine that has other
 * work; a page also has to give back what was typed.
 */
const SOON = 2_000;
const SOON_WITH_PAGE = 3_000;

// What other journeys assert of bad inputs: two windows (reviews, api), a full and a failing disk (disk), the same
// account twice (new), another language (languages), other sites' faults (unit tests with sites of their own).

let server: OwnServer;
test.beforeAll(async () => {
	test.setTimeout(120_000);
	const started = await startServer(['--port', '0', '--data', newDataFolder()]);
	expect(started.server, started.said).not.toBeNull();
	server = started.server!;
	const isQuiet = async () => {
		const { events } = (await (await fetch(server.origin + EVENTS)).json()) as {
			events: { comparison: string }[];
		};
		return events.every(({ comparison }) => comparison === 'current');
	};
	await expect.poll(isQuiet, { timeout: 60_000 }).toBe(true);
});
test.afterAll(() => server.stop());

const account = (text: string, more: object = {}) => ({ source: { name: 'The Mill Post' }, text, ...more });
const eventOf = (text: string, more: object = {}) =>
	JSON.stringify({ title: 'A bad input', accounts: [account(text, more)] });
const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
const zipOf = (files: Record<string, Uint8Array>) => Buffer.from(zipSync(files, { level: 9 }));
const BOMB = zipOf({ 'event.json': new Uint8Array(120 * MB) });
const OUTSIDE = zipOf({ 'event.json': strToU8('{}'), '../../x': strToU8('x') });
const LATER_MANIFEST = strToU8('{"format":"lateral-bundle/9"}');
const NEWER = zipOf({
	'bundle.json': LATER_MANIFEST,
	SHA256SUMS: strToU8(`${createHash('sha256').update(LATER_MANIFEST).digest('hex')}  bundle.json\n`)
});

type ApiCase = [
	what: string,
	method: string,
	path: string,
	body: string | Buffer | undefined,
	status: number,
	code: string
];

const API: ApiCase[] = [
	['an empty text', 'post', EVENTS, eventOf(' '), 400, 'text_empty'],
	['a text of 6 MB', 'post', EVENTS, eventOf('words '.repeat(MB)), 413, 'text_too_long'],
	['5 MB of quotation marks', 'post', EVENTS, eventOf('"'.repeat(4.9 * MB)), 422, 'no_sentences'],
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
	[
		'the same account twice',
		'post',
		EVENTS,
		JSON.stringify({
			title: 'T',
			accounts: [account('Nine people were hurt.'), account('Nine people were hurt.')]
		}),
		409,
		'duplicate'
	],
	['a bundle that is an image', 'post', BUNDLES, PNG, 415, 'not_a_zip'],
	['a bundle that is a zip bomb', 'post', BUNDLES, BOMB, 413, 'import_too_large'],
	['a bundle with a name that leads out of it', 'post', BUNDLES, OUTSIDE, 422, 'import_bad_name'],
	['a bundle of a newer Lateral', 'post', BUNDLES, NEWER, 422, 'schema_newer'],
	['a bundle that is another zip', 'post', BUNDLES, zipOf({ x: strToU8('x') }), 422, 'not_a_bundle'],
	['a path that is not there', 'get', '/api/v1/nothing', undefined, 404, 'not_found'],
	['a method that is not there', 'put', EVENTS, '{}', 405, 'method_not_allowed']
];

/** What is wrong with an answer that refuses: its form, its words, its id, or that the log does not know it. */
async function expectRefusal(answer: APIResponse, status: number, code: string) {
	expect(answer.status()).toBe(status);
	expect(answer.headers()['content-type']).toContain('application/problem+json');
	const { error } = (await answer.json()) as { error: Record<string, string> };
	expect(error.code).toBe(code);
	expect(error.message).toMatch(/^[A-Z“'].*\.$/s);
	expect(error.message).not.toMatch(/node_modules|\.ts:|\/home\/|undefined/);
	expect(error.requestId).toBe(answer.headers()['x-request-id']);
	await expect.poll(() => server.said()).toContain(`"requestId":"${error.requestId}"`);
}

test.describe('the API answers', () => {
	for (const [what, method, path, data, status, code] of API)
		test(`${what} with ${status} and ${code}`, async ({ request }) => {
			const headers = { origin: server.origin, 'content-type': 'application/json' };
			const before = await (await request.get(server.origin + EVENTS)).json();
			const asked = performance.now();
			const answer = await request.fetch(server.origin + path, {
				method,
				headers,
				...(data === undefined ? {} : { data: Buffer.from(data) })
			});
			const took = performance.now() - asked;
			await expectRefusal(answer, status, code);
			expect(took).toBeLessThan(SOON);
			expect(await (await request.get(server.origin + EVENTS)).json()).toEqual(before);
		});

	test('a request from another site with 403, and carries nothing out', async ({ request }) => {
		for (const origin of ['https://elsewhere.example', 'null', 'http://localhost:1'])
			for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
				const headers = { origin, 'content-type': type };
				const answer = await request.post(server.origin + EVENTS, {
					headers,
					data: eventOf('Nine people were hurt.')
				});
				await expectRefusal(answer, 403, 'bad_origin');
			}
		const { events } = await (await request.get(server.origin + EVENTS)).json();
		expect(events.map(({ title }: { title: string }) => title)).not.toContain('A bad input');
	});
});

type Sent = Record<string, string | { name: string; mimeType: string; buffer: Buffer }>;
type PageCase = [what: string, path: string, sent: Sent, status: number, says: RegExp];

const NEW = '/new?/read';
const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });
const html = (text: string) => Buffer.from(text);
const menu = html('<nav><a href="/">Home</a></nav>');

const PAGE: PageCase[] = [
	['an empty paste', NEW, { text: ' ' }, 400, /Paste some text first\. Nothing was saved\./],
	['a paste of 6 MB', NEW, { text: 'words '.repeat(MB) }, 413, /This text has 6 MB; the limit is 5 MB/],
	['5 MB of quotation marks', NEW, { text: '"'.repeat(5 * MB) }, 422, /We found no sentences in this text/],
	['a private address', NEW, { links: 'http://10.0.0.1/' }, 200, /inside a private network/],
	['an image named .html', NEW, { files: file('photo.html', PNG) }, 415, /image \(PNG\), not a web page/],
	['a page without an article', NEW, { files: file('menu.html', menu) }, 422, /could not find an article/],
	[
		'a page nested without end',
		NEW,
		{ files: file('deep.html', html('<div>'.repeat(200_000))) },
		422,
		/nested too deeply/
	],
	['a zip bomb', NEW, { files: file('event.zip', BOMB) }, 413, /larger than 100 MB/],
	[
		'a zip with a name that leads out of it',
		NEW,
		{ files: file('event.zip', OUTSIDE) },
		422,
		/holds a file name that is not allowed/
	],
	['an event that is a zip bomb', '/import', { bundle: file('e.zip', BOMB) }, 413, /larger than 100 MB/],
	[
		'an event of a newer Lateral',
		'/import',
		{ bundle: file('e.zip', NEWER) },
		422,
		/newer Lateral\. Please update/
	],
	['an event that is an image', '/import', { bundle: file('e.zip', PNG) }, 415, /not a zip/]
];

test.describe('the page says what is wrong with', () => {
	for (const [what, path, multipart, status, says] of PAGE)
		test(what, async ({ request }) => {
			const before = await (await request.get(server.origin + EVENTS)).json();
			const asked = performance.now();
			const answer = await request.post(server.origin + path, {
				headers: { origin: server.origin, accept: 'text/html' },
				multipart
			});
			const took = performance.now() - asked;
			expect(answer.status()).toBe(status);
			expect(answer.headers()['content-type']).toContain('text/html');
			expect(await answer.text()).toMatch(says);
			expect(took).toBeLessThan(SOON_WITH_PAGE);
			const id = `"requestId":"${answer.headers()['x-request-id']}"`;
			if (status >= 400) await expect.poll(() => server.said()).toContain(id);
			expect(await (await request.get(server.origin + EVENTS)).json()).toEqual(before);
		});

	test('a form that another site sends', async ({ request }) => {
		const headers = { origin: 'https://elsewhere.example', accept: 'text/html' };
		const answer = await request.post(server.origin + NEW, {
			headers,
			multipart: { text: 'Nine were hurt.' }
		});
		expect(answer.status()).toBe(403);
		expect(await answer.text()).toContain('came from another site and was not carried out');
	});

	for (const path of [`/events/${NO_EVENT}`, '/events/..%2f..%2fetc', '/events/x%00', '/nothing'])
		test(`the address ${path}`, async ({ page }) => {
			const answer = await page.goto(server.origin + path);
			expect(answer!.status()).toBe(404);
			await expect(page.getByText('There is no such page. It may have been removed.')).toBeVisible();
		});
});

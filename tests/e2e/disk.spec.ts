import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { newDataFolder, startServer, type OwnServer } from '../support/server.ts';
import { POST, RADIO } from '../support/texts.ts';

const ACCOUNTS = [
	{ source: { name: 'The Mill Post' }, text: POST },
	{ source: { name: 'Radio Orrin' }, text: RADIO }
];

/** A server whose disk fails as `state` says. */
async function begin(data: string) {
	const state = join(mkdtempSync(join(tmpdir(), 'lateral-disk-')), 'state');
	const preload = pathToFileURL(join(import.meta.dirname, '../support/failing-disk.mjs')).href;
	const started = await startServer(['--port', '0', '--data', data], {
		NODE_OPTIONS: `--import ${preload}`,
		LATERAL_TEST_DISK: state
	});
	expect(started.server, started.said).not.toBeNull();
	const server = started.server!;
	return {
		server,
		fail: (how: 'full' | 'broken') => writeFileSync(state, how),
		mend: () => rmSync(state)
	};
}

/** What the API answers to a request that wants to change something. */
async function ask(
	request: APIRequestContext,
	{ origin }: OwnServer,
	method: string,
	path: string,
	data?: object
) {
	const answer = await request.fetch(origin + path, {
		method,
		headers: { origin },
		...(data === undefined ? {} : { data })
	});
	return { answer, body: (await answer.json()) as { id: string; error?: Record<string, string> } };
}

async function makeEvent(page: Page, server: OwnServer, title: string): Promise<string> {
	const { answer, body } = await ask(page.request, server, 'POST', '/api/v1/events', {
		title,
		accounts: ACCOUNTS
	});
	expect(answer.status()).toBe(201);
	const state = async () =>
		(await (await page.request.get(`${server.origin}/api/v1/events/${body.id}`)).json()).comparison;
	await expect.poll(state, { timeout: 30_000 }).toBe('current');
	return body.id;
}

test('a full disk is said as such, in the API and on the page, and all works again when there is room', async ({
	page
}) => {
	const { server, fail, mend } = await begin(newDataFolder());
	const id = await makeEvent(page, server, 'A tram derails');
	// How far a comparison has come is no part of what is kept.
	const list = async () =>
		JSON.parse(
			await (await page.request.get(`${server.origin}/api/v1/events`)).text(),
			(key, value: unknown) => (key === 'job' ? undefined : value)
		) as unknown;
	const before = await list();
	const claim = { account: '01-the-mill-post', start: 0, end: 4, words: POST.slice(0, 4) };
	const wishes: [string, string, object?][] = [
		['POST', '/api/v1/events', { title: 'Another', accounts: ACCOUNTS }],
		['POST', `/api/v1/events/${id}/accounts`, { accounts: [{ source: { name: 'A third' }, text: RADIO }] }],
		['POST', `/api/v1/events/${id}/reviews`, { seen: 0, decisions: [{ kind: 'hide', claim }] }],
		['DELETE', `/api/v1/events/${id}/accounts/01-the-mill-post`],
		['DELETE', `/api/v1/events/${id}`]
	];
	fail('full');
	for (const [method, path, data] of wishes) {
		const { answer, body } = await ask(page.request, server, method, path, data);
		expect([path, answer.status()]).toEqual([path, 507]);
		expect(answer.headers()['content-type']).toContain('application/problem+json');
		expect(body.error).toEqual({
			code: 'storage_full',
			message: 'The disk is full. Your change was not saved; copy your text.',
			requestId: answer.headers()['x-request-id']
		});
	}
	expect(await list()).toEqual(before);
	const ready = await page.request.get(`${server.origin}/readyz`);
	expect(ready.status()).toBe(507);

	await page.goto(`${server.origin}/events/${id}/manage`);
	await page.getByLabel('Title', { exact: true }).first().fill('A title that took long to find');
	await page.getByRole('button', { name: 'Rename' }).click();
	await expect(page.getByRole('alert')).toContainText('The disk is full. Your change was not saved');
	await expect(page.getByLabel('Title', { exact: true }).first()).toHaveValue(
		'A title that took long to find'
	);

	mend();
	await page.getByRole('button', { name: 'Rename' }).click();
	await expect(page.getByRole('status')).toContainText('Renamed to “A title that took long to find”');
	for (const [method, path, data] of wishes) {
		const { answer } = await ask(page.request, server, method, path, data);
		expect([path, answer.ok()]).toEqual([path, true]);
	}
	await server.stop();
});

test('a disk that does not keep what it took ends the server, and nothing that was confirmed is lost', async ({
	page
}) => {
	const data = newDataFolder();
	const { server, fail, mend } = await begin(data);
	const id = await makeEvent(page, server, 'A tram derails');
	fail('broken');
	const { answer, body } = await ask(page.request, server, 'DELETE', `/api/v1/events/${id}`);
	expect([answer.status(), body.error!.code]).toEqual([503, 'store_failed']);
	expect(await server.ended).toBe(74);
	expect(server.said()).toContain('Start it again when the disk is well');
	mend();
	const again = await begin(data);
	const event = await page.request.get(`${again.server.origin}/api/v1/events/${id}`);
	expect(await event.json()).toMatchObject({ title: 'A tram derails', comparison: 'current' });
	await again.server.stop();
});

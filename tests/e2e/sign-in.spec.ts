import { expect, test, type Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { lateral, newDataFolder, startServer, type OwnServer } from '../support/server.ts';

const WORDS = { owner: 'a heron on the roof', reader: 'open at page twelve' };

const data = newDataFolder();
const place = ['--host', '0.0.0.0', '--port', '0', '--data', data];
let server: OwnServer;

test.beforeAll(async () => {
	test.setTimeout(120_000);
	for (const [role, words] of Object.entries(WORDS)) {
		const set = await lateral(['passcode', role, '--data', data], `${words}\n`);
		expect(set.said).toContain(`The passcode of the ${role} is set`);
		expect(set.said).not.toContain(words);
	}
	const started = await startServer(place, { LATERAL_ROLES: 'owner,reader' });
	expect(started.server, started.said).not.toBeNull();
	server = started.server!;
});

test.afterAll(() => server.stop());

const signIn = async (page: Page, passcode: string) => {
	await page.getByLabel('Passcode', { exact: true }).fill(passcode);
	await page.getByRole('button', { name: 'Sign in' }).click();
};

test('a Lateral that others can reach does not start without a passcode, and says how to set one', async () => {
	const bare = await startServer(['--host', '0.0.0.0', '--port', '0', '--data', newDataFolder()]);
	expect(bare.server).toBeNull();
	expect(bare.said).toContain('passcode owner');
	const proxied = await startServer(['--port', '0', '--data', newDataFolder()], {
		LATERAL_ORIGIN: 'https://lateral.example.org'
	});
	expect(proxied.server).toBeNull();
});

test('a stranger sees the sign-in page and nothing else, and comes to where they were going', async ({
	page
}) => {
	for (const path of ['/', '/search?q=tram', '/feeds', '/bin', '/new']) {
		await page.goto(server.origin + path);
		await expect(page).toHaveURL(`${server.origin}/sign-in?${new URLSearchParams({ to: path })}`);
	}
	expect((await page.request.get(`${server.origin}/api/v1/events`)).status()).toBe(401);
	await page.goto(`${server.origin}/search?q=tram`);
	await expect(page.getByText('This connection is not encrypted')).toBeVisible();
	await expectNoViolations(page);
	await signIn(page, 'not the passcode');
	await expect(page.getByText('This passcode opens nothing here')).toBeVisible();
	await signIn(page, WORDS.reader);
	await expect(page).toHaveURL(`${server.origin}/search?q=tram`);
	await page.getByRole('button', { name: 'Sign out' }).click();
	await expect(page).toHaveURL(`${server.origin}/sign-in`);
});

test('a reader reads everything and changes nothing, without JavaScript too', async ({ browser }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(`${server.origin}/`);
	await signIn(page, WORDS.reader);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(page.getByRole('banner').getByRole('link', { name: 'Compare accounts' })).toHaveCount(0);
	const events = (await (await page.request.get(`${server.origin}/api/v1/events`)).json()) as {
		events: { id: string }[];
	};
	const event = `${server.origin}/api/v1/events/${events.events[0]!.id}`;
	const headers = { origin: server.origin };
	const removed = await page.request.delete(event, { headers });
	expect(removed.status()).toBe(403);
	expect(await removed.json()).toMatchObject({ error: { code: 'not_allowed' } });
	expect((await page.request.get(event)).status()).toBe(200);
	await page.goto(`${server.origin}/new`);
	await page.locator('textarea[name="text"]').first().fill('The tram stopped at noon, the driver said.');
	await page.getByRole('button', { name: 'Continue' }).click();
	await expect(page.getByText('Your passcode does not open this')).toBeVisible();
	await context.close();
});

test('the owner may change things', async ({ page }) => {
	await page.goto(`${server.origin}/`);
	await signIn(page, WORDS.owner);
	await expect(page.getByRole('banner').getByRole('link', { name: 'Compare accounts' })).toBeVisible();
	const { events } = (await (await page.request.get(`${server.origin}/api/v1/events`)).json()) as {
		events: { id: string }[];
	};
	const event = `${server.origin}/api/v1/events/${events.at(-1)!.id}`;
	const gone = await page.request.delete(event, { headers: { origin: server.origin } });
	expect(gone.ok()).toBe(true);
});

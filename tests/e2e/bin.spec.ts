import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { nodeFiles } from '../../src/lib/server/store/files/node-files.ts';
import { expectNoViolations } from '../support/axe.ts';
import { newDataFolder, startServer, type OwnServer } from '../support/server.ts';
import { POST, RADIO } from '../support/texts.ts';
import { tracesOf } from '../support/traces.ts';

const CANARY = 'Zwölf “gelbe” Kanarienvögel';

const data = newDataFolder();
let server: OwnServer;

test.beforeAll(async () => {
	test.setTimeout(120_000);
	const started = await startServer(['--port', '0', '--data', data]);
	expect(started.server, started.said).not.toBeNull();
	server = started.server!;
});
test.afterAll(() => server.stop());

const traces = () => tracesOf(nodeFiles, data, CANARY);

/** Makes an event of which one account holds the canary in its text, title and address, and a decision quotes it. */
async function makeEvent(request: APIRequestContext, title: string): Promise<string> {
	const headers = { origin: server.origin };
	const events = `${server.origin}/api/v1/events`;
	const sentence = `${CANARY} were hurt when a tram derailed at Mill Lane, the operator said.`;
	const accounts = [
		{ source: { name: 'The Mill Post' }, text: POST },
		{ source: { name: 'Radio Orrin' }, text: RADIO },
		{
			source: { name: 'The Bird Paper' },
			title: CANARY,
			text: `${CANARY}\n\n${sentence}`,
			url: `https://birds.example/${encodeURIComponent(CANARY)}`
		}
	];
	const made = await request.post(events, { headers, data: { title, accounts } });
	expect(made.status()).toBe(201);
	const { id } = await made.json();
	await isCompared(request, id);
	const start = CANARY.length + 2;
	const claim = { account: '03-the-bird-paper', start, end: start + sentence.length, words: sentence };
	const review = { who: 'Ines', why: `I doubt ${CANARY}.`, seen: 0, decisions: [{ kind: 'hide', claim }] };
	expect((await request.post(`${events}/${id}/reviews`, { headers, data: review })).status()).toBe(201);
	await isCompared(request, id);
	return id;
}

async function isCompared(request: APIRequestContext, id: string) {
	const state = async () =>
		(await (await request.get(`${server.origin}/api/v1/events/${id}`)).json()).comparison;
	await expect.poll(state, { timeout: 30_000 }).toBe('current');
}

const item = (page: Page, name: string) =>
	page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('an account that is deleted for good leaves no byte in the data folder', async ({ page }) => {
		const id = await makeEvent(page.request, 'An event with birds');
		await page.goto(`${server.origin}/events/${id}/manage`);
		await item(page, 'The Bird Paper')
			.getByRole('button', { name: /^Take out/ })
			.click();
		await isCompared(page.request, id);
		await page.getByRole('link', { name: 'bin', exact: true }).first().click();
		await expect(item(page, CANARY)).toContainText(/taken out \d+ \w+ \d+ · stays until \d+ \w+ \d+/);
		await item(page, CANARY)
			.getByRole('link', { name: /^Delete now/ })
			.click();
		await expect(page.getByRole('heading', { name: `Delete “${CANARY}” for good?` })).toBeVisible();
		await page.getByRole('link', { name: 'Keep it' }).click();
		expect(await traces()).not.toEqual([]);
		await item(page, CANARY)
			.getByRole('link', { name: /^Delete now/ })
			.click();
		await page.getByRole('button', { name: 'Delete for good' }).click();
		await expect(page.getByRole('status')).toHaveText('Deleted for good.');
		await expect(item(page, CANARY)).toHaveCount(0);
		expect(await traces()).toEqual([]);
		await isCompared(page.request, id);
		expect(await traces()).toEqual([]);
		await page.goto(`${server.origin}/events/${id}/history`);
		await expect(page.getByText('decided on something that was deleted for good')).toBeVisible();
		await expect(page.getByRole('button', { name: /^Take back/ })).toHaveCount(0);
	});

	test('an event that is deleted for good leaves no byte either', async ({ page }) => {
		const id = await makeEvent(page.request, `An event of ${CANARY}`);
		await page.goto(`${server.origin}/events/${id}/manage`);
		await page.getByRole('button', { name: 'Delete', exact: true }).click();
		await item(page, `An event of ${CANARY}`)
			.getByRole('link', { name: /^Delete now/ })
			.click();
		await page.getByRole('button', { name: 'Delete for good' }).click();
		await expect(page.getByRole('status')).toHaveText('Deleted for good.');
		expect(await traces()).toEqual([]);
		expect((await page.request.get(`${server.origin}/api/v1/events/${id}`)).status()).toBe(404);
	});
});

test('an account that was taken out is put back from the bin', async ({ page }) => {
	const id = await makeEvent(page.request, 'An event that stays');
	const account = `${server.origin}/api/v1/events/${id}/accounts/03-the-bird-paper`;
	await page.request.delete(account, { headers: { origin: server.origin } });
	await page.goto(`${server.origin}/bin`);
	await page.getByRole('button', { name: /^Put back.*Zwölf/ }).click();
	await page.waitForURL(new RegExp(`/events/${id}$`));
	expect((await page.request.get(account)).status()).toBe(200);
});

for (const colorScheme of ['light', 'dark'] as const)
	test.describe(`in ${colorScheme}`, () => {
		test.use({ colorScheme });

		test('the bin and its question are sound at each width', async ({ page }) => {
			const id = await makeEvent(page.request, `A long title of an event about ${CANARY} in ${colorScheme}`);
			const event = `${server.origin}/api/v1/events/${id}`;
			const headers = { origin: server.origin };
			await page.request.delete(`${event}/accounts/03-the-bird-paper`, { headers });
			for (const width of [1440, 768, 390]) {
				await page.setViewportSize({ width, height: 844 });
				for (const path of ['/bin', `/bin?delete=${id}~03-the-bird-paper`]) {
					await page.goto(server.origin + path);
					await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
					await expectNoViolations(page);
					const over = await page.evaluate(
						() => document.documentElement.scrollWidth - document.documentElement.clientWidth
					);
					expect(over, `${path} at ${width} px`).toBe(0);
					if (process.env.LATERAL_PICTURES)
						await page.screenshot({
							path: `${process.env.LATERAL_PICTURES}/bin-${width}-${colorScheme}${path.length > 5 ? '-sure' : ''}.png`
						});
				}
			}
			await page.request.delete(event, { headers });
		});
	});

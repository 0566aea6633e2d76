import { expect, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { newDataFolder, startServer } from '../support/server.ts';

// No journey may reach another site: these addresses are refused before anything is sent.
const PRIVATE = 'http://127.0.0.1/story';
const PORT = 'https://paper.org:22/story';

test('an address that may not be read says why, and its text can be pasted instead', async ({ page }) => {
	await page.goto('/new');
	await page.waitForLoadState('networkidle');
	await page.getByLabel('Addresses, one a line').fill(`${PRIVATE}\n${PORT}`);
	await page.getByRole('button', { name: 'Continue' }).click();
	// What may not be read is refused before anything is sent.
	await expect(page.getByRole('contentinfo')).toContainText('It has asked no other site for anything');
	const items = page.getByRole('list', { name: 'Addresses' }).getByRole('listitem');
	await expect(items).toHaveCount(2);
	await expect(items.nth(0)).toContainText('inside a private network');
	await expect(items.nth(1)).toContainText('port 22');
	await expectNoViolations(page);

	await items.nth(1).getByRole('button', { name: 'Remove' }).click();
	await expect(items).toHaveCount(1);
	await items.nth(0).getByRole('button', { name: 'Paste the text instead' }).click();
	await expect(page.getByLabel(`The text of ${PRIVATE}`)).toBeFocused();
	await page
		.getByLabel(`The text of ${PRIVATE}`)
		.fill('Ferry holed\n\nThe ferry Marlow struck a buoy at noon, the harbour office said.');
	await page.getByRole('button', { name: 'Continue' }).click();
	await expect(page.locator('.drafts > li')).toHaveCount(1);
	await expect(page.getByLabel('Address', { exact: true })).toHaveValue(PRIVATE);
	await expect(page.getByLabel('Source', { exact: true })).toHaveValue('127.0.0.1');
});

test('what was not read stands above what was, and is counted', async ({ page }) => {
	await page.goto('/new');
	await page.waitForLoadState('networkidle');
	await page
		.getByLabel('First account')
		.fill('Ferry holed\n\nThe ferry struck a buoy at noon, the office said.');
	await page.getByLabel('Addresses, one a line').fill(`${PRIVATE}\n${PORT}`);
	await page.getByRole('button', { name: 'Continue' }).click();
	const unread = page.getByRole('heading', { name: '2 addresses were not read' });
	await expect(unread).toBeVisible();
	const [above, below] = await Promise.all([
		unread.boundingBox(),
		page.getByRole('heading', { name: 'Check what was read' }).boundingBox()
	]);
	expect(above!.y).toBeLessThan(below!.y);
	await page.getByRole('button', { name: 'Remove' }).first().click();
	await expect(page.getByRole('heading', { name: '1 address was not read' })).toBeFocused();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('addresses are refused with the same reasons', async ({ page }) => {
		await page.goto('/new');
		await page.getByLabel('Addresses, one a line').fill(PRIVATE);
		await page.getByRole('button', { name: 'Continue' }).click();
		await expect(page.getByRole('list', { name: 'Addresses' })).toContainText('inside a private network');
	});
});

for (const scheme of ['light', 'dark'] as const)
	for (const width of [1440, 390])
		test(`feeds and sources are sound in ${scheme} at ${width}`, async ({ page }) => {
			await page.emulateMedia({ colorScheme: scheme });
			await page.setViewportSize({ width, height: 844 });
			for (const path of ['/feeds', '/sources']) {
				await page.goto(path);
				await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
				await expectNoViolations(page);
				expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
			}
		});

test('a feed inside a private network is not followed', async ({ page }) => {
	await page.goto('/feeds');
	await page.waitForLoadState('networkidle');
	await page.getByLabel('Addresses of feeds, one a line').fill(PRIVATE);
	await page.getByRole('button', { name: 'Follow' }).click();
	await expect(page.getByRole('alert')).toContainText('inside a private network');
	await expect(page.getByLabel('Addresses of feeds, one a line')).toHaveValue(PRIVATE);
});

test('a feed is looked at by itself only where a person wants that, and not with the network off', async ({
	page
}) => {
	const { server } = await startServer(['--port', '0', '--data', newDataFolder()], {
		LATERAL_NETWORK: 'off'
	});
	try {
		await page.goto(`${server!.origin}/feeds`);
		await page.waitForLoadState('networkidle');
		const opml =
			'<opml version="2.0"><body><outline text="Quay Herald" type="rss" xmlUrl="https://quay-herald.org/feed"/></body></opml>';
		await page
			.getByLabel('Or a list (OPML)')
			.setInputFiles({ name: 'feeds.opml', mimeType: 'text/xml', buffer: Buffer.from(opml) });
		await page.getByRole('button', { name: 'Follow' }).click();
		const feed = page.getByRole('listitem').filter({ hasText: 'Quay Herald' });
		await expect(feed).toBeVisible();
		await expect(page.getByText('only when you ask')).toBeVisible();

		await feed.getByRole('button', { name: 'Look by itself' }).click();
		await expect(feed).toContainText('Looked at by itself when Lateral may reach other sites.');
		await expectNoViolations(page);
		await page.reload();
		await expect(page.getByText('It has asked no other site for anything')).toBeVisible();

		await feed.getByRole('button', { name: 'Only when I ask' }).click();
		await expect(page.getByText('only when you ask')).toBeVisible();
	} finally {
		await server?.stop();
	}
});

test('a source gets other names, an address and words of one’s own, which stand beside its accounts', async ({
	page
}) => {
	await page.goto('/sources');
	await page.waitForLoadState('networkidle');
	const row = page.getByRole('row').nth(1);
	const name = await row.locator('.name').innerText();
	await row.getByRole('link', { name: 'Change' }).click();
	await page.waitForLoadState('networkidle');
	await page.getByLabel('Your own words for it').fill('local paper, party to the dispute');
	await page.getByLabel('Addresses').fill('no address');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByText('One of these is no address')).toBeVisible();
	await page.getByLabel('Addresses').fill('https://www.the-source.org/about');
	await page.getByLabel('Country').fill('Norrsund');
	await page.getByRole('button', { name: 'Save' }).click();

	await page.getByRole('searchbox', { name: 'Find a source' }).fill('local papr');
	await page.getByRole('button', { name: 'Find', exact: true }).click();
	await expect(page.getByRole('row')).toHaveCount(2);
	const found = page.getByRole('row').nth(1);
	for (const text of [name, 'local paper', 'party to the dispute', 'the-source.org', 'Norrsund'])
		await expect(found).toContainText(text);
	await expectNoViolations(page);

	await found.getByRole('link', { name: 'Change' }).click();
	await page.waitForLoadState('networkidle');
	await expectNoViolations(page);
	await page.getByRole('button', { name: 'Forget what was said of it' }).click();
	await expect(page.getByRole('row').filter({ hasText: 'local paper' })).toHaveCount(0);
});

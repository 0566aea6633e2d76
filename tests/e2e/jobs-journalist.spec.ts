import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { openSample, panelOf } from '../support/sample.ts';

test.use({ viewport: { width: 1440, height: 900 } });

test('J1, what is disputed: two counts conflict, and a lower bound fits with both', async ({ page }) => {
	await openSample(page);
	const row = page.locator('tr[data-row]').filter({ hasText: '… people were hurt' });
	await expect(row.getByRole('rowheader')).toContainText('26');
	await expect(row.getByRole('rowheader')).toContainText('More than 40');
	const bound = row.locator('td a').filter({ hasText: 'at least 19' }).first();
	await expect(bound.locator('[data-tone="none"]')).toHaveCount(1);
	await row.locator('td a').filter({ hasText: 'more than 40' }).first().click();
	await expect(panelOf(page).getByRole('heading', { name: /^Conflicts with/ })).toBeVisible();
	await expect(panelOf(page).getByRole('heading', { name: /fits/ }).first()).toBeVisible();
	await expect(panelOf(page).getByRole('figure').filter({ hasText: 'Numbers given' })).toBeVisible();
});

test('J2, how many independent sources: several accounts with one origin are told, with the sentence', async ({
	page
}) => {
	const event = await openSample(page);
	await expect(
		panelOf(page)
			.getByText(/^\d+ accounts, 1 origin$/)
			.first()
	).toBeVisible();
	await page.goto(`${event}/origins`);
	const flag = page.locator('section').filter({ hasText: 'Less support than it seems' });
	await expect(flag.getByText(/\d+ accounts, one origin/).first()).toBeVisible();
	await expect(flag.locator('.said .claim').first()).toBeVisible();
	await expect(page.getByText(/stands word for word in/).first()).toBeVisible();
});

test('J4, was the quote trimmed: a cut quotation stands against its fullest form, word by word', async ({
	page
}) => {
	const event = await openSample(page);
	await page.goto(`${event}/side-by-side`);
	const quotes = page.locator('section').filter({ hasText: 'Quotations against their fullest form' });
	const cut = quotes
		.getByRole('listitem')
		.filter({ hasText: /cut short|left out/ })
		.first();
	await expect(cut).toContainText('fullest form');
	await expect(cut.locator('del').first()).toBeVisible();
});

test('J5, who is the source: each claim shows the chain, and every unnamed source its description', async ({
	page
}) => {
	const event = await openSample(page);
	await page
		.locator('tr[data-row] td a')
		.filter({ has: page.getByRole('img', { name: 'unnamed source' }) })
		.first()
		.click();
	await expect(
		panelOf(page)
			.getByText(/, unnamed$/)
			.first()
	).toBeVisible();
	await page.goto(`${event}/origins`);
	const ledger = page
		.locator('section')
		.filter({ has: page.getByRole('heading', { name: 'Unnamed sources' }) });
	await expect(ledger.getByText(/no reason given|not named because/).first()).toBeVisible();
});

test('J10, cite it: a line is copied with every account’s words, time and link, and goes out as CSV and SVG', async ({
	page,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	const event = await openSample(page);
	await page.locator('tr[data-row] th a').first().click();
	const cite = panelOf(page).locator('details').filter({ hasText: 'Cite this' }).last();
	await cite.locator('summary').click();
	await cite.getByRole('button', { name: 'Copy' }).click();
	await expect(cite.getByRole('status')).toHaveText('Copied');
	const text = await page.evaluate(() => navigator.clipboard.readText());
	expect(text).toMatch(/^“.+”, as accounts of “.+” have it:\n- .+ \(\d{1,2} April 2026, \d\d:\d\d\).*: “.+”/);
	expect(text).toContain(`${event}?cell=`);

	await page.goto(`${event}?only=disputed`);
	await page.getByText('Take away').click();
	const [csv] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Table (CSV)' }).click()
	]);
	const table = await readFile((await csv.path())!, 'utf8');
	expect(table).toContain('In dispute');
	expect(table).not.toContain('\nAgreed');
	const svg = await page.request.get(`${event}/lineup.svg?only=disputed`);
	expect(svg.headers()['content-type']).toContain('image/svg+xml');
	const [png] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Picture (PNG)' }).click()
	]);
	expect((await readFile((await png.path())!)).subarray(1, 4).toString()).toBe('PNG');
});

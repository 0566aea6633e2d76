import { expect, test } from '@playwright/test';
import { keysWork, openSample, panelOf, tab } from '../support/sample.ts';

test('a reader reads an account in full and opens a claim beside it', async ({ page }) => {
	const event = await openSample(page);
	await tab(page, 'Accounts').click();
	await expect(page).toHaveURL(/view=accounts/);
	const text = page.locator('main article .text');
	const whole = await text.innerText();
	await text.getByRole('link').nth(1).click();
	await expect(page).toHaveURL(/claim=/);
	await expect(panelOf(page).getByRole('heading', { name: 'All wordings' })).toBeVisible();
	await expect(text.locator('a[aria-current="true"]').first()).toBeVisible();
	expect(await text.innerText()).toBe(whole);
	await page.getByRole('link', { name: '‹ Account' }).click();
	await expect(page).toHaveURL(new RegExp(`${event}\\?view=accounts`));
	await expect(panelOf(page)).toBeHidden();
});

test('every account of the event can be chosen, and says what it alone reports', async ({ page }) => {
	await openSample(page);
	await page.goto(`${page.url().split('?')[0]}?view=accounts`);
	const list = page.getByRole('navigation', { name: 'Accounts' }).getByRole('link');
	await expect(list).toHaveCount(7);
	await list.nth(4).click();
	await expect(list.nth(4)).toHaveAttribute('aria-current', 'page');
	await expect(page.getByRole('heading', { name: 'What it alone reports' })).toBeVisible();
});

test('a summary is marked as ours, in the list, in the account and in the panel', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('link', { name: 'A fourth trip to Pyongyang?' }).click();
	await expect(page.getByRole('table')).toBeVisible({ timeout: 60_000 });
	await keysWork(page);
	await page.locator('tr[data-row] td a').first().click();
	await expect(
		panelOf(page)
			.getByText(/^Our summary of/)
			.first()
	).toBeVisible();
	await expect(panelOf(page).getByRole('blockquote')).toHaveCount(0);
	await panelOf(page).getByRole('link', { name: 'Read in the account' }).first().click();
	await expect(page).toHaveURL(/view=accounts/);
	await expect(
		page
			.locator('main article figcaption')
			.getByText(/^Our summary of/)
			.first()
	).toBeVisible();
	await expect(
		page
			.getByRole('navigation', { name: 'Accounts' })
			.getByText(/our summary/)
			.first()
	).toBeVisible();
});

test('the page itself does not scroll past its end: a long account scrolls in its own pane', async ({
	page
}) => {
	await page.setViewportSize({ width: 768, height: 700 });
	const event = await openSample(page);
	await page.goto(`${event}?view=accounts`);
	const text = page.locator('main article .text');
	await expect(text).toBeVisible();
	expect(
		await page.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight)
	).toBe(0);
	await text.locator('a').last().scrollIntoViewIfNeeded();
	await expect(text.locator('a').last()).toBeInViewport();
});

import { expect, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { openSample } from '../support/sample.ts';

test('a journalist sees how many independent origins an event, and one line, rests on', async ({ page }) => {
	await openSample(page);
	await page.getByRole('link', { name: 'Origins', exact: true }).click();
	await expect(page).toHaveURL(/\/origins$/);
	await expectNoViolations(page);
	await expect(page.getByRole('heading', { level: 2, name: /accounts?, \d+ origins?$/ })).toBeVisible();
	await page.getByLabel('One line').selectOption({ index: 1 });
	await expect(page).toHaveURL(/line=/);
	await expect(page.getByRole('link', { name: 'Show the line in the lineup' })).toBeVisible();
});

test('a name in the flow leads to its row, and its claims to their words, by key', async ({ page }) => {
	const event = await openSample(page);
	await page.goto(`${event}/origins`);
	const name = page.getByRole('list', { name: 'Who first said it' }).getByRole('link').first();
	await name.focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/#origin-\d+$/);
	const row = page.locator('li:target');
	await expect(row).toContainText((await name.innerText()).trim());
	await row.getByText('What it is cited for').click();
	const claim = row.getByRole('link').first();
	const words = (await claim.innerText()).trim();
	await claim.click();
	await expect(page.locator('main article a[aria-current="true"]').first()).toContainText(words.slice(0, 20));
});

test('origins never scrolls sideways, at 320 px either', async ({ page }) => {
	const event = await openSample(page);
	await page.setViewportSize({ width: 320, height: 700 });
	await page.goto(`${event}/origins`);
	const over = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(over).toBe(0);
});

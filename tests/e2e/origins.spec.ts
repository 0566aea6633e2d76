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

test('origins never scrolls sideways, at 320 px either', async ({ page }) => {
	const event = await openSample(page);
	await page.setViewportSize({ width: 320, height: 700 });
	await page.goto(`${event}/origins`);
	const over = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(over).toBe(0);
});

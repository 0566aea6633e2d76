import { expect, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { openSample } from '../support/sample.ts';

test('a reader sees who carried each line first, and opens it by key', async ({ page }) => {
	await openSample(page);
	await page.getByRole('link', { name: 'Timeline', exact: true }).click();
	await expect(page).toHaveURL(/\/timeline$/);
	await expectNoViolations(page);
	const dots = page.locator('svg a[aria-label$=", first"]');
	await dots.first().focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/cell=/);
});

test('timeline never scrolls sideways, at 320 px either', async ({ page }) => {
	const event = await openSample(page);
	await page.setViewportSize({ width: 320, height: 700 });
	await page.goto(`${event}/timeline`);
	const over = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(over).toBe(0);
});

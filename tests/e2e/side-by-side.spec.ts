import { expect, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { openSample, SAMPLE } from '../support/sample.ts';

test('a reader sets two accounts side by side and steps through their pairs by key', async ({ page }) => {
	const event = await openSample(page);
	await page.getByRole('link', { name: 'Side by side' }).click();
	await expect(page.locator('figure .gutter path').first()).toBeAttached();
	await page.keyboard.press('ArrowRight');
	await expect(page).toHaveURL(/pair=/);
	await expect(page.getByText(/^1 of \d+$/)).toBeVisible();
	await page.keyboard.press('c');
	await expect(page).toHaveURL(/only=conflicts/);
	await page.goto(`${event}/side-by-side`);
	await expectNoViolations(page);
});

test.describe('on a phone, without JavaScript', () => {
	test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

	test('the pairs are a list with both wordings', async ({ page }) => {
		await page.goto('/');
		const event = await page.getByRole('link', { name: SAMPLE }).getAttribute('href');
		await page.goto(`${event}/side-by-side`);
		await expect(page.locator('#pair-1')).toBeVisible();
		await expect(page.locator('#pair-1 .said')).toHaveCount(2);
	});
});

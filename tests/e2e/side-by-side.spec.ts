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

test('a wording that fits several versions stands under no single one of them', async ({ page }) => {
	const event = await openSample(page);
	await page.goto(`${event}/side-by-side`);
	await page.getByRole('combobox', { name: 'One line, all wordings' }).selectOption('… people were hurt');
	const items = page.getByRole('region', { name: '… people were hurt' }).getByRole('listitem');
	await expect(items.filter({ hasText: 'At least 19 people' }).first()).toBeVisible();
	const texts = await items.allInnerTexts();
	const at = (words: RegExp) => texts.findIndex((text) => words.test(text.trim()));
	expect(at(/^more than 40$/)).toBeGreaterThan(-1);
	expect(at(/^fits more than one$/)).toBeGreaterThan(at(/^more than 40$/));
	expect(at(/At least 19 people/)).toBeGreaterThan(at(/^fits more than one$/));
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

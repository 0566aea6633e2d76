import { expect, test } from '@playwright/test';
import { SAMPLE } from '../support/sample.ts';

test('the start page shows a card for each sample, with its lineup in small and its counts', async ({
	page
}) => {
	await page.goto('/');
	const card = page.getByRole('listitem').filter({ hasText: SAMPLE });
	await expect(card.getByText('sample', { exact: true })).toBeVisible();
	await expect(card.getByRole('img', { name: /lineup in small/ })).toBeVisible({ timeout: 60_000 });
	for (const part of [/7 accounts/, /\d+ lines/, /\d+ in dispute/, /\d+ origins/])
		await expect(card).toContainText(part);
	await expect(page.getByRole('link', { name: 'Compare accounts' }).first()).toHaveAttribute('href', '/new');
});

test('no page takes a side: none speaks of left, right, true or false', async ({ page }) => {
	await page.goto('/');
	const words = await page.locator('body').innerText();
	expect(words).not.toMatch(/\b(left-wing|right-wing|bias|false|fake|lie|true|truth|misinformation)\b/i);
});

test('nothing is asked of any other host', async ({ page, baseURL }) => {
	const strangers: string[] = [];
	page.on('request', (request) => {
		if (!request.url().startsWith(baseURL!) && !request.url().startsWith('data:'))
			strangers.push(request.url());
	});
	await page.goto('/');
	await page.getByRole('link', { name: SAMPLE }).click();
	await expect(page.getByRole('table')).toBeVisible({ timeout: 60_000 });
	expect(strangers).toEqual([]);
});

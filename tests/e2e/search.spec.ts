import { expect, test } from '@playwright/test';

test('a slash leads to the search from anywhere, and answers follow the typing', async ({ page }) => {
	await page.goto('/');
	const box = page.getByRole('searchbox');
	await expect(async () => {
		await page.keyboard.press('/');
		await expect(box).toBeFocused({ timeout: 500 });
	}).toPass();
	await expect(box).toHaveValue('');
	await page.keyboard.type('petrakis');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('petrakis');
	await expect(page.locator('mark').first()).toHaveText(/petrakis/i);
	await box.fill('conductor');
	await expect(page).toHaveURL(/q=conductor/);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('conductor');
	await expect(box).toBeFocused();
});

test('what is found leads to its cell', async ({ page }) => {
	await page.goto('/search?q=brakes');
	await page
		.locator('article li a')
		.filter({ has: page.locator('svg') })
		.first()
		.click();
	await expect(page.getByRole('complementary').getByRole('heading', { name: 'All wordings' })).toBeVisible();
});

test('a search without an answer says what to try', async ({ page }) => {
	await page.goto('/search?q=zzzzqqq');
	await expect(page.getByRole('status')).toContainText('Try fewer words');
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the search box works', async ({ page }) => {
		await page.goto('/');
		await page.getByRole('searchbox').fill('trams');
		await page.getByRole('searchbox').press('Enter');
		await expect(page.locator('mark').first()).toBeVisible();
	});
});

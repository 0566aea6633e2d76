import { expect, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';

test('how well this works is told from every page, with the cases behind each share', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('contentinfo').getByRole('link', { name: 'How well does this work?' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('How well does this work?');
	const kinds = page.getByRole('table', { name: 'When it relates two claims' });
	for (const kind of ['Conflicts with', 'Agrees with', 'Differs in detail', 'Later or earlier news'])
		await expect(kinds.getByRole('row', { name: kind })).toContainText(/\d+ of \d+/);
	await expect(page.getByRole('heading', { name: 'What it is known to miss' })).toBeVisible();
	await expectNoViolations(page);
});

test('how to read this answers the four questions, and leads to how well it works', async ({ page }) => {
	await page.goto('/how-to-read');
	for (const ask of ['disagree on', 'Who says so?', 'come from?', 'leave out?'])
		await expect(page.locator('dt').filter({ hasText: ask })).toBeVisible();
	await expectNoViolations(page);
	await page.getByRole('main').getByRole('link', { name: 'How well does this work?' }).click();
	await expect(page).toHaveURL(/how-well$/);
});

for (const path of ['/how-to-read', '/how-well'])
	test(`${path} reads at 320 px and in the dark`, async ({ page }) => {
		await page.emulateMedia({ colorScheme: 'dark' });
		await page.setViewportSize({ width: 320, height: 700 });
		await page.goto(path);
		await expectNoViolations(page, 'dark');
		const over = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		expect(over).toBe(0);
	});

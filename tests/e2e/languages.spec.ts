import { expect, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { BLATT, POST, RADIO } from '../support/texts.ts';

test('an account in another language is told to be in it, compared by what needs no words, and never silent', async ({
	page
}) => {
	await page.goto('/new');
	await page.waitForLoadState('networkidle');
	const boxes = page.locator('textarea[name="text"]');
	await boxes.nth(0).fill(POST);
	await boxes.nth(1).fill(RADIO);
	await page.getByRole('button', { name: 'Continue' }).click();
	await expect(page.locator('.drafts > li')).toHaveCount(2);
	await boxes.nth(0).fill(BLATT);
	await page.getByRole('button', { name: 'Add to the list' }).click();
	const draft = page.locator('.drafts > li').nth(2);
	await expect(draft).toContainText('This looks like German.');
	await expectNoViolations(page);
	await page.getByLabel('Title of the event').fill('Tram, also in German');
	await page.getByRole('button', { name: 'Compare', exact: true }).click();
	await page.waitForURL(/\/events\/[0-9A-Z]{26}$/);

	await expect(page.getByRole('columnheader', { name: /Orriner Blatt/ })).toContainText('in German');
	const cells = page.getByRole('cell', { name: /Orriner Blatt/ });
	for (const name of await cells.evaluateAll((all) => all.map((cell) => cell.textContent)))
		expect(name).not.toContain('silent');

	await page.goto(`${page.url()}?view=accounts`);
	await page.getByRole('link', { name: /Orriner Blatt outlet/ }).click();
	await expect(page.getByText('This account is in German')).toBeVisible();
	const shared = page.getByRole('region', { name: 'What can be set beside the others' });
	for (const [what, where] of [
		['Petra Vance', 'also in Radio Orrin'],
		['Mill Lane', 'also in The Mill Post and Radio Orrin'],
		['12', 'also in The Mill Post'],
		['31', 'in no other account'],
		['The brakes were in order', 'also in Radio Orrin']
	] as const)
		await expect(shared.getByRole('listitem').filter({ hasText: what }).first()).toContainText(where);
	await expectNoViolations(page);

	await page.goto('/search?q=bremsen');
	await expect(page.getByRole('article').filter({ hasText: 'Tram, also in German' }).first()).toContainText(
		'hatte sich über die Bremsen beklagt'
	);
	await expectNoViolations(page);
});

test('a text that is wrongly taken for another language can be set right', async ({ page }) => {
	await page.goto('/new');
	await page.waitForLoadState('networkidle');
	await page.locator('textarea[name="text"]').nth(0).fill(BLATT);
	await page.getByRole('button', { name: 'Continue' }).click();
	await page.getByLabel('It is in English').check();
	await page.locator('textarea[name="text"]').nth(0).fill(POST);
	await page.getByRole('button', { name: 'Add to the list' }).click();
	await expect(page.locator('.drafts > li')).toHaveCount(2);
	await expect(page.getByText('This looks like German.')).toHaveCount(0);
});

import { expect, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { newEvent } from '../support/new-event.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const WORDS = 'The Mill Post, 14 March 2026';

test('words marked in an account become a claim, marked as a person’s in every view', async ({ page }) => {
	const event = await newEvent(page, 'An event with a claim missed');
	await page.goto(`${event}?view=accounts`);
	await page.getByRole('link', { name: /^The Mill Post outlet/ }).click();
	await page.waitForLoadState('networkidle');
	await page.evaluate((words) => {
		const run = [...document.querySelectorAll('[data-at]')].find((one) => one.textContent?.includes(words))!;
		const at = run.textContent!.indexOf(words);
		document.getSelection()!.setBaseAndExtent(run.firstChild!, at, run.firstChild!, at + words.length);
	}, WORDS);
	await page.getByRole('link', { name: 'Add as a claim' }).click();
	await expect(page.getByLabel('The words of the claim')).toHaveValue(WORDS);
	await expectNoViolations(page);
	await page.getByLabel('Your name').fill('Ines');
	await page.getByRole('button', { name: 'Add the claim' }).click();
	await expect(page.getByText('Ines added this claim.')).toBeVisible();
	const reading = page.locator('article');
	await expect(reading.getByRole('link', { name: WORDS })).toBeVisible();
	await expect(reading.getByRole('img', { name: 'Decided by a person' })).toHaveCount(1);
	const alone = page.locator('section').filter({ hasText: 'What it alone reports' });
	await expect(alone.getByRole('img', { name: 'Decided by a person' })).toHaveCount(1);
	await page.goto(event);
	const row = page.locator('tr[data-row]').filter({ hasText: WORDS });
	await expect(row.getByRole('img', { name: 'Decided by a person' })).toHaveCount(2);
	const text = await (await page.request.get(`/api/v1${event}/comparison?as=md`)).text();
	expect(text).toContain('(decided by a person)');
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('words that stand nowhere in the account are refused, and stay in the box', async ({ page }) => {
		await page.goto('/');
		await page.getByRole('link', { name: 'Two trams collide at Saltmarket' }).click();
		await page.getByRole('link', { name: 'Accounts', exact: true }).first().click();
		await page.getByRole('link', { name: 'Add a claim that is missing' }).click();
		await page.getByLabel('The words of the claim').fill('Nobody ever wrote this.');
		await page.getByRole('button', { name: 'Add the claim' }).click();
		await expect(page.getByText('These words do not stand in the account.')).toBeVisible();
		await expect(page.getByLabel('The words of the claim')).toHaveValue('Nobody ever wrote this.');
	});
});

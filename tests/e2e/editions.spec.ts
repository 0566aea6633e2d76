import { expect, test, type Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { newEvent } from '../support/new-event.ts';
import { POST } from '../support/texts.ts';

const CORRECTED = `${POST.replace('12 passengers', 'nine passengers').replace('Mill Lane stays closed until Monday.', 'Mill Lane was opened again on Sunday.')}

Correction: An earlier version of this article gave another number of passengers.`;

/** Opens the editions of the first account of an event from its manage page. */
async function openEditions(page: Page, event: string) {
	await page.goto(`${event}/manage`);
	await page.waitForLoadState('networkidle');
	await page.getByRole('link', { name: /^Look for a newer edition.*The Mill Post/ }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('The Mill Post: editions');
	await page.waitForLoadState('networkidle');
}

async function paste(page: Page, text: string) {
	await page.getByLabel('Or paste the newer text').fill(text);
	await page.getByRole('button', { name: 'Compare with the text that is kept' }).click();
}

test('another edition that is added as an account comes in left out, and leads to the account’s editions', async ({
	page
}) => {
	const event = await newEvent(page, 'An event that gets an edition as an account');
	await page.goto(`${event}/add`);
	await page.waitForLoadState('networkidle');
	await page.locator('textarea[name="text"]').first().fill(CORRECTED);
	await page.getByRole('button', { name: 'Continue' }).click();
	const draft = page.locator('.drafts > li');
	await expect(draft.getByText('Left out. Put back')).toBeVisible();
	await expect(draft).toContainText('Another edition of the account of The Mill Post');
	await expect(page.getByRole('status')).toContainText('0 new accounts');
	await expectNoViolations(page);
	await draft.getByRole('link', { name: 'Keep it as that account’s newest edition' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('The Mill Post: editions');
});

test('a corrected text becomes the newest edition, and says what changed and who still carries the old', async ({
	page
}) => {
	const event = await newEvent(page, 'An event that is corrected');
	await openEditions(page, event);
	await paste(
		page,
		POST.replace('Mill Lane stays closed until Monday.', 'Mill Lane stays closed, until Monday!')
	);
	await expect(page.getByRole('alert')).toContainText('Nothing has changed in what The Mill Post says');

	await paste(page, CORRECTED);
	await expect(page.getByRole('heading', { name: 'What has changed in the text' })).toBeVisible();
	await expect(page.getByText('4 paragraphs changed')).toBeVisible();
	await expectNoViolations(page);
	await page.getByLabel('When it appeared').fill('2026-03-15 09:00');
	await page.getByRole('button', { name: 'Keep as the newest edition' }).click();
	await expect(page.getByRole('status').first()).toContainText('The newest edition of The Mill Post is kept');

	const turn = page.getByRole('region', { name: 'From edition 1 to 2' });
	await expect(turn.getByRole('heading', { name: 'Altered' })).toBeVisible({ timeout: 30_000 });
	await expect(turn.getByText('nine', { exact: false }).first()).toBeVisible();
	await expect(page.getByRole('region', { name: 'What it says about changes' })).toContainText('Correction');
	await expectNoViolations(page);

	await page.getByRole('link', { name: /^Read.*First edition/ }).click();
	await expect(page.getByText('12 passengers were hurt').last()).toBeVisible();

	await page.goto(`${event}/timeline`);
	const corrected = page.getByRole('region', { name: 'Corrected' });
	await expect(corrected).toContainText('The Mill Post, 15 March 2026');
	await expectNoViolations(page);

	await page.goto(`${event}?view=accounts&account=01-the-mill-post`);
	await expect(page.locator('article')).toContainText('nine passengers');
	await page.getByRole('link', { name: '2 editions: what changed' }).click();
	await page.getByRole('button', { name: 'Take the newest edition back' }).click();
	await expect(page.getByRole('status').first()).toContainText('The Mill Post has its earlier text again');
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByRole('status').first()).toContainText('The newest edition of The Mill Post is kept');
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a newer text is read from a file, looked at and kept', async ({ page, browser }) => {
		const scripted = await (await browser.newContext()).newPage();
		const event = await newEvent(scripted, 'An event without scripts');
		await page.goto(`${event}/editions/01-the-mill-post`);
		await page
			.locator('input[type="file"]')
			.setInputFiles({ name: 'newer.txt', mimeType: 'text/plain', buffer: Buffer.from(CORRECTED) });
		await page.getByRole('button', { name: 'Compare with the text that is kept' }).click();
		await page.getByRole('button', { name: 'Keep as the newest edition' }).click();
		await expect(page.getByRole('status').first()).toContainText('is kept');
		await expect(page.getByText('Edition 2, newest, compared')).toBeVisible();
		await scripted.context().close();
	});
});

for (const scheme of ['light', 'dark'] as const)
	for (const width of [1440, 390])
		test(`the editions are sound in ${scheme} at ${width}`, async ({ page }) => {
			await page.emulateMedia({ colorScheme: scheme });
			await page.setViewportSize({ width, height: 844 });
			const event = await newEvent(page, `Editions ${scheme} ${width}`);
			await page.goto(`${event}/editions/01-the-mill-post`);
			await page.waitForLoadState('networkidle');
			await paste(page, CORRECTED);
			await page.getByRole('button', { name: 'Keep as the newest edition' }).click();
			await expect(page.getByRole('heading', { name: 'Altered' })).toBeVisible({ timeout: 30_000 });
			await expectNoViolations(page);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
		});

import { expect, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { newEvent } from '../support/new-event.ts';
import { firstCell } from '../support/sample.ts';
import { UNDER_TWO_NAMES, WITHOUT_THE_WORDS } from '../support/texts.ts';

test('pairs are decided with keys alone, taken back, skipped, and downloaded', async ({ page }) => {
	const event = await newEvent(page, 'An event to work through');
	await expect(firstCell(page)).toBeVisible({ timeout: 30_000 });
	await page.reload();
	await page.getByRole('link', { name: 'Review', exact: true }).click();
	await expect(page.getByRole('heading', { name: /^Lateral says/ })).toBeVisible();
	await page.waitForLoadState('networkidle');
	await expectNoViolations(page);
	await expect(page.getByText(/^0 decided/)).toBeVisible();

	await page.keyboard.press('n');
	await expect(page.getByText(/^1 decided/)).toBeVisible();
	await page.keyboard.press('z');
	await expect(page.getByText(/^0 decided/)).toBeVisible();
	await page.keyboard.press('y');
	await expect(page.getByText(/^1 decided/)).toBeVisible();

	const file = await page.request.get(`${event}/queue/pairs.jsonl`);
	const pairs = (await file.text()).trimEnd().split('\n');
	expect(pairs).toHaveLength(1);
	expect(JSON.parse(pairs[0]!)).toMatchObject({ confirmed: true });

	await page.goto(`${event}/queue?skip=999`);
	await expect(page.getByText(/skipped; the rest is decided|Nothing is left to decide/)).toBeVisible();
});

test('whose words they are is asked first, answered with a key, taken back, and never asked again', async ({
	page
}) => {
	const event = await newEvent(page, 'An event with words under two names', UNDER_TWO_NAMES);
	await expect(firstCell(page)).toBeVisible({ timeout: 30_000 });
	const question = page.getByRole('heading', { name: 'The same words stand under two names' });
	const openQueue = async () => {
		await page.goto(`${event}/queue`);
		await page.waitForLoadState('networkidle');
	};
	await openQueue();
	await expect(question).toBeVisible();
	await expect(page.getByText('Mary Reed: Dunmere Courier')).toBeVisible();
	await expect(page.getByRole('article').filter({ hasText: 'citing Peter Lind' })).toContainText(
		'said Peter Lind, the mayor.'
	);
	await expectNoViolations(page);

	await page.keyboard.press('1');
	await expect(page.getByText(/^1 decided/)).toBeVisible();
	await expect(page.getByRole('status').filter({ hasText: 'it comes from Mary Reed' })).toBeVisible();
	await expect(question).toBeHidden();
	await page.keyboard.press('z');
	await expect(page.getByText(/^0 decided/)).toBeVisible();
	await expect(question).toBeVisible();

	await page.keyboard.press('y');
	await expect(page.getByText(/^1 decided/)).toBeVisible();
	await expect(question).toBeHidden();

	await page.goto(`${event}/add`);
	await page.waitForLoadState('networkidle');
	await page.locator('textarea[name="text"]').first().fill(WITHOUT_THE_WORDS);
	await page.getByRole('button', { name: 'Continue' }).click();
	await page.getByRole('button', { name: 'Compare', exact: true }).click();
	await expect(page.getByRole('columnheader', { name: /Radio Tern/ })).toBeVisible({ timeout: 30_000 });
	await openQueue();
	await expect(page.getByText(/^1 decided/)).toBeVisible();
	await expect(question).toBeHidden();
});

test('letters typed into the name decide nothing', async ({ page }) => {
	const event = await newEvent(page, 'An event with a name to type');
	await expect(firstCell(page)).toBeVisible({ timeout: 30_000 });
	await page.goto(`${event}/queue`);
	await page.waitForLoadState('networkidle');
	await page.getByLabel('Your name').pressSequentially('Nancy');
	await expect(page.getByLabel('Your name')).toHaveValue('Nancy');
	await expect(page.getByText(/^0 decided/)).toBeVisible();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the buttons decide', async ({ page, browser }) => {
		const scripted = await (await browser.newContext({ javaScriptEnabled: true })).newPage();
		const event = await newEvent(scripted, 'An event to work through plainly');
		await expect(firstCell(scripted)).toBeVisible({ timeout: 30_000 });
		await page.goto(new URL(`${event}/queue`, scripted.url()).href);
		await page.getByRole('button', { name: 'Not the same point' }).click();
		await expect(page.getByText(/^1 decided/)).toBeVisible();
		await scripted.context().close();
	});
});

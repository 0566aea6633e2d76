import { expect, test, type Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { newEvent } from '../support/new-event.ts';
import { longText } from '../support/texts.ts';

const undo = (page: Page) => page.getByRole('button', { name: 'Undo' });
const account = (page: Page, source: string) =>
	page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: source, exact: true }) });
const open = (page: Page, source: string) =>
	account(page, source).getByText('Correct or move', { exact: false }).first().click();

/** Opens the manage page and waits until nothing is being compared. */
async function manage(page: Page, event: string) {
	await page.goto(`${event}/manage`);
	await page.waitForLoadState('networkidle');
	await isCompared(page);
}

/** Takes one of the event's two accounts out, and waits until one is left. */
async function takeOutRadio(page: Page) {
	await account(page, 'Radio Orrin')
		.getByRole('button', { name: /^Take out/ })
		.click();
	await expect(page.getByRole('heading', { name: '1 account' })).toBeVisible();
}

async function isCompared(page: Page) {
	await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: 30_000 });
	await expect(page.getByText('is not up to date')).toHaveCount(0);
}

test('an event is renamed everywhere, and named back', async ({ page }) => {
	const event = await newEvent(page, 'An event to rename');
	await manage(page, event);
	await page.getByLabel('Title', { exact: true }).first().fill('A better title');
	await page.getByRole('button', { name: 'Rename' }).click();
	await expect(page.getByRole('status')).toContainText('Renamed to “A better title”');
	const comparison = await (await page.request.get(`/api/v1${event}/comparison`)).json();
	expect(comparison.event.title).toBe('A better title');
	await undo(page).click();
	await expect(page.getByRole('status')).toContainText('An event to rename');
	await page.goto(event);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('An event to rename');
});

test('an account is corrected, compared anew, and the correction undone', async ({ page }) => {
	const event = await newEvent(page, 'An event to correct');
	await manage(page, event);
	await open(page, 'The Mill Post');
	const post = account(page, 'The Mill Post');
	await post.getByLabel('Date').fill('the other day');
	await post.getByLabel('Source').fill('Mill Lane Post');
	await post.getByRole('button', { name: /^Save/ }).click();
	await expect(post.getByText('We cannot read this date')).toBeVisible();
	await expect(post.getByLabel('Source')).toHaveValue('Mill Lane Post');
	await post.getByLabel('Date').fill('13 March 2026');
	await post.getByRole('button', { name: /^Save/ }).click();
	await expect(page.getByRole('status').first()).toContainText('Corrected Mill Lane Post');
	await expect(account(page, 'Mill Lane Post')).toContainText('13 March 2026');
	await isCompared(page);
	await undo(page).click();
	await expect(account(page, 'The Mill Post')).toContainText('14 March 2026');
	await isCompared(page);
});

test('an account is taken out and put back, at once or later', async ({ page }) => {
	const event = await newEvent(page, 'An event with less');
	await manage(page, event);
	await takeOutRadio(page);
	await undo(page).click();
	await expect(page.getByRole('heading', { name: '2 accounts' })).toBeVisible();
	await takeOutRadio(page);
	await manage(page, event);
	await page.getByRole('button', { name: /^Put back/ }).click();
	await expect(page.getByRole('heading', { name: '2 accounts' })).toBeVisible();
	await isCompared(page);
});

test('an account is moved to another event, and moved back', async ({ page }) => {
	const from = await newEvent(page, 'An event to move from');
	const to = await newEvent(page, 'An event to move to');
	await manage(page, to);
	await takeOutRadio(page);
	await manage(page, from);
	await open(page, 'Radio Orrin');
	const radio = account(page, 'Radio Orrin');
	await radio.getByLabel('Move to another event').selectOption({ label: 'An event to move to' });
	await radio.getByRole('button', { name: /^Move/ }).click();
	await expect(page.getByRole('status').first()).toContainText('Moved Radio Orrin to “An event to move to”');
	await expect(page.getByRole('heading', { name: '1 account' })).toBeVisible();
	await undo(page).click();
	await expect(page.getByRole('heading', { name: '2 accounts' })).toBeVisible();
	await manage(page, to);
	await expect(page.getByRole('heading', { name: '1 account' })).toBeVisible();
});

test('an event is deleted to the bin and comes back whole', async ({ page }) => {
	const event = await newEvent(page, 'An event to delete');
	await manage(page, event);
	await page.getByRole('button', { name: 'Delete' }).click();
	await page.waitForURL(/\/bin/);
	await expect(page.getByRole('status')).toContainText('Deleted: An event to delete');
	await page.goto('/');
	await expect(page.getByRole('link', { name: 'An event to delete' })).toHaveCount(0);
	await page.goto('/bin');
	await page.getByRole('button', { name: /^Put back.*An event to delete/ }).click();
	await page.waitForURL(new RegExp(event));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('An event to delete');
	await expect(page.getByText('2 accounts').first()).toBeVisible();
});

test('accounts are added to an event, checked first', async ({ page }) => {
	const event = await newEvent(page, 'An event with more');
	await page.goto(`${event}/add`);
	await page.waitForLoadState('networkidle');
	await page.locator('textarea[name="text"]').first().fill(longText('A third account', 12));
	await page.getByRole('button', { name: 'Continue' }).click();
	const draft = page.locator('.drafts > li');
	await expect(draft).toHaveCount(1);
	await draft.getByLabel('Source').fill('Third Voice');
	await page.getByRole('button', { name: 'Compare', exact: true }).click();
	await page.waitForURL(new RegExp(`${event}$`));
	await expect(page.getByText('3 accounts').first()).toBeVisible();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('taking out and undo are plain forms', async ({ page, browser }) => {
		const scripted = await (await browser.newContext()).newPage();
		const event = await newEvent(scripted, 'An event of plain forms');
		await scripted.context().close();
		await page.goto(`${event}/manage`);
		await takeOutRadio(page);
		await undo(page).click();
		await expect(page.getByRole('heading', { name: '2 accounts' })).toBeVisible();
	});
});

for (const colorScheme of ['light', 'dark'] as const)
	test.describe(`in ${colorScheme}`, () => {
		test.use({ colorScheme });

		test('axe finds nothing on manage, add and bin, and nothing scrolls sideways', async ({ page }) => {
			const event = await newEvent(page, `An event in ${colorScheme}`);
			for (const width of [1440, 390]) {
				await page.setViewportSize({ width, height: 844 });
				for (const path of [`${event}/manage`, `${event}/add`, '/bin']) {
					await page.goto(path);
					const details = page.locator('main details').first();
					if ((await details.count()) > 0) await details.locator('summary').click();
					await expectNoViolations(page);
					const over = await page.evaluate(
						() => document.documentElement.scrollWidth - document.documentElement.clientWidth
					);
					expect(over, `${path} at ${width} px`).toBe(0);
				}
			}
		});
	});

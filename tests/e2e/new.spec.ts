import { expect, test, type Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { boxes, compare, drafts, openNew, problem } from '../support/new-page.ts';
import { POST, RADIO } from '../support/texts.ts';

async function pasteTwo(page: Page) {
	await openNew(page);
	await boxes(page).nth(0).fill(POST);
	await boxes(page).nth(1).fill(RADIO);
	await page.getByRole('button', { name: 'Continue' }).click();
	await expect(drafts(page)).toHaveCount(2);
}

test.describe('two pasted texts', () => {
	test('are shown as they were read, corrected, compared and opened', async ({ page }) => {
		await pasteTwo(page);
		const first = drafts(page).nth(0);
		await expect(first.getByLabel('Source')).toHaveValue('The Mill Post');
		await expect(first.getByLabel('Date')).toHaveValue('2026-03-14');
		await expect(first.getByLabel('Title')).toHaveValue('Tram leaves the rails at Mill Lane');
		await expect(first.getByLabel('Text', { exact: true })).toHaveValue(POST);
		await expect(first).toContainText('59 words');
		await first.getByLabel('Source').fill('Mill Post');
		await page.getByLabel('Title of the event').fill('Tram crash at Mill Lane');
		await compare(page).click();
		await page.waitForURL(/\/events\/[0-9A-Z]{26}$/);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tram crash at Mill Lane');
		await expect(page.getByRole('table').first().getByText('Mill Post').first()).toBeVisible();
		await expect(page.getByRole('table').first()).toBeVisible();
	});

	test('go from paste to lineup with the keyboard alone', async ({ page }) => {
		await openNew(page);
		const tabTo = async (matches: () => Promise<boolean>) => {
			for (let presses = 0; presses < 60 && !(await matches()); presses++) await page.keyboard.press('Tab');
			expect(await matches()).toBe(true);
		};
		const focused = (selector: string) => () =>
			page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
		const onButton = (name: string) => () =>
			page.evaluate((wanted) => document.activeElement?.textContent?.trim() === wanted, name);

		await tabTo(focused('textarea[name="text"]'));
		await page.keyboard.insertText(POST);
		await page.keyboard.press('Tab');
		await page.keyboard.insertText(RADIO);
		await tabTo(onButton('Continue'));
		await page.keyboard.press('Enter');
		await expect(page.getByRole('heading', { name: 'Check what was read' })).toBeFocused();
		await page.keyboard.press('Tab');
		await expect(page.getByLabel('Title of the event')).toBeFocused();
		await tabTo(onButton('Compare'));
		await page.keyboard.press('Enter');
		await page.waitForURL(/\/events\//);
		await expect(page.getByRole('table').first()).toBeVisible();
	});

	test('the same text twice is told and taken once', async ({ page }) => {
		await openNew(page);
		await boxes(page).nth(0).fill(POST);
		await boxes(page).nth(1).fill(POST);
		await page.getByRole('button', { name: 'Continue' }).click();
		await expect(problem(page)).toContainText('You already have this account');
		await expect(drafts(page)).toHaveCount(1);
	});

	test('an account that is left out can be put back, and is not compared otherwise', async ({ page }) => {
		await pasteTwo(page);
		const second = drafts(page).nth(1);
		await second.getByRole('checkbox', { name: /Leave out|Put back/ }).check();
		await expect(second.getByLabel('Source')).toBeHidden();
		await second.getByRole('checkbox', { name: /Leave out|Put back/ }).uncheck();
		await expect(second.getByLabel('Source')).toHaveValue('Radio Orrin');
		await second.getByRole('checkbox', { name: /Leave out|Put back/ }).check();
		await compare(page).click();
		await page.waitForURL(/\/events\//);
		await expect(page.getByText('1 account', { exact: true }).first()).toBeVisible();
	});
});

test.describe('what cannot be read', () => {
	test('a paste of 6 MB is answered by Lateral, and the other text is taken', async ({ page }) => {
		await openNew(page);
		await boxes(page).nth(0).fill(POST);
		await boxes(page)
			.nth(1)
			.evaluate((box: HTMLTextAreaElement) => (box.value = 'words '.repeat(1024 * 1024)));
		await page.getByRole('button', { name: 'Continue' }).click();
		await expect(problem(page)).toContainText('the limit is 5 MB');
		await expect(drafts(page)).toHaveCount(1);
		expect(await boxes(page).nth(0).inputValue()).toHaveLength(6 * 1024 * 1024);
	});

	test('an empty form says what to do', async ({ page }) => {
		await openNew(page);
		await page.getByRole('button', { name: 'Continue' }).click();
		await expect(problem(page)).toContainText('Paste some text first');
	});

	test('a wrong date is told at its field, and nothing typed is lost', async ({ page }) => {
		await pasteTwo(page);
		const first = drafts(page).nth(0);
		await first.getByLabel('Date').fill('the day before');
		await first.getByLabel('Source').fill('A new name');
		await compare(page).click();
		await expect(first.getByText('We cannot read this date')).toBeVisible();
		await expect(first.getByLabel('Date')).toHaveValue('the day before');
		await expect(first.getByLabel('Date')).toHaveAttribute('aria-invalid', 'true');
		await expect(first.getByLabel('Source')).toHaveValue('A new name');
		await first.getByLabel('Date').fill('13 March 2026');
		await compare(page).click();
		await page.waitForURL(/\/events\//);
	});

	test('the server away: nothing typed is lost, and trying again works', async ({ page, context }) => {
		await pasteTwo(page);
		await drafts(page).nth(0).getByLabel('Source').fill('A new name');
		await context.setOffline(true);
		await compare(page).click();
		await expect(problem(page)).toContainText('The server did not answer');
		await expect(drafts(page).nth(0).getByLabel('Source')).toHaveValue('A new name');
		await context.setOffline(false);
		await compare(page).click();
		await page.waitForURL(/\/events\//);
	});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('two texts go from paste to the event', async ({ page }) => {
		await page.goto('/new');
		await boxes(page).nth(0).fill(POST);
		await page.getByRole('button', { name: 'Another box' }).click();
		await expect(boxes(page)).toHaveCount(3);
		await expect(boxes(page).nth(0)).toHaveValue(POST);
		await boxes(page).nth(2).fill(RADIO);
		await page.getByRole('button', { name: 'Continue' }).click();
		await expect(drafts(page)).toHaveCount(2);
		await drafts(page).nth(1).getByLabel('Date').fill('nonsense');
		await compare(page).click();
		await expect(problem(page)).toContainText('Radio Orrin: We cannot read this date');
		await drafts(page).nth(1).getByLabel('Date').fill('');
		await compare(page).click();
		await page.waitForURL(/\/events\//);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	});
});

for (const colorScheme of ['light', 'dark'] as const)
	for (const [device, viewport] of Object.entries({
		desktop: { width: 1440, height: 900 },
		phone: { width: 390, height: 844 }
	}))
		test.describe(`in ${colorScheme}, on a ${device}`, () => {
			test.use({ colorScheme, viewport });

			test('axe finds nothing, and nothing scrolls sideways', async ({ page }) => {
				const check = async () => {
					await expectNoViolations(page);
					const over = await page.evaluate(
						() => document.documentElement.scrollWidth - document.documentElement.clientWidth
					);
					expect(over).toBe(0);
				};
				await openNew(page);
				await check();
				await pasteTwo(page);
				await check();
				await drafts(page).nth(0).getByLabel('Date').fill('nonsense');
				await drafts(page)
					.nth(1)
					.getByRole('checkbox', { name: /Leave out/ })
					.check();
				await compare(page).click();
				await expect(problem(page)).toBeVisible();
				await check();
			});
		});

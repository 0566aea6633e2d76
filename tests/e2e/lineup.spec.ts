import { expect, test } from '@playwright/test';
import { firstCell, openSample, panelOf, SAMPLE, tab } from '../support/sample.ts';

test('a reader opens a cell, reads the exact words, and comes back with Esc', async ({ page }) => {
	await openSample(page);
	await firstCell(page).click();
	await expect(page).toHaveURL(/\?cell=/);
	const panel = panelOf(page);
	await expect(panel.getByRole('heading', { name: 'Who says so' }).first()).toBeVisible();
	await expect(panel.getByRole('blockquote').first()).toBeVisible();
	await expect(panel.getByRole('heading', { level: 2 })).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(page).not.toHaveURL(/cell=/);
	await expect(firstCell(page)).toBeFocused();
});

test('the words in the panel are the account’s own, and lead to their place in it', async ({ page }) => {
	await openSample(page);
	await firstCell(page).click();
	const panel = panelOf(page);
	// Reading all of them waits for none.
	await expect(panel.locator('blockquote .claim').first()).toBeVisible();
	const words = (await panel.locator('blockquote .claim').allInnerTexts()).join('');
	await panel.getByRole('link', { name: 'Read in the account' }).first().click();
	await expect(tab(page, 'Accounts')).toHaveAttribute('aria-current', 'page');
	const marked = page.locator('main article a[aria-current="true"]');
	await expect(marked.first()).toBeInViewport();
	expect(words).toContain((await marked.first().innerText()).trim().slice(0, 20));
});

test('the keyboard alone moves through the matrix, opens, steps and closes', async ({ page }) => {
	await openSample(page);
	const rows = page.locator('tr[data-row]');
	await rows.nth(0).getByRole('rowheader').getByRole('link').focus();
	await page.keyboard.press('ArrowDown');
	await expect(rows.nth(1).getByRole('rowheader').getByRole('link')).toBeFocused();
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('ArrowLeft');
	await expect(rows.nth(1).getByRole('rowheader').getByRole('link')).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/cell=/);
	await page.keyboard.press('Escape');
	await expect(rows.nth(1).getByRole('rowheader').getByRole('link')).toBeFocused();
	await page.keyboard.press('?');
	await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toBeHidden();
});

test('what has the focus is never under the sticky head or first column', async ({ page }) => {
	await page.setViewportSize({ width: 900, height: 500 });
	await openSample(page);
	await page.locator('tr[data-row] th a').first().focus();
	for (const key of [
		'End',
		...Array(12).fill('ArrowDown'),
		...Array(6).fill('ArrowLeft'),
		...Array(10).fill('ArrowUp')
	]) {
		await page.keyboard.press(key);
		const seen = await page.evaluate(() => {
			const focused = document.activeElement!;
			const { left, top, width, height } = focused.getBoundingClientRect();
			const hit = document.elementFromPoint(left + width / 2, top + height / 2);
			return focused.contains(hit) || hit?.contains(focused);
		});
		expect(seen, key).toBe(true);
	}
});

test('columns turn from accounts into holders, officials first', async ({ page }) => {
	await openSample(page);
	await page.getByRole('link', { name: 'Holders' }).click();
	await expect(page).toHaveURL(/columns=holders/);
	const lanes = page.getByRole('columnheader', { name: /Officials|People|Outlets/ });
	await expect(lanes.first()).toHaveText('Officials and institutions');
});

test('filters live in the address, and go back with it', async ({ page }) => {
	const event = await openSample(page);
	await page.getByLabel('Only in dispute').check();
	await expect(page).toHaveURL(/only=disputed/);
	await expect(page.getByRole('rowheader', { name: /^Agreed/ })).toHaveCount(0);
	await page.getByRole('link', { name: 'show all' }).click();
	await expect(page).toHaveURL(new RegExp(`${event}\\??$`));
	await expect(page.getByRole('rowheader', { name: /^Agreed/ })).toBeVisible();
});

test('the matrix is a real table, with a head for each account', async ({ page }) => {
	await openSample(page);
	const table = page.getByRole('table', { name: new RegExp(SAMPLE) });
	await expect(table.getByRole('columnheader')).toHaveCount(8);
	await expect(table.getByRole('rowheader').first()).toBeVisible();
	await expect(firstCell(page)).toHaveAccessibleName(/own voice|named source|unnamed source|hedged|denied/);
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 } });

	test('the matrix is a list of cards, still a table, and a cell opens over the page', async ({ page }) => {
		await openSample(page);
		await expect(page.getByRole('table').getByRole('row').nth(2)).toBeVisible();
		await firstCell(page).click();
		await expect(panelOf(page)).toBeInViewport({ ratio: 0.9 });
		await page.getByRole('link', { name: '‹ Lineup' }).click();
		await expect(panelOf(page)).toBeHidden();
	});

	test('of many accounts a card shows those that say something, counts the others, and keys skip them', async ({
		page
	}) => {
		await openSample(page);
		const card = page
			.locator('tr[data-row]')
			.filter({ hasText: /\d silent/ })
			.first();
		await expect(card.getByRole('rowheader')).toContainText(/\d silent/);
		const silent = Number(/(\d) silent/.exec(await card.innerText())![1]);
		const shown = card.getByRole('cell');
		await expect(shown).toHaveCount(7 - silent);
		await card.getByRole('rowheader').getByRole('link').focus();
		await page.keyboard.press('ArrowRight');
		await expect(shown.first().getByRole('link')).toBeFocused();
		await page.keyboard.press('End');
		await expect(shown.last().getByRole('link')).toBeFocused();
		await page.keyboard.press('Home');
		await expect(card.getByRole('rowheader').getByRole('link')).toBeFocused();
	});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('lineup, panel, filters and steps work', async ({ page }) => {
		await openSample(page, false);
		await firstCell(page).click();
		await expect(panelOf(page).getByRole('blockquote').first()).toBeVisible();
		await panelOf(page).getByRole('link', { name: 'Next line' }).click();
		await expect(panelOf(page)).toContainText('2 of');
		await page.getByLabel('Only in dispute').check();
		await page.getByRole('button', { name: 'Show' }).click();
		await expect(page).toHaveURL(/only=disputed/);
	});
});

test('a page of the sample prints black on white, without what only a screen needs', async ({ page }) => {
	await openSample(page);
	await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
	await expect(page.getByRole('link', { name: 'Compare accounts' })).toBeHidden();
	const [ink, paper] = await page.evaluate(() => {
		const circle = document.querySelector('[data-tone] svg circle')!;
		return [getComputedStyle(circle).fill, getComputedStyle(document.documentElement).backgroundColor];
	});
	expect(ink === 'rgb(0, 0, 0)' || ink === 'none').toBe(true);
	expect(paper).toBe('rgb(255, 255, 255)');
});

test('the page of an unknown event says so', async ({ page }) => {
	const answer = await page.goto('/events/01J00000000000000000000000');
	expect(answer?.status()).toBe(404);
	await expect(page.getByText('There is no such page')).toBeVisible();
});

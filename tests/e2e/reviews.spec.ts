import { expect, test, type Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { newEvent } from '../support/new-event.ts';
import { firstCell, panelOf } from '../support/sample.ts';

/** A new event with its first cell open. */
async function openCell(page: Page, title: string): Promise<string> {
	const event = await newEvent(page, title);
	await expect(firstCell(page)).toBeVisible({ timeout: 30_000 });
	await firstCell(page).click();
	await expect(panelOf(page).getByText('Correct this').first()).toBeVisible();
	return event;
}

async function offer(page: Page, name: string) {
	await panelOf(page).getByText('Correct this').first().click();
	await panelOf(page).getByRole('link', { name, exact: true }).first().click();
}

test('what a person decides is kept with who and why, shown, taken back and brought back', async ({
	page
}) => {
	const event = await openCell(page, 'An event to review');
	await offer(page, 'Change how it is said');
	await page.getByLabel('Certainty').selectOption('hedged');
	await page.getByLabel('Why (optional)').fill('The speaker held back.');
	await page.getByLabel('Your name').fill('Ines');
	await expectNoViolations(page);
	await page.getByRole('button', { name: 'Keep the change' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Kept.' })).toBeVisible();
	await expect(panelOf(page).getByText('hedged, ').first()).toBeVisible();
	await expect(panelOf(page).getByText('The speaker held back.')).toBeVisible();

	await page.goto(`${event}/history`);
	await expect(page.getByText('set the certainty to “hedged”', { exact: true })).toBeVisible();
	await expectNoViolations(page);
	await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
	await expect(page.getByText('taken back by Ines').first()).toBeVisible();
	await page.getByRole('button', { name: /^Bring back.*Ines set/ }).click();
	await expect(page.getByText(/^brought back/)).toBeVisible();
	await page.goto(event);
	await firstCell(page).click();
	await expect(panelOf(page).getByText('Ines set the certainty', { exact: false })).toBeVisible();
});

test('a line is renamed, and doubt needs a reason', async ({ page }) => {
	await openCell(page, 'An event with a new name');
	await panelOf(page).getByRole('link', { name: 'Rename' }).click();
	await page.getByLabel('Name of the line').fill('What the mill did');
	await page.getByRole('button', { name: 'Rename' }).click();
	await expect(panelOf(page).getByRole('heading', { name: 'What the mill did' })).toBeVisible();
	await offer(page, 'I think this is wrong');
	await page.getByRole('button', { name: 'Say so' }).click();
	await expect(page.getByText('Say why you think so')).toBeVisible();
	await page.getByLabel('Why').fill('It is another mill.');
	await page.getByRole('button', { name: 'Say so' }).click();
	await expect(panelOf(page).getByText('It is another mill.')).toBeVisible();
});

test('the second of two windows is told, keeps its words, and may send again', async ({ page, context }) => {
	const event = await openCell(page, 'An event in two windows');
	await panelOf(page).getByRole('link', { name: 'Rename' }).click();
	await page.getByLabel('Name of the line').fill('Mine');
	const other = await context.newPage();
	await other.goto(page.url());
	await other.getByLabel('Name of the line').fill('Theirs');
	await other.getByRole('button', { name: 'Rename' }).click();
	await expect(other.getByRole('heading', { name: 'Theirs' }).first()).toBeVisible();
	await page.getByLabel('Why (optional)').fill('Shorter.');
	await page.getByRole('button', { name: 'Rename' }).click();
	const told = page.getByRole('alert').filter({ hasText: 'Somebody decided on this meanwhile' });
	await expect(told).toContainText('Theirs');
	await expect(told).toContainText('Mine');
	await expect(page.getByLabel('Name of the line')).toHaveValue('Mine');
	await expect(page.getByLabel('Why (optional)')).toHaveValue('Shorter.');
	await page.getByRole('button', { name: 'Send mine all the same' }).click();
	await expect(panelOf(page).getByRole('heading', { name: 'Mine' })).toBeVisible();
	await page.goto(`${event}/history`);
	await expect(page.getByRole('heading', { name: '2 decisions, newest first' })).toBeVisible();
});

test.describe('without JavaScript', () => {
	test('a claim is hidden and put back', async ({ browser, page }) => {
		const event = await openCell(page, 'An event without scripts');
		const context = await browser.newContext({ javaScriptEnabled: false });
		const plain = await context.newPage();
		await plain.goto(page.url());
		await plain.getByText('Correct this').first().click();
		await plain.getByRole('link', { name: 'Hide', exact: true }).first().click();
		await plain.getByRole('button', { name: 'Hide it' }).click();
		await plain.goto(`${event}/history`);
		await expect(plain.getByText('hid these words').first()).toBeVisible();
		await plain.getByRole('button', { name: 'Undo', exact: true }).click();
		await expect(plain.getByText('taken back by').first()).toBeVisible();
		await context.close();
	});
});

import { expect, type Page } from '@playwright/test';
import { POST, RADIO } from './texts.ts';

/** Makes an event out of two texts, invented ones unless others are given, through the page, and gives its path. */
export async function newEvent(
	page: Page,
	title: string,
	[one, other]: readonly [string, string] = [POST, RADIO]
): Promise<string> {
	await page.goto('/new');
	await page.waitForLoadState('networkidle');
	await page.locator('textarea[name="text"]').nth(0).fill(one);
	await page.locator('textarea[name="text"]').nth(1).fill(other);
	await page.getByRole('button', { name: 'Continue' }).click();
	await page.getByLabel('Title of the event').fill(title);
	await page.getByRole('button', { name: 'Compare', exact: true }).click();
	await page.waitForURL(/\/events\/[0-9A-Z]{26}$/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
	return new URL(page.url()).pathname;
}

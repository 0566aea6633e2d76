import { expect, type Locator, type Page } from '@playwright/test';

/** Title of the sample that journeys start from: invented, with officials, an agency and four outlets. */
export const SAMPLE = 'Two trams collide at Saltmarket';

/** Opens the sample's lineup from the start page, waits until it is compared, and gives its path. */
export async function openSample(page: Page): Promise<string> {
	await page.goto('/');
	await page.getByRole('link', { name: SAMPLE }).click();
	await expect(page.getByRole('heading', { level: 1, name: SAMPLE })).toBeVisible();
	await expect(page.getByRole('table', { name: new RegExp(SAMPLE) })).toBeVisible({ timeout: 60_000 });
	return new URL(page.url()).pathname;
}

/** The first cell of the lineup in which an account says something. */
export function firstCell(page: Page): Locator {
	return page.locator('tr[data-row] td a').first();
}

/** The panel beside the lineup. */
export function panelOf(page: Page): Locator {
	return page.getByRole('complementary');
}

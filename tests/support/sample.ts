import { expect, type Locator, type Page } from '@playwright/test';

/** Title of the sample that journeys start from: invented, with officials, an agency and four outlets. */
export const SAMPLE = 'Two trams collide at Saltmarket';

/** Title of the sample with the most lines. */
export const LARGEST_SAMPLE = 'A fourth trip to Pyongyang?';

/** Waits until the page's scripts have taken over: what is pressed before that is the browser's own affair. */
export async function keysWork(page: Page): Promise<void> {
	await expect(page.locator('tr[data-row] a[tabindex="0"]')).toHaveCount(1);
}

/** One of the event's views, among its tabs. */
export function tab(page: Page, name: string): Locator {
	return page.getByRole('navigation', { name: 'Views of this event' }).getByRole('link', { name });
}

/** Opens a sample's lineup from the start page, waits until it is compared, and gives its path. */
export async function openSample(page: Page, script = true, name = SAMPLE): Promise<string> {
	await page.goto('/');
	await page.getByRole('link', { name }).click();
	await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
	await expect(page.getByRole('table', { name })).toBeVisible({ timeout: 60_000 });
	if (script) await keysWork(page);
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

import { expect, type Page } from '@playwright/test';

/** The boxes to paste into. */
export const boxes = (page: Page) => page.locator('textarea[name="text"]');
/** The accounts as they were read. */
export const drafts = (page: Page) => page.locator('.drafts > li');
export const compare = (page: Page) => page.getByRole('button', { name: 'Compare', exact: true });
/** What could not be read. */
export const problem = (page: Page) => page.getByRole('alert');

/** Opens the page and waits until it is alive. */
export async function openNew(page: Page) {
	await page.goto('/new');
	await expect(page.getByRole('heading', { name: 'Compare accounts' })).toBeVisible();
	// A file that is chosen before the page is alive would wait for the button.
	await page.waitForLoadState('networkidle');
}

/** A file as a person chooses it. */
export const file = (name: string, content: string | Uint8Array, mimeType = 'text/plain') => ({
	name,
	mimeType,
	buffer: Buffer.from(content)
});

/** Chooses files, as with the button. */
export const choose = (page: Page, files: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]) =>
	page.locator('input[type="file"]').first().setInputFiles(files);

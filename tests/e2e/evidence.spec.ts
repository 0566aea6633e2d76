import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { expectNoViolations } from '../support/axe.ts';
import { newEvent } from '../support/new-event.ts';

test('a whole event is taken away and brought back, and a changed file is named', async ({ page }) => {
	const event = await newEvent(page, 'An event to keep');
	await page.getByText('Take away').click();
	const saving = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Everything (ZIP)' }).click();
	const bytes = await readFile(await (await saving).path());

	const claims = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Claims for machines (JSON-LD)' }).click();
	const linked = await readFile(await (await claims).path(), 'utf8');
	expect(JSON.parse(linked)).toMatchObject({ '@context': 'https://schema.org' });

	await page.goto('/new');
	await page.getByRole('link', { name: 'Bring in an event from a file' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bring in an event');
	await page.waitForLoadState('networkidle');
	await expectNoViolations(page);
	const files = unzipSync(bytes);
	const [text] = Object.keys(files).filter((name) => name.startsWith('texts/'));
	const tampered = Buffer.from(zipSync({ ...files, [text!]: strToU8('Something else was said.') }));
	const choose = page.getByLabel('File');
	await choose.setInputFiles({ name: 'event.zip', mimeType: 'application/zip', buffer: tampered });
	await page.getByRole('button', { name: 'Bring in' }).click();
	await expect(page.getByRole('alert')).toContainText(`'${text}' is not as it was`);

	await choose.setInputFiles({ name: 'event.zip', mimeType: 'application/zip', buffer: bytes });
	await page.getByRole('button', { name: 'Bring in' }).click();
	await page.waitForURL(/\/events\/[0-9A-Z]{26}$/);
	const back = new URL(page.url()).pathname;
	expect(back).not.toBe(event);
	const [before, after] = await Promise.all(
		[event, back].map(async (path) => (await page.request.get(`/api/v1${path}/comparison`)).text())
	);
	expect(after).toBe(before);
});

import { strToU8, zipSync } from 'fflate';
import { expect, test } from '@playwright/test';
import { choose, compare, drafts, file, openNew, problem } from '../support/new-page.ts';
import { PAGE, POST, RADIO } from '../support/texts.ts';

const EVENT = {
	event: 'mill-lane-tram',
	title: 'Tram off the rails at Mill Lane',
	accounts: [
		{ id: '01-post', file: '01.txt', outlet: 'The Mill Post', kind: 'outlet', publishedAt: '2026-03-14' },
		{
			id: '02-city',
			file: '02.txt',
			outlet: 'City of Orrin',
			kind: 'official',
			rendering: 'summary',
			url: 'https://orrin.example/statement',
			truncated: true
		}
	]
};
const zip = () =>
	zipSync({
		'tram/event.json': strToU8(JSON.stringify(EVENT)),
		'tram/01.txt': strToU8(POST),
		'tram/02.txt': strToU8(RADIO)
	});

test('a page and a text are read at once; a picture named .html is named', async ({ page }) => {
	await openNew(page);
	await choose(page, [
		file('herald.html', PAGE, 'text/html'),
		file('radio.txt', RADIO),
		file('photo.html', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'text/html')
	]);
	await expect(problem(page)).toHaveText("'photo.html' is an image (PNG), not a web page.");
	await expect(drafts(page)).toHaveCount(2);
	const herald = drafts(page).nth(0);
	await expect(herald.getByLabel('Source')).toHaveValue('Orrin Herald');
	await expect(herald.getByLabel('Date')).toHaveValue('2026-03-15 07:30:00 +01:00');
	await expect(herald.getByLabel('Address')).toHaveValue('https://herald.example/tram');
	await expect(herald.getByLabel('Authors')).toHaveValue('Ida Brandt');
	await expect(herald.getByLabel('Text', { exact: true })).toHaveValue(/^Brakes questioned.*Inspectors are/s);
});

test('a zip with event.json fills in everything it says', async ({ page }) => {
	await openNew(page);
	await choose(page, file('tram.zip', zip(), 'application/zip'));
	await expect(drafts(page)).toHaveCount(2);
	await expect(page.getByLabel('Title of the event')).toHaveValue(EVENT.title);
	const city = drafts(page).nth(1);
	await expect(city.getByLabel('Source')).toHaveValue('City of Orrin');
	await expect(city.getByLabel('Kind')).toHaveValue('official');
	await expect(city.getByLabel('The text is', { exact: true })).toHaveValue('summary');
	await expect(city.getByLabel(/The text is cut short/)).toBeChecked();
	await compare(page).click();
	await page.waitForURL(/\/events\/[0-9A-Z]{26}$/);
	const id = page.url().split('/').at(-1);
	const comparison = await (await page.request.get(`/api/v1/events/${id}/comparison`)).json();
	expect(comparison.event.id).toBe(EVENT.event);
	expect(comparison.accounts.map((account: { id: string }) => account.id)).toEqual(['01-post', '02-city']);
});

test('a folder that lacks a file is refused whole, naming the file', async ({ page }) => {
	await openNew(page);
	await choose(page, [file('event.json', JSON.stringify(EVENT)), file('01.txt', POST)]);
	await expect(problem(page)).toContainText("event.json names '02.txt'");
	await expect(drafts(page)).toHaveCount(0);
});

test('dropped files are read', async ({ page }) => {
	await openNew(page);
	const data = await page.evaluateHandle((text) => {
		const transfer = new DataTransfer();
		transfer.items.add(new File([text], 'radio.txt', { type: 'text/plain' }));
		return transfer;
	}, RADIO);
	await page.dispatchEvent('body', 'drop', { dataTransfer: data });
	await expect(drafts(page)).toHaveCount(1);
	await expect(page.getByRole('status')).toContainText('Add a second one');
});

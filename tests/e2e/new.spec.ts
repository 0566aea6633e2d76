import { strToU8, zipSync } from 'fflate';
import { expect, test, type Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { FERRY, FIRE, textOf } from '../support/stories.ts';
import { longText, PAGE, POST, RADIO } from '../support/texts.ts';

const boxes = (page: Page) => page.locator('textarea[name="text"]');
const drafts = (page: Page) => page.locator('.drafts > li');
const compare = (page: Page) => page.getByRole('button', { name: 'Compare', exact: true });
const problem = (page: Page) => page.getByRole('alert');

async function openNew(page: Page) {
	await page.goto('/new');
	await expect(page.getByRole('heading', { name: 'Compare accounts' })).toBeVisible();
	// A file that is chosen before the page is alive would wait for the button.
	await page.waitForLoadState('networkidle');
}

async function pasteTwo(page: Page) {
	await openNew(page);
	await boxes(page).nth(0).fill(POST);
	await boxes(page).nth(1).fill(RADIO);
	await page.getByRole('button', { name: 'Continue' }).click();
	await expect(drafts(page)).toHaveCount(2);
}

const file = (name: string, content: string | Uint8Array, mimeType = 'text/plain') => ({
	name,
	mimeType,
	buffer: Buffer.from(content)
});

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

test.describe('files', () => {
	const choose = (page: Page, files: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]) =>
		page.locator('input[type="file"]').first().setInputFiles(files);

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
		await expect(herald.getByLabel('Text', { exact: true })).toHaveValue(
			/^Brakes questioned.*Inspectors are/s
		);
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
});

/** Brings in two texts that take half a minute to compare, and waits for the stages to show. */
async function compareLongTexts(page: Page): Promise<void> {
	await openNew(page);
	// The server remembers what it has read: each comparison has texts of its own.
	const key = Date.now();
	// Typing thousands of lines as a driver does takes half a minute; a person's paste does not.
	const paste = (index: number, text: string) =>
		boxes(page)
			.nth(index)
			.evaluate((box: HTMLTextAreaElement, value) => (box.value = value), text);
	await paste(0, longText(`First long account ${key}`, 5000));
	await paste(1, longText(`Second long account ${key}`, 4900));
	await page.getByRole('button', { name: 'Continue' }).click();
	await drafts(page).nth(0).getByLabel('Source').fill('Long Post');
	await drafts(page).nth(1).getByLabel('Source').fill('Long Radio');
	await compare(page).click();
	await page.waitForURL(/\/new\/[0-9A-Z]{26}/);
	await expect(page.getByRole('progressbar').first()).toBeVisible();
}

test('axe finds nothing while a comparison is on its way', async ({ page }) => {
	await compareLongTexts(page);
	// The page stays as it is while it is looked at: its next question about the comparison gets no answer.
	await page.route(/__data\.json/, () => undefined);
	await expectNoViolations(page);
	await page.unrouteAll({ behavior: 'ignoreErrors' });
	await page.getByRole('button', { name: 'Cancel' }).click();
	await page.waitForURL(/\/new\?event=/);
});

test('a comparison can be cancelled; the accounts come back and can be compared after all', async ({
	page
}) => {
	await compareLongTexts(page);
	await page.getByRole('button', { name: 'Cancel' }).click();
	await page.waitForURL(/\/new\?event=/);
	await expect(drafts(page).nth(0).getByLabel('Source')).toHaveValue('Long Post');
	await expect(drafts(page).nth(1).getByLabel('Text', { exact: true })).toHaveValue(/^Second long account/);
	const text = drafts(page).nth(0).getByLabel('Text', { exact: true });
	await text.fill(POST);
	await drafts(page).nth(1).getByLabel('Text', { exact: true }).fill(RADIO);
	await compare(page).click();
	await page.waitForURL(/\/events\/[0-9A-Z]{26}$/);
	await expect(page.getByText('2 accounts').first()).toBeVisible();
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

test('a pile of texts about two events becomes two events, and what belongs to neither stays', async ({
	page
}) => {
	await openNew(page);
	const texts = [FERRY, FIRE].flatMap((story, at) =>
		[0, 1].map((part) =>
			file(`${at}-${part}.txt`, textOf({ ...story, paragraphs: story.paragraphs.slice(part, part + 3) }))
		)
	);
	await page
		.locator('input[type="file"]')
		.first()
		.setInputFiles([...texts, file('tram.txt', POST)]);
	await expect(drafts(page)).toHaveCount(5);
	await expect(page.getByText('seem to be about 2 events')).toBeVisible();
	await expectNoViolations(page);
	await page.getByRole('button', { name: 'Make an event of each' }).click();
	await expect(page.getByText('2 events were made and are being compared')).toBeVisible();
	await expect(drafts(page)).toHaveCount(1);
	await expect(drafts(page).getByLabel('Source')).toHaveValue('The Mill Post');
	await page.goto('/');
	for (const { title } of [FERRY, FIRE])
		await expect(page.getByRole('link', { name: title }).first()).toBeVisible();
});

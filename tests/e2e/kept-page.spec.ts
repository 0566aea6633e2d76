import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import {
	expect,
	test,
	type Browser,
	type BrowserContextOptions,
	type Page,
	type TestInfo
} from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { newEvent } from '../support/new-event.ts';
import { openSample } from '../support/sample.ts';

/** Takes the event that is open away as a page and gives the address of the file on disk. */
async function takeAway(page: Page, info: TestInfo): Promise<string> {
	await page.getByText('Take away').click();
	const saving = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Page to keep (HTML)' }).click();
	const file = info.outputPath('kept.html');
	await (await saving).saveAs(file);
	return pathToFileURL(file).href;
}

/** Opens the file as a person without a network does, and notes all that it asks for or complains of. */
async function openKept(browser: Browser, address: string, options: BrowserContextOptions = {}) {
	const context = await browser.newContext({ ...options, baseURL: undefined, offline: true });
	const kept = await context.newPage();
	const asked: string[] = [];
	kept.on('request', (request) => {
		if (!request.url().startsWith('data:')) asked.push(request.url());
	});
	kept.on('console', (message) => asked.push(message.text()));
	kept.on('pageerror', (error) => asked.push(error.message));
	await kept.goto(address);
	await expect(kept.getByRole('heading', { level: 1 })).toBeVisible();
	return { kept, asked, close: () => context.close() };
}

test('a page to keep opens from a disk without a network, and its panel by keyboard', async ({
	page,
	browser
}, info) => {
	await openSample(page);
	const address = await takeAway(page, info);
	const { kept, asked, close } = await openKept(browser, address);
	const rows = kept.locator('tr[data-row]');
	await rows.nth(0).getByRole('rowheader').getByRole('link').focus();
	await kept.keyboard.press('ArrowDown');
	const link = rows.nth(1).getByRole('rowheader').getByRole('link');
	await expect(link).toBeFocused();
	await kept.keyboard.press('Enter');
	await expect(kept).toHaveURL(/#line-/);
	const panel = kept.locator('section.line:target');
	await expect(panel).toHaveCSS('position', 'fixed');
	await expect(panel.getByRole('heading', { name: 'Who says so' }).first()).toBeVisible();
	await expect(panel.getByRole('blockquote').first()).toBeInViewport();
	await expect(link).toHaveAttribute('aria-current', 'true');
	await kept.keyboard.press('Escape');
	await expect(panel).toHaveCount(0);
	await expect(link).toBeFocused();
	expect(asked).toEqual([address]);
	await close();
});

test('a page to keep works where scripts are off, and each line has its address', async ({
	page,
	browser
}, info) => {
	await openSample(page);
	const address = await takeAway(page, info);
	const { kept, close } = await openKept(browser, address, { javaScriptEnabled: false });
	const cell = kept.locator('tr[data-row] td a').first();
	const anchor = (await cell.getAttribute('href'))!;
	await cell.click();
	const claim = kept.locator('article:target');
	await expect(claim.getByRole('blockquote')).toBeInViewport();
	await kept.getByRole('link', { name: '‹ Close', exact: true }).filter({ visible: true }).click();
	await expect(claim).toHaveCount(0);
	await kept.goto(address + anchor);
	await expect(claim.getByRole('blockquote')).toBeInViewport();
	await close();
});

for (const width of [1440, 390])
	for (const scheme of ['light', 'dark'] as const)
		test(`a page to keep is accessible at ${width} px in ${scheme}, and scrolls no page sideways`, async ({
			page,
			browser
		}, info) => {
			// A small event: axe takes its time over every passage of a large one.
			await newEvent(page, 'An event to keep');
			await expect(page.getByRole('table', { name: /An event to keep/ })).toBeVisible({ timeout: 60_000 });
			const address = await takeAway(page, info);
			const options = { viewport: { width, height: 844 }, colorScheme: scheme };
			const { kept, close } = await openKept(browser, address, options);
			await expectNoViolations(kept, scheme);
			await kept.getByText('How to read this page').click();
			await kept.locator('tr[data-row] td a').first().click();
			await expect(kept.locator('article:target')).toBeVisible();
			await expectNoViolations(kept, scheme);
			const wide = await kept.evaluate(() => document.documentElement.scrollWidth > innerWidth);
			expect(wide).toBe(false);
			await close();
		});

test('on paper a page to keep has the lineup, how to read it, and every line, in black', async ({
	page,
	browser
}, info) => {
	await openSample(page);
	const address = await takeAway(page, info);
	const { kept, close } = await openKept(browser, `${address}#closed`);
	await kept.emulateMedia({ media: 'print' });
	await expect(kept.getByRole('table').first()).toBeVisible();
	await expect(kept.getByText('One point that accounts speak to')).toBeVisible();
	const lines = kept.locator('section.line');
	expect(await lines.count()).toBeGreaterThan(5);
	for (const line of await lines.all()) await expect(line).toHaveCSS('position', 'static');
	await expect(kept.getByRole('navigation')).toBeHidden();
	await expect(kept.locator('h1')).toHaveCSS('color', 'rgb(0, 0, 0)');
	await close();
});

test('a page to keep holds the same claims for machines', async ({ page }, info) => {
	await openSample(page);
	const address = await takeAway(page, info);
	const html = await readFile(new URL(address), 'utf8');
	const [, linked = ''] = /<script type="application\/ld\+json">([^]*?)<\/script>/.exec(html) ?? [];
	const event = new URL(page.url()).pathname;
	const file = await page.request.get(`/api/v1${event}/comparison?as=jsonld`);
	expect(JSON.parse(linked)).toEqual(await file.json());
});

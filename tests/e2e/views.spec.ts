import { expect, test, type Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { firstCell, LARGEST_SAMPLE, openSample, panelOf, SAMPLE } from '../support/sample.ts';

/** Every view and state of an event, by what stands behind its address. */
const STATES = [
	'?mode=easy',
	'?tour=3',
	'?conflict=number&kind=outlet',
	'?columns=holders&from=13',
	'?view=accounts',
	'/side-by-side',
	'/origins',
	'/timeline',
	'/agreement',
	'/agreement?by=holders'
];

async function states(page: Page): Promise<string[]> {
	const event = await openSample(page);
	const cell = await firstCell(page).getAttribute('href');
	const line = /cell=([^~%]+(?:%3A[^~%]+)?)/.exec(cell ?? '')?.[1];
	return [
		...STATES.map((state) => event + state),
		`${event}/side-by-side?line=${line}`,
		`${event}/origins?line=${line}`,
		'/how-to-read'
	];
}

for (const colorScheme of ['light', 'dark'] as const)
	test.describe(`in ${colorScheme}`, () => {
		for (const width of [1440, 768, 390])
			test(`axe finds nothing on any view at ${width} px, and no view scrolls sideways`, async ({
				browser
			}) => {
				test.setTimeout(240_000);
				const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
				const page = await context.newPage();
				for (const state of await states(page))
					await test.step(state, async () => {
						await page.goto(state);
						await expectNoViolations(page, colorScheme);
						const over = await page.evaluate(
							() => document.documentElement.scrollWidth - document.documentElement.clientWidth
						);
						expect(over, state).toBe(0);
					});
				await context.close();
			});
	});

test('nothing jumps: no view shifts its layout while it loads', async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	for (const state of (await states(page)).filter((one) => !one.includes('tour'))) {
		await page.goto(state);
		await page.waitForLoadState('networkidle');
		const shift = await page.evaluate(
			() =>
				new Promise<number>((done) => {
					let sum = 0;
					new PerformanceObserver((list) => {
						for (const entry of list.getEntries())
							sum += (entry as PerformanceEntry & { value: number }).value;
					}).observe({ type: 'layout-shift', buffered: true });
					requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
				})
		);
		expect(shift, state).toBeLessThan(0.05);
	}
});

test('below 1100 px the panel is a drawer: it covers the page, keeps the focus, and closes by key and by press', async ({
	page
}) => {
	await page.setViewportSize({ width: 768, height: 900 });
	await openSample(page);
	const matrix = page.getByRole('table', { name: new RegExp(SAMPLE) });
	const before = await matrix.boundingBox();
	await firstCell(page).click();
	await expect(panelOf(page).getByRole('heading', { level: 2 })).toBeFocused();
	// Nothing under the drawer moved, and nothing under it can take the focus.
	expect((await page.locator('.pane table').boundingBox())!.width).toBe(before!.width);
	for (let press = 0; press < 12; press += 1) await page.keyboard.press('Tab');
	expect(await page.evaluate(() => document.activeElement?.closest('.pane') === null)).toBe(true);
	await page.keyboard.press('Escape');
	await expect(panelOf(page)).toBeHidden();
	await firstCell(page).click();
	// Pressed before the drawer is there, it would be a line that is pressed.
	await expect(panelOf(page).getByRole('heading', { level: 2 })).toBeFocused();
	await page.mouse.click(20, 500);
	await expect(panelOf(page)).toBeHidden();
});

test('the filters leave the lines that they name, and say how many', async ({ page }) => {
	await openSample(page);
	await page.getByText('More filters').click();
	await page.getByLabel('Accounts conflict over').selectOption('number');
	await expect(page).toHaveURL(/conflict=number/);
	await expect(page.getByText(/^\d+ of \d+ lines/)).toBeVisible();
	const shown = await page.locator('tr[data-row]').count();
	expect(shown).toBeGreaterThan(0);
	expect(shown).toBeLessThan(8);
	await page.getByLabel('This account says nothing').selectOption({ index: 1 });
	await expect(page).toHaveURL(/conflict=number.*silent=|silent=.*conflict=number/);
});

test('the lineup in small leads to the line that was pressed', async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 700 });
	await openSample(page, true, LARGEST_SAMPLE);
	const map = page.getByRole('region', { name: 'The whole lineup' });
	const group = map.getByRole('link', { name: /Agreed/ });
	const box = (await group.boundingBox())!;
	await page.mouse.click(box.x + 10, box.y + box.height / 2);
	const focused = page.locator('tr[data-row] a:focus');
	await expect(focused).toBeInViewport();
});

test.describe('on paper', () => {
	for (const [format, width] of [
		['A4', 794],
		['Letter', 816]
	] as const)
		test(`lineup, side by side and one line print black on white on ${format}, inside the sheet`, async ({
			page
		}) => {
			await page.setViewportSize({ width, height: 1100 });
			const event = await openSample(page);
			const cell = await firstCell(page).getAttribute('href');
			await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
			for (const state of ['', cell ?? '', '/side-by-side']) {
				await page.goto(event + state);
				const found = await page.evaluate(() => {
					const visible = [...document.querySelectorAll('main *')].filter(
						(one) => one.checkVisibility() && one.getBoundingClientRect().width > 1
					);
					const over = visible.filter((one) => one.getBoundingClientRect().right > innerWidth + 1);
					const tinted = visible.filter((one) => {
						const [r, g, b] = (/\d+, \d+, \d+/.exec(getComputedStyle(one).color)?.[0] ?? '0, 0, 0')
							.split(', ')
							.map(Number);
						return Math.max(r!, g!, b!) - Math.min(r!, g!, b!) > 12;
					});
					return {
						over: over.map((one) => one.className.toString()),
						tinted: tinted.map((one) => one.className.toString())
					};
				});
				expect(found, state).toEqual({ over: [], tinted: [] });
			}
			expect((await page.pdf({ format })).length).toBeGreaterThan(5000);
		});
});

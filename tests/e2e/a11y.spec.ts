import { expect, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { firstCell, openSample, tab } from '../support/sample.ts';

const WIDTHS = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

for (const scheme of ['light', 'dark'] as const)
	for (const [device, viewport] of Object.entries(WIDTHS))
		test.describe(`in ${scheme}, on a ${device}`, () => {
			test.use({ colorScheme: scheme, viewport });

			test('axe finds nothing on any page or state', async ({ page }) => {
				// Nine pages, and axe reads every node of each.
				test.setTimeout(150_000);
				const event = await openSample(page);
				await expectNoViolations(page, scheme);
				const cell = await firstCell(page).getAttribute('href');
				const states = [
					'/',
					`${event}${cell}`,
					`${event}?columns=holders`,
					`${event}?only=disputed&voice=unnamed`,
					`${event}?view=accounts`,
					'/search',
					'/search?q=brakes',
					'/search?q=qqqqqqqq'
				];
				for (const state of states)
					await test.step(state, async () => {
						await page.goto(state);
						await expectNoViolations(page, scheme);
					});
			});

			test('no page scrolls sideways', async ({ page }) => {
				const event = await openSample(page);
				const cell = await firstCell(page).getAttribute('href');
				for (const width of [viewport.width, 320]) {
					await page.setViewportSize({ width, height: viewport.height });
					const own = [
						'/',
						'/new',
						'/feeds',
						'/sources',
						'/sources/edit',
						'/import',
						'/bin',
						'/search?q=brakes'
					];
					for (const state of [...own, event, `${event}${cell}`, `${event}?view=accounts`]) {
						await page.goto(state);
						const over = await page.evaluate(
							() => document.documentElement.scrollWidth - document.documentElement.clientWidth
						);
						expect(over, `${state} at ${width} px`).toBe(0);
					}
				}
			});
		});

test('the reader’s choice of colours is kept, with and without JavaScript', async ({ browser, page }) => {
	await page.goto('/');
	const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
	const light = await ground();
	const button = page.getByRole('button', { name: /Colours/ });
	await button.click();
	await button.click();
	await expect(button).toHaveAccessibleName(/dark/);
	await expect.poll(ground).not.toBe(light);
	const dark = await ground();
	await page.reload();
	expect(await ground()).toBe(dark);

	const context = await browser.newContext({ javaScriptEnabled: false });
	const plain = await context.newPage();
	await plain.goto('/search?q=tram');
	await plain.getByRole('button', { name: /Colours/ }).click();
	await plain.getByRole('button', { name: /Colours: light/ }).click();
	await expect(plain.getByRole('button', { name: /Colours: dark/ })).toBeVisible();
	await expect(plain).toHaveURL(/\/search\?q=tram$/);
	await context.close();
});

test('signs keep their shapes where a system forces its own colours', async ({ page }) => {
	await page.emulateMedia({ forcedColors: 'active' });
	await openSample(page);
	const colours = await page
		.locator('td[role="cell"] [data-tone] svg circle')
		.first()
		.evaluate((circle) => getComputedStyle(circle).fill + getComputedStyle(circle).stroke);
	expect(colours).toMatch(/rgb\(/);
});

test('where a system forces its own colours, letters tell versions apart, and what is current is seen', async ({
	page
}) => {
	await page.emulateMedia({ forcedColors: 'active' });
	await openSample(page);
	const letter = (selector: string, part: string) =>
		page
			.locator(selector)
			.first()
			.evaluate((one, pseudo) => getComputedStyle(one, pseudo).content, part);
	expect(await letter('.version[data-tone="1"] .swatch', '::before')).toBe('"a"');
	expect(await letter('.version[data-tone="2"] .swatch', '::before')).toBe('"b"');
	expect(await letter('td .mark[data-tone="2"]', '::after')).toBe('"b"');
	const [current, other] = await Promise.all(
		['Lineup', 'Origins'].map((name) =>
			tab(page, name).evaluate((one) => getComputedStyle(one).backgroundColor)
		)
	);
	expect(current).not.toBe(other);
});

import { expect, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { openSample } from '../support/sample.ts';

test('a reader sees who carried each line first, and opens it by key', async ({ page }) => {
	await openSample(page);
	await page.getByRole('link', { name: 'Timeline', exact: true }).click();
	await expect(page).toHaveURL(/\/timeline$/);
	await expectNoViolations(page);
	const dots = page.locator('svg a[aria-label$=", first"]');
	await dots.first().focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/cell=/);
});

test('timeline never scrolls sideways, at 320 px either', async ({ page }) => {
	const event = await openSample(page);
	await page.setViewportSize({ width: 320, height: 700 });
	await page.goto(`${event}/timeline`);
	const over = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(over).toBe(0);
});

test('beside each time stands what is said to have happened then, on one side or the other', async ({
	page
}) => {
	const event = await openSample(page);
	await page.goto(`${event}/timeline`);
	const chart = page.getByRole('figure', { name: 'Published, and when things are said to have happened' });
	const words = chart.locator('.words span');
	await expect(words.first()).toBeVisible();
	const marks = await chart
		.locator('svg a')
		.evaluateAll((all) => all.map((a) => a.getAttribute('aria-label')));
	for (const text of (await words.allInnerTexts()).slice(0, 5)) {
		const title = text.split(' ').slice(-3).join(' ');
		expect(
			marks.some((label) => label?.endsWith(title)),
			text
		).toBe(true);
	}
	const frame = (await chart.boundingBox())!;
	for (const box of await words.evaluateAll((all) =>
		all.map((one) => one.getBoundingClientRect().toJSON())
	)) {
		expect(box.left).toBeGreaterThanOrEqual(frame.x - 1);
		expect(box.right).toBeLessThanOrEqual(frame.x + frame.width + 1);
	}
});

import { expect, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { openSample } from '../support/sample.ts';

test('a reader goes from two accounts that agree to their lines and texts', async ({ page }) => {
	await openSample(page);
	await page.getByRole('link', { name: 'Agreement', exact: true }).click();
	await expect(page).toHaveURL(/\/agreement$/);
	await expectNoViolations(page);
	await page
		.getByRole('link', { name: /common lines agree/ })
		.first()
		.click();
	await expect(page).toHaveURL(/a=.*b=/);
	await page.getByRole('link', { name: 'Read the two side by side' }).click();
	await expect(page).toHaveURL(/side-by-side\?a=/);
});

test('agreement never scrolls sideways, at 320 px either', async ({ page }) => {
	const event = await openSample(page);
	await page.setViewportSize({ width: 320, height: 700 });
	await page.goto(`${event}/agreement`);
	const over = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(over).toBe(0);
});

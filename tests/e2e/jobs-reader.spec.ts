import { expect, test } from '@playwright/test';
import { firstCell, openSample, panelOf, tab } from '../support/sample.ts';

/** A part of "At a glance" by its heading. */
const glance = (page: import('@playwright/test').Page, name: string) =>
	panelOf(page)
		.locator('section')
		.filter({ has: page.getByRole('heading', { name }) });

test.use({ viewport: { width: 1440, height: 900 } });

test('R1, what do all agree on: the first screen lists lines with several independent origins', async ({
	page
}) => {
	await openSample(page);
	const agreed = glance(page, 'What independent origins agree on').getByRole('listitem');
	await expect(agreed.first()).toBeInViewport();
	for (const text of await agreed.allInnerTexts()) {
		const origins = Number(/(\d+) origins?$/.exec(text.trim())?.[1]);
		expect(origins, text).toBeGreaterThanOrEqual(2);
	}
});

test('R2, where do they differ: the same screen lists disputes, and each gives its reason in a sentence', async ({
	page
}) => {
	await openSample(page);
	const disputes = glance(page, 'Where they differ').getByRole('listitem');
	await expect(disputes.first()).toBeInViewport();
	await expect(disputes.first().locator('[data-tone]')).not.toHaveCount(0);
	await disputes.first().getByRole('link').click();
	await expect(panelOf(page).getByRole('heading', { level: 2 })).toBeFocused();
	await page.locator('tr.open td a').first().click();
	await expect(page).toHaveURL(/~|%7E/);
	const reasons = panelOf(page).locator('section li');
	// A person may change what is said of two claims: the link to that comes after the reason.
	await expect(reasons.first()).toContainText(/\.( Change)?$/);
});

test('R3, what did my article leave out: a chosen account lists lines that two origins or more carry', async ({
	page
}) => {
	const event = await openSample(page);
	await page.goto(`${event}?view=accounts`);
	await page
		.getByRole('navigation', { name: 'Accounts' })
		.getByRole('link', { name: 'Longshore Herald' })
		.click();
	const part = page.locator('section').filter({ hasText: 'What others say and it does not' });
	const lines = part.getByRole('listitem');
	await expect(lines.first()).toBeVisible();
	for (const text of await lines.allInnerTexts())
		expect(Number(/(\d+) origins?/.exec(text)?.[1]), text).toBeGreaterThanOrEqual(2);
	await lines.first().getByRole('link').click();
	await expect(panelOf(page).getByText(/^Silent:.*Longshore Herald/)).toBeVisible();
});

test('R4, fact or someone’s say-so: every sign says whose voice it is', async ({ page }) => {
	await openSample(page);
	const names = await page
		.locator('tr[data-row] td a')
		.evaluateAll((links) =>
			links.map((link) => [...link.querySelectorAll('svg')].map((svg) => svg.getAttribute('aria-label')))
		);
	expect(names.length).toBeGreaterThan(20);
	for (const name of names.flat())
		expect(name).toMatch(/^(own voice|named source|unnamed source|hedged|denied)$/);
	await firstCell(page).click();
	await expect(panelOf(page).getByRole('heading', { name: 'Who says so' }).first()).toBeVisible();
});

test('R5, how sure are they: stated, hedged and denied are told apart, each with its meaning', async ({
	page
}) => {
	const event = await openSample(page);
	await page.getByRole('link', { name: 'How to read this' }).first().click();
	const help = page.getByRole('dialog', { name: 'How to read this' });
	await expect(help.locator('dt').first()).toBeVisible();
	const order = await help.locator('dt').allInnerTexts();
	const at = (word: string) => order.findIndex((text) => text.trim() === word);
	expect(at('own voice')).toBeLessThan(at('hedged'));
	expect(at('hedged')).toBeLessThan(at('denied'));
	await page.keyboard.press('Escape');
	for (const way of ['hedged', 'denied']) {
		await page.goto(`${event}?lines=all`);
		await page
			.locator('tr[data-row] td a')
			.filter({ has: page.getByRole('img', { name: way }) })
			.first()
			.click();
		await expect(
			panelOf(page)
				.getByText(new RegExp(`^${way}, `))
				.first()
		).toBeVisible();
	}
});

test('R6, read in place: a marked claim opens beside the text, which stays where it was', async ({
	page
}) => {
	await openSample(page);
	await tab(page, 'Accounts').click();
	const claims = page.locator('main article .text a');
	const claim = claims.nth((await claims.count()) - 3);
	await claim.scrollIntoViewIfNeeded();
	const before = (await claim.boundingBox())!.y;
	await claim.click();
	await expect(panelOf(page).getByRole('heading', { level: 2 })).toBeVisible();
	await expect(claim).toHaveAttribute('aria-current', 'true');
	await expect(claim).toBeInViewport();
	// The panel takes room, so lines break anew: the place is kept within a few of them.
	expect(Math.abs((await claim.boundingBox())!.y - before)).toBeLessThan(260);
});

test('R9, old or new: the timeline shows when each account first carried a line', async ({ page }) => {
	const event = await openSample(page);
	await page.goto(`${event}/timeline`);
	const first = page.getByRole('link', { name: /, first$/ });
	await expect(first.first()).toBeVisible();
	await expect(first.first()).toHaveAccessibleName(/\d{1,2} April 2026/);
});

import { expect, test } from '@playwright/test';
import { newEvent } from '../support/new-event.ts';
import { firstCell, openSample, panelOf, SAMPLE } from '../support/sample.ts';

test('T1, start a lesson in minutes: a bundled event shows its comparison without a sign-up', async ({
	page
}) => {
	const start = Date.now();
	await openSample(page);
	await expect(firstCell(page)).toBeVisible();
	await expect(page.getByText(/sign in|sign up|password|e-mail/i)).toHaveCount(0);
	expect(Date.now() - start).toBeLessThan(60_000);
});

test('T2, use my own articles: pasted texts without an address become a matrix with a row for each line', async ({
	page
}) => {
	await newEvent(page, 'A lesson on our own texts');
	const table = page.getByRole('table', { name: /A lesson on our own texts/ });
	await expect(table).toBeVisible({ timeout: 60_000 });
	const titles = await table.locator('tr[data-row] th .title').allInnerTexts();
	expect(titles.length).toBeGreaterThan(0);
	expect(new Set(titles).size).toBe(titles.length);
});

test('T7, show how we know: a cell opens the exact sentence, marked in its account, and the rule behind it', async ({
	page
}) => {
	await openSample(page);
	await firstCell(page).click();
	await expect(panelOf(page).locator('blockquote .claim').first()).toBeVisible();
	const why = panelOf(page).locator('details').filter({ hasText: 'Why Lateral reads it so' }).first();
	await why.locator('summary').click();
	await expect(why.getByText(/^rule: /).first()).toBeVisible();
	await panelOf(page).getByRole('link', { name: 'Read in the account' }).first().click();
	await expect(page.locator('main article a[aria-current="true"]').first()).toBeInViewport();
});

test('T8, safe from a bias complaint: no view labels a side or judges what is so', async ({ page }) => {
	const event = await openSample(page);
	const views = ['', '?view=accounts', '?mode=easy', '/side-by-side', '/origins', '/timeline', '/agreement'];
	for (const view of [...views.map((one) => event + one), '/', '/how-to-read', '/search?q=tram']) {
		await page.goto(view);
		// What sources say is theirs; judged here is what Lateral says.
		const text = await page.evaluate(() => {
			const copy = document.body.cloneNode(true) as HTMLElement;
			for (const said of copy.querySelectorAll('blockquote, .said, .text, .title, script, style, option'))
				said.remove();
			return copy.innerText;
		});
		expect(text, view).not.toMatch(
			/left[- ]wing|right[- ]wing|left[- ]leaning|right[- ]leaning|\bbias|\bfake\b|\bfalse\b|\bmisinformation|\btruth score|\bcredib|\btrustworth|\bverdict/i
		);
	}
});

test('T12, reading level: easy mode shows five lines at most, with the hard words explained', async ({
	page
}) => {
	await openSample(page);
	await page.getByRole('link', { name: 'Easy mode' }).click();
	await expect(page).toHaveURL(/mode=easy/);
	const rows = page.locator('tr[data-row]');
	await expect.poll(() => rows.count()).toBeLessThanOrEqual(5);
	const words = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Words' }) });
	for (const word of ['hedge', 'agency', 'unnamed source', 'origin'])
		await expect(words.getByText(word, { exact: true })).toBeVisible();
	await page.emulateMedia({ media: 'print' });
	await expect(words).toBeVisible();
	await page.emulateMedia({ media: 'screen' });
	await page.getByRole('link', { name: 'Leave easy mode' }).click();
	await expect.poll(() => rows.count()).toBeGreaterThan(5);
});

test('the tour takes five steps, opens a cell on the way, and can be skipped', async ({ page }) => {
	const event = await openSample(page);
	await page.goto(`${event}?tour=1`);
	const tour = page.getByRole('region', { name: 'Take the tour' });
	for (let step = 1; step <= 5; step += 1) {
		await expect(tour.getByText(`${step} of 5`)).toBeVisible();
		if (step === 4) await expect(panelOf(page).getByRole('blockquote').first()).toBeVisible();
		await tour.getByRole('link', { name: step < 5 ? 'Next' : 'Done' }).click();
	}
	await expect(tour).toBeHidden();
	await page.goto(`${event}?tour=2`);
	await tour.getByRole('link', { name: 'Skip the tour' }).click();
	await expect(page.getByRole('table', { name: new RegExp(SAMPLE) })).toBeVisible();
	await expect(tour).toBeHidden();
});

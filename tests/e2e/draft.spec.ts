import { expect, test } from '@playwright/test';
import { newEvent } from '../support/new-event.ts';
import { expectNoViolations } from '../support/axe.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const DRAFT = `Tram derails, nineteen hurt
My own zebrine draft, 14 March 2026

Nineteen people were hurt when a tram derailed at Mill Lane on Saturday.`;

test('J3, what did we miss: a draft is compared, told what it lacks, and stays private', async ({ page }) => {
	const event = await newEvent(page, 'An event with a draft');
	await page.goto(`${event}/add`);
	await page.waitForLoadState('networkidle');
	await page.locator('textarea[name="text"]').first().fill(DRAFT);
	await page.getByRole('button', { name: 'Continue' }).click();
	const card = page.locator('.drafts > li');
	await card.getByLabel('Source').fill('My notes');
	await card.locator('summary').click();
	await card.getByLabel('The text is', { exact: true }).selectOption('draft');
	await page.getByRole('button', { name: 'Compare', exact: true }).click();
	await page.waitForURL(new RegExp(`${event}$`));
	await expect(page.getByRole('columnheader', { name: /My notes.*your draft/ })).toBeVisible();
	await expect(page.getByText('2 accounts').first()).toBeVisible();

	await page.getByRole('link', { name: 'Accounts', exact: true }).first().click();
	await page.getByRole('link', { name: /My notes outlet/ }).click();
	await expect(page.getByText('A private draft')).toBeVisible();
	const missing = page
		.locator('section')
		.filter({ hasText: 'What two or more others say and the draft does not' });
	const line = missing.getByRole('listitem').filter({ hasText: 'Mill Lane is closed until Monday' });
	await expect(line.getByText('Radio Orrin')).toBeVisible();
	await expect(line.getByText('The Mill Post')).toBeVisible();
	const against = page.locator('section').filter({ hasText: 'Where it conflicts with others' });
	await expect(against.getByText('Nineteen people were hurt').first()).toBeVisible();
	await expectNoViolations(page);

	for (const path of [
		`/api/v1${event}/comparison`,
		`/api/v1${event}/comparison?as=md`,
		`${event}/lineup.csv`,
		`${event}/lineup.svg`
	]) {
		const taken = await (await page.request.get(path)).text();
		expect(taken, path).toContain('Radio Orrin');
		expect(taken, path).not.toMatch(/zebrine|My notes|[Nn]ineteen/);
	}
	const asked = await (await page.request.get(`${event}/lineup.csv?drafts=with`)).text();
	expect(asked).toContain('My notes');
	for (const view of ['origins', 'timeline', 'agreement']) {
		await page.goto(`${event}/${view}`);
		await expect(page.getByText('My notes')).toHaveCount(0);
	}
});

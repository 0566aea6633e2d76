import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { boxes, compare, drafts, openNew } from '../support/new-page.ts';
import { longText, POST, RADIO } from '../support/texts.ts';

type Made = { id: string; job: { id: string } };

/** Brings in an event that takes the engine many seconds; gives it with the job that compares it. */
async function bringLong(request: APIRequestContext, origin: string, title: string): Promise<Made> {
	const account = (source: string, sentences: number) => ({
		source: { name: source, kind: 'outlet' },
		title,
		text: longText(`${title} in ${source}, ${Date.now()}`, sentences)
	});
	const answer = await request.post('/api/v1/events', {
		headers: { origin },
		data: { title, accounts: [account('Long Post', 3000), account('Long Radio', 2900)] }
	});
	expect(answer.status()).toBe(201);
	return (await answer.json()) as Made;
}

test('a comparison that waits says how many are before it; stopped, it can be made after all', async ({
	page,
	request,
	baseURL
}) => {
	const origin = new URL(baseURL!).origin;
	const events: Made[] = [];
	// More than any machine compares side by side.
	for (const number of [1, 2, 3, 4, 5, 6])
		events.push(await bringLong(request, origin, `Long event ${number}`));
	const cancel = ({ job }: Made) => request.post(`/api/v1/jobs/${job.id}/cancel`, { headers: { origin } });
	const [fifth, last] = [events.at(-2)!, events.at(-1)!];

	await page.goto(`/new/${last.id}`);
	await expect(page.getByText(/Waiting: \d comparisons? before yours/)).toBeVisible();
	const before = Number(/\d/.exec(await page.getByText(/before yours/).innerText())?.[0]);
	await cancel(fifth);
	await expect(page.getByText(new RegExp(`^Waiting: (?:${before - 1} comparison|it is next)`))).toBeVisible();
	await expectNoViolations(page);

	for (const event of events) await cancel(event);
	await page.goto(`/events/${last.id}`);
	await expect(page.getByText('These accounts have not been compared yet')).toBeVisible();
	await page.getByRole('button', { name: 'Compare again' }).click();
	await page.waitForURL(new RegExp(`/new/${last.id}`));
	await expect(page.getByRole('progressbar').first()).toBeVisible();
	await page.getByRole('button', { name: 'Cancel' }).click();
	await page.waitForURL(/\/new\?event=/);
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

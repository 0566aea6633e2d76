import { expect, test, type APIRequestContext } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { longText } from '../support/texts.ts';

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

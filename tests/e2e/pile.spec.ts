import { expect, test, type Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { choose, compare, drafts, file, openNew } from '../support/new-page.ts';
import { FERRY, FIRE, textOf, type Story } from '../support/stories.ts';
import { POST } from '../support/texts.ts';

/** `count` texts on one event, each with some of its paragraphs. */
const texts = (story: Story, count: number) =>
	Array.from({ length: count }, (_, part) =>
		file(
			`${story.title}-${part}.txt`,
			textOf({
				...story,
				paragraphs: story.paragraphs.slice(part % 2, 3 + (part % 2) + Math.floor(part / 2))
			})
		)
	);

const events = (page: Page) => page.getByRole('region', { name: /seem to be about \d+ events/ });

test('a pile of texts about two events becomes two events, and what belongs to neither stays', async ({
	page
}) => {
	await openNew(page);
	await choose(page, [...texts(FERRY, 2), ...texts(FIRE, 2), file('tram.txt', POST)]);
	await expect(drafts(page)).toHaveCount(5);
	await expect(events(page)).toContainText('1 account seems to belong to none of them');
	await expectNoViolations(page);
	await page.getByRole('button', { name: 'Make the ticked events' }).click();
	await expect(page.getByText('2 events were made and are being compared')).toBeVisible();
	await expect(drafts(page)).toHaveCount(1);
	await expect(drafts(page).getByLabel('Source')).toHaveValue('The Mill Post');
	await page.goto('/');
	for (const { title } of [FERRY, FIRE])
		await expect(page.getByRole('link', { name: title }).first()).toBeVisible();
});

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'a proposed event' : 'a proposed event, without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('is named, split or dropped before it is made', async ({ page }) => {
			await openNew(page);
			await choose(page, [...texts(FERRY, 4), ...texts(FIRE, 2)]);
			if (!javaScriptEnabled) await page.getByRole('button', { name: 'Continue' }).click();
			await expect(drafts(page)).toHaveCount(6);
			const [ferry, name] = [`Ferry in trouble ${javaScriptEnabled}`, `Part of it ${javaScriptEnabled}`];
			await page.getByLabel('Title of event 1').fill(ferry);
			await events(page).getByText('4 accounts').click();
			await events(page).getByRole('checkbox', { name: /^4 / }).check();
			await events(page)
				.getByRole('button', { name: /^Part the ticked/ })
				.first()
				.click();
			await expect(page.getByRole('heading', { name: /about 3 events/ })).toBeVisible();
			await expect(page.getByLabel('Title of event 1')).toHaveValue(ferry);
			await page.getByLabel('Title of event 3').fill(name);
			await events(page)
				.getByRole('checkbox', { name: `Make this event: ${FIRE.title}` })
				.uncheck();
			await page.getByRole('button', { name: 'Make the ticked events' }).click();
			await expect(page.getByText('2 events were made')).toContainText(`“${ferry}”; “${name}”`);
			await expect(drafts(page)).toHaveCount(2);
			await expect(compare(page)).toBeVisible();
			const { events: kept } = (await (await page.request.get('/api/v1/events')).json()) as {
				events: { title: string; accounts: unknown[] }[];
			};
			const count = (title: string) => kept.find((event) => event.title === title)?.accounts.length;
			expect([count(ferry), count(name)]).toEqual([3, 1]);
		});
	});

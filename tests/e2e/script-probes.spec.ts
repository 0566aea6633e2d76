import { expect, test, type Page } from '@playwright/test';
import { PROBES } from '../support/script-probes.ts';
import { firstCell, openSample } from '../support/sample.ts';

type Watched = { ran: unknown[]; violations: string[]; dialogs: string[] };

/** Notes every script of a probe that runs and every breach of the page's own policy, on all pages from now on. */
async function watch(page: Page): Promise<Watched> {
	const seen: Watched = { ran: [], violations: [], dialogs: [] };
	await page.exposeFunction('ran', (probe: unknown) => seen.ran.push(probe));
	await page.exposeFunction('breached', (what: string) => seen.violations.push(what));
	page.on('dialog', (dialog) => {
		seen.dialogs.push(dialog.message());
		void dialog.dismiss();
	});
	await page.addInitScript(() => {
		document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
			void (globalThis as unknown as { breached: (what: string) => void }).breached(
				`${violatedDirective} ${blockedURI}`
			);
		});
	});
	return seen;
}

const VIEWS = [
	'',
	'?view=accounts',
	'?columns=holders',
	'/side-by-side',
	'/origins',
	'/timeline',
	'/agreement'
];

async function look(page: Page, event: string, more: readonly string[] = []): Promise<void> {
	for (const path of [...[...VIEWS, '/history', '/queue', '/manage'].map((view) => event + view), ...more]) {
		await page.goto(path);
		await page.waitForLoadState('networkidle');
	}
}

/** Two accounts that carry every probe in text, title, source and author, and say the same so that lines are made. */
function hostileAccounts() {
	const sentences = PROBES.map(
		(probe, at) => `The mayor said that ${at + 20} people saw the sign ${probe} on Monday.`
	);
	return ['Mill Post', 'Radio Orrin'].map((name, at) => ({
		title: `Signs ${PROBES[at]}`,
		source: { name: `${name} ${PROBES[at + 4]}` },
		authors: [`Ann ${PROBES[at + 8]}`],
		url: `https://example.com/${at}?q=${encodeURIComponent(PROBES[at]!)}`,
		text: `Signs ${PROBES[at]}\n\n${sentences.join('\n\n')}`
	}));
}

test('no script in a text, a title, a name or a decision runs on any page', async ({ page, baseURL }) => {
	test.setTimeout(180_000);
	const seen = await watch(page);
	const headers = { origin: new URL(baseURL!).origin };
	const made = await page.request.post('/api/v1/events', {
		headers,
		data: { title: `Signs ${PROBES[3]}`, what: `What ${PROBES[7]}`, accounts: hostileAccounts() }
	});
	expect(made.status()).toBe(201);
	const { id } = (await made.json()) as { id: string };
	const api = `/api/v1/events/${id}`;
	await expect
		.poll(async () => ((await (await page.request.get(api)).json()) as { comparison: string }).comparison, {
			timeout: 60_000
		})
		.toBe('current');
	const { claims } = (await (await page.request.get(`${api}/comparison`)).json()) as {
		claims: { account: string; start: number; end: number; text: string }[];
	};
	const anchors = claims.slice(0, 8).map(({ text: words, ...at }) => ({
		account: at.account,
		start: at.start,
		end: at.end,
		words
	}));
	const decisions = anchors.map((claim, at) => ({ kind: 'rename', claim, title: `Line ${PROBES[at]}` }));
	const review = await page.request.post(`${api}/reviews`, {
		headers,
		data: { who: `Ines ${PROBES[2]}`, why: PROBES.slice(0, 16).join(' '), seen: 0, decisions }
	});
	expect(review.status()).toBe(201);
	const event = `/events/${id}`;
	await look(page, event, ['/', '/sources', `/search?q=${encodeURIComponent(PROBES[0]!)}`, '/search?q=sign']);
	await page.goto(event);
	await firstCell(page).click();
	await page.waitForLoadState('networkidle');
	// What is taken away may be opened from a disk, with nothing around it that protects.
	const kept = await (await page.request.get(`${event}/page.html`)).text();
	await page.goto('about:blank');
	await page.setContent(kept);
	await page.waitForTimeout(300);
	expect(seen).toEqual({ ran: [], violations: [], dialogs: [] });
	// Had one run, it would have been seen.
	await page.goto('about:blank');
	await page.setContent(PROBES[3]!);
	await expect.poll(() => seen.ran).toEqual([3]);
	await page.request.delete(api, { headers });
});

test('no script in what is pasted or chosen as a file runs where it is checked', async ({ page }) => {
	const seen = await watch(page);
	await page.goto('/new');
	await page.waitForLoadState('networkidle');
	const texts = PROBES.map(
		(probe, at) => `The mayor said that ${at + 20} people saw the sign ${probe} on Monday.`
	);
	await page
		.locator('textarea[name="text"]')
		.nth(0)
		.fill(`Signs ${PROBES[1]}\n\n${texts.join('\n\n')}`);
	const html = `<html><head><title>${PROBES[12]}</title></head><body><article><h1>Signs</h1>${texts
		.map((text) => `<p>${text}</p>`)
		.join('')}</article></body></html>`;
	await page.getByRole('button', { name: 'Continue' }).click();
	await expect(page.getByLabel('Title of the event')).toBeVisible({ timeout: 30_000 });
	expect(seen).toEqual({ ran: [], violations: [], dialogs: [] });

	// A file is read as soon as it is chosen.
	await page.goto('/new');
	await page.waitForLoadState('networkidle');
	await page
		.locator('input[type="file"]')
		.first()
		.setInputFiles({ name: 'signs.html', mimeType: 'text/html', buffer: Buffer.from(html) });
	await expect(page.getByLabel('Title of the event')).toBeVisible({ timeout: 30_000 });
	await page.waitForLoadState('networkidle');
	expect(seen).toEqual({ ran: [], violations: [], dialogs: [] });
});

test('nothing that Lateral does itself breaks its own policy', async ({ page }) => {
	test.setTimeout(90_000);
	const seen = await watch(page);
	const event = await openSample(page);
	await firstCell(page).click();
	await look(page, event, [
		'/',
		'/new',
		'/feeds',
		'/sources',
		'/bin',
		'/how-to-read',
		'/how-well',
		'/search?q=brakes'
	]);
	expect(seen).toEqual({ ran: [], violations: [], dialogs: [] });
});

import { expect, test, type Page } from '@playwright/test';

/** Turns the direction, stands between letters unseen, and ends the turn. */
const TRICK = '\u202eelif\u200bexe\u2066';
const SHOWN = '[U+202E]elif[U+200B]exe[U+2066]';

const text = (first: string) =>
	`${first}\n\n${first.length} people were hurt when the ${TRICK} tram derailed at Mill Lane on Saturday, the operator said. “The ${TRICK} brakes failed,” the driver said.`;
const account = (name: string, first: string, more: object = {}) => ({
	source: { name: `${name} ${TRICK}`, kind: 'outlet' },
	title: `${first} ${TRICK}`,
	text: text(`${first} ${TRICK}`),
	publishedAt: '2026-03-14',
	...more
});

/** Where a page holds something that is not seen: texts and what is read out, but for form fields and scripts. */
async function hiddenIn(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const unseen = /[\u200b\u202a-\u202e\u2066-\u2069]/;
		const found: string[] = [];
		const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode())
			if (!node.parentElement?.closest('script, style, textarea') && unseen.test(node.nodeValue ?? ''))
				found.push(`${node.parentElement?.outerHTML.slice(0, 200)}`);
		for (const element of document.querySelectorAll('*'))
			for (const name of ['title', 'alt', 'aria-label'])
				if (unseen.test(element.getAttribute(name) ?? ''))
					found.push(`${name}: ${element.outerHTML.slice(0, 200)}`);
		return found;
	});
}

test('what cannot be seen is written out in every view, and kept as it came', async ({ page, baseURL }) => {
	const headers = { origin: new URL(baseURL!).origin };
	const events = '/api/v1/events';
	const accounts = [
		account('Mill Post', 'Nine were hurt'),
		account('Radio Orrin', 'A dozen were hurt', { publishedAt: '2026-03-15' }),
		account('Third Voice', 'Nine people were hurt')
	];
	const made = await page.request.post(events, {
		headers,
		data: { title: `A tram ${TRICK} derails`, what: `What ${TRICK}`, accounts }
	});
	expect(made.status()).toBe(201);
	const { id, accounts: kept } = await made.json();
	const event = `${events}/${id}`;
	const isCompared = () =>
		expect
			.poll(async () => (await (await page.request.get(event)).json()).comparison, { timeout: 30_000 })
			.toBe('current');
	await isCompared();
	const { claims, lines } = await (await page.request.get(`${event}/comparison`)).json();
	const first = claims.find((claim: { text: string }) => claim.text.includes(TRICK));
	expect(first).toBeDefined();
	const anchor = { account: first.account, start: first.start, end: first.end, words: first.text };
	const review = {
		who: `Ines ${TRICK}`,
		why: `Since ${TRICK}`,
		seen: 0,
		decisions: [
			{ kind: 'rename', claim: anchor, title: `A name ${TRICK}` },
			{ kind: 'challenge', claims: [anchor] }
		]
	};
	expect((await page.request.post(`${event}/reviews`, { headers, data: review })).status()).toBe(201);
	await isCompared();
	const last = kept[2].id;
	const one = `/events/${id}`;
	const paths = [
		'/',
		one,
		`${one}?line=${lines[0].id}`,
		`${one}?columns=holders`,
		`${one}?view=accounts`,
		`${one}/side-by-side`,
		`${one}/origins`,
		`${one}/timeline`,
		`${one}/agreement`,
		`${one}/history`,
		`${one}/queue`,
		`${one}/manage`,
		`${one}/editions/${last}`,
		'/sources',
		'/search?q=hurt'
	];
	for (const path of paths) {
		await page.goto(path);
		await expect(page.getByText(SHOWN).first(), path).toBeAttached();
		expect(await hiddenIn(page), path).toEqual([]);
	}
	const source = await (await page.request.get(one)).text();
	expect(source.replace(/<script[^]*?<\/script>/g, '')).toContain(SHOWN);

	await page.goto(`${one}/manage`);
	await expect(page.getByLabel('Title', { exact: true }).first()).toHaveValue(`A tram ${TRICK} derails`);
	await page.request.delete(`${event}/accounts/${last}`, { headers });
	await page.goto('/bin');
	await expect(page.getByText(SHOWN).first()).toBeVisible();
	expect(await hiddenIn(page)).toEqual([]);
	const unchanged = await (await page.request.get(`${event}/accounts/${kept[0].id}`)).json();
	expect(unchanged.text).toBe(accounts[0]!.text);
	await page.request.delete(event, { headers });
});

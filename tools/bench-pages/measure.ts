import type { Browser, CDPSession, Page } from 'playwright';

/** A middling phone on a slow line: four times the work, 1.6 Mbit/s down, 150 ms there and back. */
const SLOWER = 4;
const LINE = {
	offline: false,
	latency: 150,
	downloadThroughput: (1.6e6 / 8) | 0,
	uploadThroughput: (0.75e6 / 8) | 0
};

/** Milliseconds from which on a task is felt while scrolling. */
export const FRAME = 16;

export type Load = { paint: number; shift: number; script: number; all: number };

/** What happens to the page while it is looked at, kept where `read` finds it. */
function watch(): void {
	const seen = { paint: 0, shift: 0 };
	Object.assign(globalThis, { seen });
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries()) seen.paint = entry.startTime;
	}).observe({ type: 'largest-contentful-paint', buffered: true });
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries())
			seen.shift += (entry as PerformanceEntry & { value: number }).value;
	}).observe({ type: 'layout-shift', buffered: true });
}

async function slow(page: Page): Promise<CDPSession> {
	const session = await page.context().newCDPSession(page);
	await session.send('Network.enable');
	await session.send('Network.emulateNetworkConditions', LINE);
	await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
	return session;
}

/**
 * Largest paint in ms, layout shift, bytes of the scripts as they are packed, and bytes of everything with its heads as
 * they went over the line.
 */
export async function measureLoad(browser: Browser, url: string): Promise<Load> {
	const context = await browser.newContext({ viewport: { width: 1366, height: 800 } });
	const page = await context.newPage();
	await page.addInitScript(watch);
	const session = await slow(page);
	const bytes = { script: 0, all: 0 };
	session.on('Network.responseReceived', ({ type, response }) => {
		const length = Object.entries(response.headers).find(([name]) => name.toLowerCase() === 'content-length');
		if (type === 'Script') bytes.script += Number(length?.[1] ?? 0);
	});
	session.on('Network.loadingFinished', ({ encodedDataLength }) => {
		bytes.all += encodedDataLength;
	});
	await page.goto(url, { waitUntil: 'networkidle' });
	const seen = await page.evaluate(
		() => (globalThis as unknown as { seen: { paint: number; shift: number } }).seen
	);
	await context.close();
	return { ...seen, ...bytes };
}

/** Waits until the page's scripts have taken over; a press before that is the browser's own affair. */
async function alive(page: Page): Promise<void> {
	await page.waitForSelector('tr[data-row] a[tabindex="0"]');
}

/** Presses a cell and resolves with the milliseconds until its panel is painted. */
const PRESS = `async (place) => {
	const cell = document.querySelectorAll('tr[data-row] td a')[place];
	const start = performance.now();
	cell.click();
	const open = () => cell.getAttribute('aria-current') === 'true' && document.querySelector('#panel blockquote');
	while (!open()) await new Promise((done) => requestAnimationFrame(done));
	await new Promise((done) => requestAnimationFrame(done));
	return performance.now() - start;
}`;

/** Milliseconds until a press on a cell has its panel on screen, on a machine as it is; the middle of five. */
export async function measurePanel(browser: Browser, url: string): Promise<number> {
	const page = await browser.newPage({ viewport: { width: 1366, height: 800 } });
	await page.goto(url, { waitUntil: 'networkidle' });
	await alive(page);
	const times: number[] = [];
	for (let at = 0; at < 5; at += 1) {
		times.push(
			// As text: tsx would put a helper of its own into a function, and the page does not have it.
			await page.evaluate<number>(`(${PRESS})(${at * 3})`)
		);
	}
	await page.close();
	return times.sort((a, b) => a - b)[2]!;
}

type TraceEvent = { name: string; dur?: number; ph: string };

/** The longest script, style or layout task, in ms, while the lineup is scrolled from end to end. */
export async function measureScroll(browser: Browser, url: string): Promise<number> {
	const page = await browser.newPage({ viewport: { width: 1366, height: 800 } });
	await page.goto(url, { waitUntil: 'networkidle' });
	await alive(page);
	await browser.startTracing(page, { categories: ['devtools.timeline'] });
	await page.mouse.move(500, 600);
	for (let at = 0; at < 60; at += 1) {
		await page.mouse.wheel(0, 300);
		await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
	}
	const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
		traceEvents: TraceEvent[];
	};
	await page.close();
	const named = /^(Layout|UpdateLayoutTree|FunctionCall|EvaluateScript|FireAnimationFrame|EventDispatch)$/;
	const tasks = traceEvents.filter(({ name, ph }) => ph === 'X' && named.test(name));
	return Math.max(0, ...tasks.map(({ dur = 0 }) => dur / 1000));
}

import { expect, test, type Page } from '@playwright/test';
import { openSample } from '../support/sample.ts';

/** Presses of Tab on each page: past its head and well into what it is for. */
const PRESSES = 40;

/** What has the focus, whether it can be seen, and whether nothing that sticks to an edge lies on it. */
function focused(page: Page): Promise<{ what: string; isSeen: boolean; isCovered: boolean } | null> {
	return page.evaluate(() => {
		const element = document.activeElement;
		if (!element || element === document.body) return null;
		// Words that run over two lines have a box with nothing of theirs in its middle.
		const box = [...element.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
		const what = `${element.tagName} ${(element.textContent ?? '').trim().slice(0, 40)}`;
		if (!box) return { what, isSeen: false, isCovered: false };
		const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
		const top = document.elementFromPoint(x, y);
		return {
			what,
			isSeen: x > 0 && y > 0 && x < innerWidth && y < innerHeight,
			isCovered: top !== null && !element.contains(top) && !top.contains(element)
		};
	});
}

/** Controls that are smaller than a finger finds; words inside a sentence may be. */
function smallTargets(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll<HTMLElement>('a[href], button, select, summary')].flatMap((element) => {
			const { width, height } = element.getBoundingClientRect();
			const style = getComputedStyle(element);
			const isShown = width > 1 && height > 1 && style.visibility !== 'hidden';
			const isInWords = style.display === 'inline';
			// A control that covers its whole card is as large as the card.
			const covers = getComputedStyle(element, '::after').position === 'absolute';
			const isSmall = width < 24 || height < 24;
			return isShown && isSmall && !isInWords && !covers && !element.closest('svg, .hidden-text')
				? [`${element.tagName} ${element.textContent?.trim().slice(0, 40)} ${width}x${height}`]
				: [];
		})
	);
}

for (const [device, width, height] of [
	['a screen', 1440, 800],
	['a phone', 390, 740]
] as const)
	test(`on ${device} the focus is never hidden, and every control is large enough`, async ({ browser }) => {
		test.setTimeout(120_000);
		const context = await browser.newContext({ viewport: { width, height } });
		const page = await context.newPage();
		const event = await openSample(page);
		for (const path of ['/', event, `${event}/side-by-side`, `${event}/origins`, `${event}/timeline`, '/new'])
			await test.step(path, async () => {
				await page.goto(path);
				expect(await smallTargets(page), path).toEqual([]);
				for (let press = 0; press < PRESSES; press++) {
					await page.keyboard.press('Tab');
					const at = await focused(page);
					if (at === null) break;
					expect(at, path).toMatchObject({ isSeen: true, isCovered: false });
				}
			});
		await context.close();
	});

import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { readFilters } from '#lib/state/event-address.ts';
import { indexComparison } from '#lib/viz/comparison-index.ts';
import { lineup } from '#lib/viz/lineup.ts';
import { inventedComparison } from '../../../../tests/support/invented-event.ts';
import LineupTable from './LineupTable.svelte';

const show = (columns: 'accounts' | 'holders') =>
	render(LineupTable, {
		view: lineup(indexComparison(inventedComparison), { columns }),
		filters: { ...readFilters(new URLSearchParams()), columns },
		selection: {},
		title: 'An invented fire'
	});

test('the matrix is a table with a column for each account and a row for each line', async () => {
	const screen = await show('accounts');
	await expect.element(screen.getByRole('table')).toBeVisible();
	for (const { source } of inventedComparison.accounts)
		expect(screen.container.querySelector('thead')!.textContent).toContain(source.name);
	for (const { title } of inventedComparison.lines)
		expect(screen.container.querySelector('tbody')!.parentElement!.textContent).toContain(title);
});

test('turned to holders, officials stand in a lane of their own', async () => {
	const screen = await show('holders');
	await expect.element(screen.getByRole('table')).toBeVisible();
	expect(screen.container.querySelector('thead')!.textContent!.toLowerCase()).toContain('official');
});

test('one cell can be reached with Tab, and the arrows move on from it', async () => {
	const screen = await show('accounts');
	const inTabOrder = [...screen.container.querySelectorAll<HTMLElement>('tbody a')].filter(
		(link) => link.tabIndex === 0
	);
	expect(inTabOrder.length).toBeGreaterThan(0);
	inTabOrder[0]!.focus();
	const before = document.activeElement;
	before!.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }));
	expect(document.activeElement).not.toBe(before);
	expect(screen.container.contains(document.activeElement)).toBe(true);
});

import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { drawnValues } from '#lib/viz/values.ts';
import ValueChart from './ValueChart.svelte';

const VALUES = drawnValues({
	kind: 'number',
	unit: 'person',
	rows: [
		{ claim: 'a', name: 'Fire brigade', text: 'at least 8', tone: 'none', low: 8 },
		{ claim: 'b', name: 'The Lantern', text: '12', tone: 1, low: 12, high: 12 },
		{ claim: 'c', name: 'An operator with a long name indeed', text: 'fewer than 10', tone: 2, high: 10 }
	]
})!;

test('the drawing is an image with a name, and every value in it stands in a table too', async () => {
	const screen = await render(ValueChart, { values: VALUES });
	await expect.element(screen.getByRole('img')).toBeVisible();
	const table = screen.container.querySelector('table')!;
	for (const { name, text } of VALUES.rows) {
		expect(table.textContent).toContain(name);
		expect(table.textContent).toContain(text);
	}
});

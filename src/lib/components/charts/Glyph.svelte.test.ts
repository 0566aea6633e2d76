import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { words } from '#lib/i18n/en.ts';
import Glyph from './Glyph.svelte';

const KINDS = ['own', 'named', 'unnamed', 'hedged', 'denied', 'silent', 'unknown'] as const;

test.each(KINDS)('the sign for %s is an image with its name', async (kind) => {
	const screen = await render(Glyph, { kind });
	await expect.element(screen.getByRole('img', { name: words.glyph[kind] })).toBeVisible();
});

test('no two signs are drawn alike, so that they can be told apart without colour', async () => {
	const drawn = [];
	for (const kind of KINDS) {
		const screen = await render(Glyph, { kind });
		drawn.push(screen.container.querySelector('svg')!.innerHTML);
		await screen.unmount();
	}
	expect(new Set(drawn).size).toBe(KINDS.length);
});

test('a sign beside its own words is not read out twice', async () => {
	const screen = await render(Glyph, { kind: 'denied', hidden: true });
	expect(screen.container.querySelector('svg')!.getAttribute('aria-hidden')).toBe('true');
});

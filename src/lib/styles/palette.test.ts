import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ciede2000, contrast, difference, VISIONS } from '../../../tests/support/colour.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const pattern = /--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g;
const tokens = [...css.matchAll(pattern)].map(([, name = '', light = '', dark = '']) => ({
	name,
	light,
	dark
}));

/** Smallest difference that two version colours may have, to any eye. */
const APART = 15;
const VERSIONS = ['version-1', 'version-2', 'version-3', 'version-4', 'neutral'];
const GROUNDS = ['paper', 'card', 'sunk', 'raised'];
const THEMES = ['light', 'dark'] as const;

function colour(name: string, theme: 'light' | 'dark'): string {
	const token = tokens.find((one) => one.name === name);
	if (!token) throw new Error(`tokens.css has no colour named ${name}`);
	return token[theme];
}

describe('the difference between colours', () => {
	it.each([
		// Sharma, Wu and Dalal 2005, table 1.
		[[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
		[[50, 2.5, 0], [73, 25, -18], 27.1492],
		[[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
		[[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082]
	] as const)('is measured as CIEDE2000 says for %j and %j', (a, b, expected) => {
		expect(ciede2000(a, b)).toBeCloseTo(expected, 3);
	});

	it('shrinks between red and green for an eye without red or green cones', () => {
		for (const vision of ['protan', 'deutan'] as const)
			expect(difference('#b03030', '#4a7a20', vision)).toBeLessThan(
				difference('#b03030', '#4a7a20', 'normal')
			);
	});
});

describe.each(THEMES)('the %s palette', (theme) => {
	it.each(VISIONS)('keeps any two version colours, and the neutral, apart in %s vision', (vision) => {
		const tooClose = VERSIONS.flatMap((a, i) => VERSIONS.slice(i + 1).map((b) => [a, b] as const)).filter(
			([a, b]) => difference(colour(a, theme), colour(b, theme), vision) < APART
		);
		expect(tooClose).toEqual([]);
	});

	it('shows every mark on every ground it lies on with a contrast of 3 or more', () => {
		const marks = [...VERSIONS, 'version-rest'];
		const weak = marks.flatMap((mark) =>
			['paper', 'card', 'sunk'].filter((ground) => contrast(colour(mark, theme), colour(ground, theme)) < 3)
		);
		expect(weak).toEqual([]);
		for (const ground of ['paper', 'card'])
			expect(contrast(colour('faint', theme), colour(ground, theme))).toBeGreaterThan(3);
	});

	it.each(['ink', 'soft', 'accent'])(
		'sets %s as text on every ground with a contrast of 4.5 or more',
		(ink) => {
			for (const ground of GROUNDS)
				expect(contrast(colour(ink, theme), colour(ground, theme)), ground).toBeGreaterThanOrEqual(4.5);
		}
	);

	it('keeps marked words readable', () => {
		expect(contrast(colour('ink', theme), colour('mark', theme))).toBeGreaterThanOrEqual(7);
	});
});

import { describe, expect, it } from 'vitest';
import { escapeUnseen, fromShown, showUnseen } from './unseen.ts';

describe('what cannot be seen', () => {
	it.each([
		['safe\u202etxt.exe', 'safe[U+202E]txt.exe'],
		['\u2066a\u2069 \u200e\u200f\u061c', '[U+2066]a[U+2069] [U+200E][U+200F][U+061C]'],
		['Guar\u00addian and Gu\u200bard\ufeffian', 'Guar[U+00AD]dian and Gu[U+200B]ard[U+FEFF]ian'],
		['\u200dfirst, la\u200dtin, 1\u200c2', '[U+200D]first, la[U+200D]tin, 1[U+200C]2'],
		['a\u{e0041}\u{e007f}', 'a[U+E0041][U+E007F]'],
		['\u3164', '[U+3164]']
	])('is written out: %j', (text, shown) => {
		expect(showUnseen(text)).toBe(shown);
		expect(fromShown(shown)).toBe(text);
		expect(JSON.parse(escapeUnseen(JSON.stringify(text)))).toBe(text);
		expect(showUnseen(escapeUnseen(JSON.stringify(text)))).not.toContain('[U+');
	});

	it.each([
		'👨‍👩‍👧',
		'❤️‍🔥',
		'🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
		'می‌خواهم',
		'क्‍ष',
		'Zürich – “naïve”',
		''
	])('is left where it does its work: %s', (text) => {
		expect(showUnseen(text)).toBe(text);
	});

	it('is only looked for in texts', () => {
		for (const value of [1, null, undefined, true]) expect(showUnseen(value)).toBe(value);
	});

	it('is not made up where somebody writes the like', () => {
		expect(fromShown('[U+0041] [U+ZZZZ] [U+110000]')).toBe('[U+0041] [U+ZZZZ] [U+110000]');
	});

	it('takes no time to find in a hostile text', () => {
		for (const text of ['\u{e0041}', '\u{1f3f4}\u{e0041}', '\u200d', 'a\u200d'])
			expect(showUnseen(text.repeat(200_000)).length).toBeGreaterThan(0);
	});
});

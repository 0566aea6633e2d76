import fc from 'fast-check';
import { expect, test } from 'vitest';
import { proposeTitle } from './event-title.ts';
import { parseJson } from './json.ts';
import { readPlain, slugify, toAccount } from './index.ts';

const STORY = 'A tram left the rails near the old mill on Monday, and nobody was hurt.';
const read = (text: string) => {
	const result = readPlain(text);
	if (!result.ok) throw new Error(result.failure.code);
	return result.value;
};

test('the text is kept, in one Unicode form and with one kind of line end', () => {
	expect(read(`Tram at the cafe\u0301\r\n\r\n${STORY}\r`).text).toBe(`Tram at the café\n\n${STORY}`);
});

test.each([
	['a headline', `Tram off the rails\n\n${STORY}`, 'Tram off the rails'],
	['no headline', `${STORY} Trains went on.`, STORY.slice(0, -1)]
])('the title of a text with %s is its first line or sentence', (_what, text, title) => {
	expect(read(text).title).toBe(title);
});

test.each([
	[`Tram off\nThe Mill Post, 14 March 2026\n\n${STORY}`, 'The Mill Post', '2026-03-14'],
	[`Tram off\nBy Ida Brandt\nPublished 14 March 2026\n\n${STORY}`, '', '2026-03-14'],
	[`Tram off\nSource: Radio Orrin\n\n${STORY}`, 'Radio Orrin', undefined],
	[`Tram off\n\nORRIN (Northwire) - ${STORY}`, 'Northwire', undefined],
	[`Tram off\n\n${STORY} It last happened on 3 May 2019.`, '', undefined],
	[`Tram off\n\n${STORY}`, '', undefined]
])('from %j it guesses the source %j and the date %j', (text, source, when) => {
	expect(read(text)).toMatchObject({ source: { name: source } });
	expect(read(text).publishedAt).toBe(when);
});

test.each([
	[`${STORY} …`, true],
	[`${STORY}\n\nSubscribe to continue reading`, true],
	[STORY, false]
])('%j is cut short: %j', (text, truncated) => {
	expect(read(text).truncated).toBe(truncated);
});

test('whatever is read can be read again and stays as it is', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
			const first = readPlain(text);
			if (first.ok) expect(readPlain(first.value.text)).toEqual(first);
		})
	);
});

test('ids come from place and source, and never collide', () => {
	const draft = { ...read(STORY), source: { name: 'Éclair & Söhne', kind: 'outlet' as const } };
	const first = toAccount(draft, new Set()).id;
	expect(first).toBe('01-eclair-sohne');
	expect(toAccount(draft, new Set([first])).id).toBe('02-eclair-sohne');
	expect(toAccount(draft, new Set(['02-eclair-sohne'])).id).toBe('03-eclair-sohne');
	expect(toAccount(draft, new Set(), 'kept').id).toBe('kept');
	fc.assert(
		fc.property(fc.string(), (name) => {
			expect(slugify(name, 'x')).toMatch(/^[a-z0-9][a-z0-9-]{0,59}$/);
		})
	);
});

test('the proposed title is the one that the others share most with', () => {
	expect(
		proposeTitle([
			'Chaos on Saturday',
			'Tram leaves rails at Mill Lane',
			'Nine hurt as tram leaves Mill Lane rails'
		])
	).toBe('Tram leaves rails at Mill Lane');
	expect(proposeTitle(['', ' '])).toBe('');
});

test('every JSON value is parsed as JSON.parse does, and every cut of it is refused with its line', () => {
	fc.assert(
		fc.property(fc.jsonValue({ maxDepth: 6 }), fc.nat(), (value, at) => {
			const text = JSON.stringify([value], null, 1);
			// That one key is refused by name; another test says so.
			fc.pre(!text.includes('"__proto__"'));
			expect(parseJson(text, 'x')).toEqual({ ok: true, value: JSON.parse(text) });
			const cut = text.slice(0, at % text.length);
			expect(parseJson(cut, 'x')).toMatchObject({
				ok: false,
				failure: { code: 'json_invalid', detail: { line: cut.split('\n').length } }
			});
		})
	);
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inventedComparison } from '../../../tests/support/invented-event.ts';
import { indexComparison } from './comparison-index.ts';
import { lineup } from './lineup.ts';
import { lineupMap } from './lineup-map.ts';
import { escapeXml, lineupPicture, wrap } from './lineup-picture.ts';
import { PALETTE } from './palette.ts';
import { valueStrip } from './value-strip.ts';

const index = indexComparison(inventedComparison);
const words = {
	group: { disputed: 'In dispute', agreed: 'Agreed', unclear: 'Unclear', single: 'In one account only' },
	more: (n: number) => `${n} more`,
	glyph: {
		own: 'own voice',
		named: 'named source',
		unnamed: 'unnamed source',
		hedged: 'hedged',
		denied: 'denied',
		silent: 'silent',
		unknown: 'not known'
	},
	colour: 'Colour = version of the claim',
	foot: 'Who said what.'
};

describe('the lineup as a picture', () => {
	it('is drawn as it was', () => {
		const picture = lineupPicture(lineup(index, { columns: 'accounts' }), 'Crane on the canal', words);
		expect(picture.replaceAll('><', '>\n<')).toMatchSnapshot();
	});

	it('says what its signs and colours mean, and gives each of two positions in a cell its whole word', () => {
		const picture = lineupPicture(lineup(index, { columns: 'accounts' }), 'Crane on the canal', words);
		for (const word of [...Object.values(words.glyph), words.colour, '>fewer than 30<'])
			expect(picture).toContain(word);
		const lantern = [...picture.matchAll(/<text x="686" y="([\d.]+)"[^>]*>(more than 40|at least 28)</g)];
		expect(lantern.map(([, , word]) => word).sort()).toEqual(['at least 28', 'more than 40']);
		expect(new Set(lantern.map(([, y]) => y)).size).toBe(2);
	});

	it('holds no text as markup, whatever an account is called', () => {
		const accounts = inventedComparison.accounts.map((account) => ({
			...account,
			source: { ...account.source, name: '<script>a&"b\u0001' }
		}));
		const view = lineup(indexComparison({ ...inventedComparison, accounts }), { columns: 'accounts' });
		const picture = lineupPicture(view, '</title><b>', words);
		expect(picture).not.toMatch(/<script|<\/title><b>/);
		expect(picture).not.toContain('\u0001');
		expect(escapeXml('a < b & "c"')).toBe('a &lt; b &amp; &quot;c&quot;');
	});

	it('has the colours of the light theme', () => {
		const css = readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8');
		for (const [name, colour] of Object.entries(PALETTE))
			expect(css, name).toContain(`--${name}: light-dark(${colour},`);
	});

	it.each([
		['a few words', 20, 2, ['a few words']],
		['one two three four', 9, 2, ['one two', 'three…']],
		['unbreakablyLongWord', 8, 1, ['unbreak…']]
	])('breaks “%s” into lines of at most %i letters', (text, letters, most, expected) => {
		const lines = wrap(text, letters, most);
		expect(lines).toEqual(expected);
		for (const line of lines) expect(line.length).toBeLessThanOrEqual(letters);
	});
});

describe('the lineup in small', () => {
	it('is left out where a screen holds the lineup anyway', () => {
		expect(lineupMap(index, {}, ['01-brigade'])).toBeNull();
	});

	it('has a run wherever the lineup has a sign', () => {
		const accounts = Array.from({ length: 12 }, (_, at) => index.comparison.accounts[at]?.id ?? `none-${at}`);
		const map = lineupMap(index, {}, accounts);
		const view = lineup(index, { columns: 'accounts' });
		const covered = map!.groups.flatMap((group) =>
			group.rows.map(({ line, runs }) => [line, runs.reduce((sum, run) => sum + run.length, 0)])
		);
		const signs = view.groups.flatMap((group) => group.rows.map((row) => [row.id, row.cells.length]));
		expect(covered).toEqual(signs);
	});
});

describe('the values of a line in small', () => {
	const row = (low?: number, high?: number) => ({
		claim: `${low}-${high}`,
		name: 'a',
		text: `${low} to ${high}`,
		tone: 'none' as const,
		...(low === undefined ? {} : { low }),
		...(high === undefined ? {} : { high })
	});

	it('are left out where all give the same', () => {
		expect(valueStrip({ kind: 'number', rows: [row(3, 3), row(3, 3)] })).toBeNull();
	});

	it('are left out where every claim gives the same two', () => {
		const both = ['a', 'b'].flatMap((claim) => [
			{ ...row(4, 4), claim },
			{ ...row(7, 7), claim }
		]);
		expect(valueStrip({ kind: 'number', rows: both })).toBeNull();
	});

	it('say the least and the most at their ends', () => {
		expect(valueStrip({ kind: 'number', rows: [row(28), row(1200, 1200)] })!.ends).toEqual(['28', '1,200']);
		expect(valueStrip({ kind: 'number', rows: [row(1 / 3, 1 / 3), row(2, 2)] })!.ends).toEqual(['0.33', '2']);
		const about = { ...row(108, 132), text: 'about 120' };
		expect(valueStrip({ kind: 'number', rows: [about, row(200, 200)] })!.ends).toEqual(['120', '200']);
		const day = (date: string) => Date.parse(`${date}T00:00Z`);
		const days = [row(day('2026-03-14'), day('2026-03-15')), row(day('2026-03-18'), day('2026-03-19'))];
		expect(valueStrip({ kind: 'date', rows: days })!.ends).toEqual(['14 Mar', '18 Mar']);
	});

	it('run to the edge where a bound is open', () => {
		const strip = valueStrip({ kind: 'number', rows: [row(28), row(31, 31), row(undefined, 30)] });
		const open = strip!.marks.filter((mark) => mark.openLow || mark.openHigh);
		expect(open.map(({ x0, x1 }) => [x0 === 0, x1 === 100]).sort()).toEqual([
			[false, true],
			[true, false]
		]);
	});

	it('keep their order on the scale', () => {
		const strip = valueStrip({ kind: 'number', rows: [row(5, 5), row(1, 1), row(9, 9)] });
		expect(strip!.marks.map((mark) => mark.x0)).toEqual(
			[...strip!.marks.map((mark) => mark.x0)].sort((a, b) => a - b)
		);
	});
});

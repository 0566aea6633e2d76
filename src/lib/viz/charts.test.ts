import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inventedComparison, inventedEvent } from '../../../tests/support/invented-event.ts';
import { indexComparison } from './comparison-index.ts';
import { glyphOf, waysOf } from './glyph.ts';
import { lineDetail } from './line-detail.ts';
import { miniature } from './miniature.ts';
import { summarise } from './summary.ts';
import { readMoment } from './moments.ts';
import { shortScale, valueChart, type ValueSet } from './values.ts';

const index = indexComparison(inventedComparison);
const accounts = new Map(inventedEvent.accounts.map((account) => [account.id, account]));
const SIZE = { width: 340, left: 90 };

function valuesOf(line: string): ValueSet {
	const found = lineDetail(index.lines.get(line)!, index, accounts, {}).values;
	if (!found) throw new Error(`no values on ${line}`);
	return found;
}

describe('the glyph of a claim', () => {
	it.each([
		['own', 'stated', 'own'],
		['named', 'stated', 'named'],
		['unnamed', 'stated', 'unnamed'],
		['unnamed', 'hedged', 'hedged'],
		['own', 'hedged', 'hedged'],
		['named', 'denied', 'denied']
	] as const)('for %s and %s is %s', (voice, certainty, glyph) => {
		expect(glyphOf({ voice, certainty })).toBe(glyph);
	});

	it('leaves nothing out when all ways are listed', () => {
		expect(waysOf({ voice: 'unnamed', certainty: 'denied' })).toEqual(['denied', 'unnamed']);
	});
});

describe('the values of a line', () => {
	const chart = valueChart(valuesOf('hurt'), SIZE);
	const at = (text: string) => chart.shapes.find((shape) => shape.row.text === text)!;

	it('draws a bound that is open to the edge, and a single value as a dot', () => {
		expect(at('more than 40')).toMatchObject({ openHigh: true, openLow: false, x1: chart.right });
		expect(at('fewer than 30')).toMatchObject({ openLow: true, openHigh: false, x0: chart.left });
		expect(at('31').x0).toBe(at('31').x1);
	});

	it('stands smaller values left of larger ones', () => {
		expect(at('fewer than 30').x1).toBeLessThan(at('31').x0);
		expect(at('31').x0).toBeLessThan(at('more than 40').x0);
	});

	it('puts times on a time scale, labelled by the hour where they are close', () => {
		const times = valueChart(valuesOf('fell'), SIZE);
		expect(times.ticks.length).toBeGreaterThan(1);
		for (const tick of times.ticks) expect(tick.label).toMatch(/^\d\d:\d\d$/);
	});

	it('labels whole days by the day, however few they are', () => {
		const day = (from: string): ValueSet['rows'][number] => {
			const low = Date.parse(from);
			return { claim: from, name: from, text: from, tone: 'none', low, high: low + 86_400_000 };
		};
		const days: ValueSet = { kind: 'date', rows: [day('2026-06-17'), day('2026-06-18')] };
		expect(shortScale(days)).toEqual(['17 Jun', '18 Jun']);
		const labels = valueChart(days, SIZE).ticks.map(({ label }) => label);
		expect(labels).toEqual([...new Set(labels)]);
		for (const label of labels) expect(label).toMatch(/^\d\d? Jun$/);
	});

	it('are not drawn where fewer than two claims give one', () => {
		expect(lineDetail(index.lines.get('alarm')!, index, accounts, {}).values).toBeNull();
	});

	it('stay inside the drawing, whatever they are', () => {
		const bound = fc.option(fc.integer({ min: -1e9, max: 1e9 }), { nil: undefined });
		fc.assert(
			fc.property(fc.array(fc.tuple(bound, bound), { minLength: 1, maxLength: 8 }), (pairs) => {
				const rows = pairs.map(([a, b], claim) => {
					const [low, high] = a !== undefined && b !== undefined ? [Math.min(a, b), Math.max(a, b)] : [a, b];
					return { claim: String(claim), name: 'x', text: 'x', tone: 'none' as const, low, high };
				});
				const drawn = valueChart({ kind: 'number', rows }, SIZE);
				for (const { x0, x1, y } of drawn.shapes) {
					expect(x0).toBeGreaterThanOrEqual(drawn.left);
					expect(x1).toBeLessThanOrEqual(drawn.right);
					expect(x0).toBeLessThanOrEqual(x1);
					expect(y).toBeLessThan(drawn.plot);
				}
			})
		);
	});

	it('read a local time as it is written, on any machine', () => {
		expect(readMoment('2026-03-14T06:40')).toBe(Date.UTC(2026, 2, 14, 6, 40));
		expect(readMoment('soon')).toBeNull();
	});
});

describe('the miniature', () => {
	it('has a dot for each line and account, in the colours of the lineup', () => {
		const drawn = miniature(inventedComparison);
		expect(drawn.dots).toHaveLength(36);
		expect(drawn.dots.slice(0, 6).map((dot) => dot.tone)).toEqual(['none', 'none', 1, 2, 1, 3]);
	});

	it('is cut after the lines it has room for', () => {
		expect(miniature(inventedComparison, 2)).toMatchObject({ lines: 2, height: 20 });
	});
});

describe('the summary of an event', () => {
	it('counts accounts, lines, disputes and independent origins', () => {
		expect(summarise({ ...inventedEvent, comparison: inventedComparison })).toMatchObject({
			accounts: 6,
			lines: 6,
			disputed: 3,
			first: '2026-03-14T07:55',
			last: '2026-03-14T15:10'
		});
	});

	it('says that lines are not known before the comparison is made', () => {
		expect(summarise({ ...inventedEvent, comparison: null })).toMatchObject({
			accounts: 6,
			lines: null,
			origins: null
		});
	});
});

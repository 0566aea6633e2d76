import { describe, expect, it } from 'vitest';
import type { Value } from '#lib/model/index.ts';
import { shortForms } from './short-form.ts';

const value = (kind: Value['kind'], text: string, more: Partial<Value>): Value => ({
	kind,
	start: 0,
	end: text.length,
	text,
	...more
});
const at = (from: string, to = from) => ({ from, to });

const CASES: [string, Value['kind'], Partial<Value>, string | undefined][] = [
	['ten past six on Friday morning', 'date', at('2031-05-02T06:10'), '06:10'],
	[
		'sometime before nine on Friday morning',
		'date',
		at('2031-05-02T00:00', '2031-05-02T09:00'),
		'before 09:00'
	],
	['any time after noon on that Friday', 'date', at('2031-05-02T12:00', '2031-05-02T23:59'), 'after 12:00'],
	['the Friday after the spring holidays', 'date', at('2031-05-02'), '2 May'],
	['in the course of the same month', 'date', at('2031-05-01', '2031-05-31'), 'May 2031'],
	['in the course of the following year', 'date', at('2032-01-01', '2032-12-31'), '2032'],
	['two hundred and fifty-five', 'number', { low: 255, high: 255, unit: 'kiln' }, '255'],
	['more than two hundred and fifty', 'number', { low: 250 }, 'over 250'],
	['no fewer than two hundred and fifty', 'number', { low: 250 }, 'at least 250'],
	['two hundred and fifty or more', 'number', { low: 250 }, 'at least 250'],
	['fewer than two hundred and fifty', 'number', { high: 250 }, 'under 250'],
	['no more than two hundred and fifty', 'number', { high: 250 }, 'at most 250'],
	['between sixty-five and seventy-five', 'number', { low: 65, high: 75 }, '65–75'],
	['between ninety and one hundred and ten', 'number', { low: 90, high: 110 }, '90–110'],
	['approximately one hundred and twenty', 'number', { low: 108, high: 132 }, 'about 120'],
	['something close to one hundred and twenty', 'number', { low: 108, high: 132 }, 'about 120'],
	['not quite one hundred and twenty', 'number', { low: 108, high: 120 }, 'nearly 120'],
	['slightly more than one hundred and twenty', 'number', { low: 120, high: 132 }, 'just over 120'],
	['one million two hundred thousand', 'number', { low: 1_200_000, high: 1_200_000 }, '1.2M'],
	['1,234,567 counted by hand', 'number', { low: 1_234_567, high: 1_234_567 }, '1,234,567'],
	['one million two hundred thousand dollars', 'money', { low: 1.2e6, high: 1.2e6, unit: 'USD' }, '$1.2M'],
	[
		'nine hundred and fifty thousand francs',
		'money',
		{ low: 950_000, high: 950_000, unit: 'CHF' },
		'950,000 CHF'
	],
	['forty-eight per cent of the kilns', 'percent', { low: 48, high: 48, unit: '%' }, '48%'],
	['a single percentage point at most', 'percent', { high: 1, unit: 'point' }, 'at most 1 point'],
	[
		'between two and three and a half hours',
		'duration',
		{ low: 7200, high: 12_600, unit: 'second' },
		'2–3.5 h'
	],
	['altogether some thirty-six hours', 'duration', { low: 129_600, high: 129_600, unit: 'second' }, '36 h'],
	['one single day from dawn to dawn', 'duration', { low: 86_400, high: 86_400, unit: 'second' }, '1 day']
];

describe('a value in as few signs as it can be said', () => {
	it.each(CASES)('says “%s”', (text, kind, more, short) => {
		expect(shortForms(value(kind, text, more))[0]).toBe(short);
	});

	it.each([
		['about eight on Friday morning', 'date', at('2031-05-02T07:45', '2031-05-02T08:15')],
		['early in the second week of May', 'date', at('2031-05-05', '2031-05-08')],
		['several hundreds of thousands', 'number', { low: 200_000 }],
		['one third of all that had been fired', 'number', { low: 1 / 3, high: 1 / 3 }],
		['their one hundred and twentieth', 'number', { low: 120, high: 120, unit: 'round in order' }],
		['the Pottery Museum of Dunmere', 'place', {}]
	] as const)('says nothing of “%s” that nobody said', (text, kind, more) => {
		expect(shortForms(value(kind, text, more))).toEqual([]);
	});

	it('has the day for where the time alone does not tell apart', () => {
		expect(shortForms(value('date', 'ten past six', at('2031-05-02T06:10')))).toEqual([
			'06:10',
			'2 May, 06:10'
		]);
	});
});

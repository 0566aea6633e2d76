import { describe, expect, it } from 'vitest';
import { count, formatRange, formatWhen, listNames, shortMoments } from './format.ts';

describe('dates', () => {
	it.each([
		['2026-03-14T11:20', '14 March 2026, 11:20'],
		['2026-03-14T11:20:00+09:00', '14 March 2026, 11:20'],
		['2026-03-04', '4 March 2026'],
		['some day in May', 'some day in May']
	])('show %s as it was written: %s', (iso, shown) => {
		expect(formatWhen(iso)).toBe(shown);
	});

	it.each([
		['2026-03-14T07:55', '2026-03-14T15:10', '14 March 2026, 07:55 to 15:10'],
		['2018-08-13', '2018-08-15', '13 to 15 August 2018'],
		['2018-07-13', '2018-08-15', '13 July to 15 August 2018'],
		['2017-12-30', '2018-01-02', '30 December 2017 to 2 January 2018'],
		['2018-08-13', '2018-08-13', '13 August 2018']
	])('from %s to %s are written %s', (first, last, shown) => {
		expect(formatRange(first, last)).toBe(shown);
	});

	it('of one day are told apart by the time, others by the day', () => {
		expect(shortMoments(['2026-03-14T07:55', '2026-03-14T15:10'])('2026-03-14T07:55')).toBe('07:55');
		expect(shortMoments(['2026-03-14T07:55', '2026-03-15'])('2026-03-14T07:55')).toBe('14 Mar');
	});
});

describe('lists and counts', () => {
	it.each([
		[[], ''],
		[['a'], 'a'],
		[['a', 'b'], 'a and b'],
		[['a', 'b', 'c', 'd'], 'a, b, c and d'],
		[['a', 'b', 'c', 'd', 'e'], 'a, b, c and 2 more']
	])('name %j as “%s”', (names, shown) => {
		expect(listNames(names)).toBe(shown);
	});

	it('say one account and two accounts', () => {
		expect([count(1, 'account'), count(2, 'account')]).toEqual(['1 account', '2 accounts']);
	});
});

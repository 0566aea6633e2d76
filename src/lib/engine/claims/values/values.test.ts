import { describe, expect, it } from 'vitest';
import { lexicon } from '../../../../../tests/support/lexicon.ts';
import { createSyntax } from '../../syntax/index.ts';
import { readDay, readValues } from './index.ts';

const syntax = createSyntax(lexicon);

function valuesIn(text: string) {
	const tokens = syntax.parse(text, 0, text.length);
	return readValues(text, 0, text.length, tokens, { published: null, last: null }).map(
		({ kind, low, high, unit }) => ({ kind, low, high, unit })
	);
}

describe('reading what a sentence counts and measures', () => {
	it.each([
		['At least 28 people were hurt in the crash.', 'number', 28, undefined, 'person'],
		['More than a dozen boats sank in the storm.', 'number', 12, undefined, 'boat'],
		['Between 10 and 15 boats sank in the storm.', 'number', 10, 15, 'boat'],
		['Up to 40 boats sank in the storm.', 'number', undefined, 40, 'boat'],
		['The storm left 1,200 homes without power.', 'number', 1200, 1200, 'home'],
		['The repairs cost $150 billion in all.', 'money', 150e9, 150e9, 'USD'],
		['The repairs cost 3.5 million euros.', 'money', 3.5e6, 3.5e6, 'EUR'],
		['The mill paid a $10-million fine.', 'money', 1e7, 1e7, 'USD'],
		['The mill owes $38 bn.', 'money', 3.8e10, 3.8e10, 'USD'],
		['The trial took 2 1/2 weeks.', 'duration', 1_512_000, 1_512_000, 'second'],
		['The trial took two and a half weeks.', 'duration', 1_512_000, 1_512_000, 'second'],
		['The trial lasted a week.', 'duration', 604_800, 604_800, 'second'],
		['The repairs cost 900 won.', 'money', 900, 900, 'KRW'],
		['The party won 50 seats in the town.', 'number', 50, 50, 'seat'],
		['Prices rose by 4.2 percent in the town.', 'percent', 4.2, 4.2, '%'],
		['Turnout rose by three percentage points.', 'percent', 3, 3, 'point'],
		['Ana Lopez, 34, was arrested in the town.', 'number', 34, 34, 'age'],
		['The 12-year-old boy was found in the park.', 'number', 12, 12, 'age'],
		['The search lasted six hours.', 'duration', 21600, 21600, 'second']
	])('%s', (text, kind, low, high, unit) => {
		expect(valuesIn(text)).toEqual([{ kind, low, high, unit }]);
	});

	it('takes nearly half for a share just under a half', () => {
		const [value] = valuesIn('Nearly half of the boats sank in the storm.');
		expect(value!.low).toBeLessThan(0.5);
		expect(value!.high).toBe(0.5);
	});

	it('never counts by a year', () => {
		expect(valuesIn('The bridge was closed in 2019.').filter(({ kind }) => kind === 'number')).toEqual([]);
	});

	it('counts nothing where a number is part of a name', () => {
		expect(valuesIn('A line 4 tram struck the rear of a line 7 tram.')).toEqual([]);
		expect(valuesIn('The bus 19 passengers took was full.')).toEqual([
			{ kind: 'number', low: 19, high: 19, unit: 'passenger' }
		]);
	});

	it.each([
		['The dam leaked in May 2019.', '2019-05-01', '2019-05-31'],
		['The dam leaked in June of 2019.', '2019-06-01', '2019-06-30'],
		['The dam will be shut until June 3.', '2026-06-03', '2026-06-03'],
		['The dam leaked in March.', '2026-03-01', '2026-03-31']
	])('reads a month with the day or the year behind it: %s', (text, from, to) => {
		const dates = readValues(text, 0, text.length, syntax.parse(text, 0, text.length), {
			published: readDay('2026-05-20'),
			last: null
		});
		expect(dates.map((date) => [date.from, date.to])).toEqual([[from, to]]);
	});

	it('puts an hour without a day on the day before, where an account was printed earlier in the day', () => {
		const text = 'The fire started at 21:40 and was out by 23:00.';
		const read = (hour: string) =>
			readValues(text, 0, text.length, syntax.parse(text, 0, text.length), {
				published: readDay('2026-05-20'),
				last: null,
				hour
			})[0]!.from;
		expect(read('23:30')).toBe('2026-05-20T21:40');
		expect(read('01:30')).toBe('2026-05-19T21:40');
	});
});

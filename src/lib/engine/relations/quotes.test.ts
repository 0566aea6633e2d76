import { describe, expect, it } from 'vitest';
import { told } from '../../../../tests/support/extractions.ts';
import { gistsOf } from '../lines/index.ts';
import { compareQuotes } from './quotes.ts';

const FULL = 'We have closed the swing bridge and we will open it when the new motor is in';

function compare(one: string, other: string, holders = ['Ines Carvoy', 'Ines Carvoy']) {
	const made = [one, other].map((text, at) =>
		told(`account-${at}`, [{ text, quote: 'direct', voice: 'named', holder: holders[at]! }], {
			name: ['Valen Courier', 'Morvane Post'][at]!
		})
	);
	const [a, b] = gistsOf(made);
	return { found: compareQuotes(a!, b!), back: compareQuotes(b!, a!) };
}

describe('comparing quotations', () => {
	it.each([
		[
			'words put for others',
			'We shut the swing bridge and we will open it when the motor is in',
			'not with the same words'
		],
		[
			'words left out of the middle',
			'We have closed the swing bridge when the new motor is in',
			'leaves out words'
		]
	])('tells of %s, from either side', (_, used, how) => {
		const { found, back } = compare(FULL, used);
		expect(found?.code).toBe('quote');
		expect(found?.text).toContain(how);
		expect(back?.evidence.map(({ claim }) => claim)).toEqual(
			found?.evidence.map(({ claim }) => claim).reverse()
		);
	});

	it.each([
		['the same words', FULL],
		['the same words in other letters', FULL.toUpperCase()],
		['a quotation that ends earlier', 'We have closed the swing bridge and we will open it'],
		['another sentence', 'Nobody told us that the ferry would be so late again today']
	])('says nothing of %s', (_, used) => {
		expect(compare(FULL, used).found).toBeNull();
	});

	it('does not take two speakers for one on a few common words', () => {
		const holders = ['Ines Carvoy', 'Oda Renn'];
		expect(compare('We will open it when we can', 'We will open it if we can', holders).found).toBeNull();
	});
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SOURCE_KINDS, VOICES } from '#lib/model/index.ts';
import { addressOf, readFilters, readSelection } from './event-address.ts';

const id = fc.string({
	unit: fc.constantFrom('a', '7', '-', ' ', '&', 'é', '@'),
	minLength: 1,
	maxLength: 12
});
const state = fc.record(
	{
		view: fc.constantFrom('lineup' as const, 'accounts' as const),
		columns: fc.constantFrom('accounts' as const, 'holders' as const),
		disputed: fc.boolean(),
		unfolded: fc.boolean(),
		voice: fc.constantFrom(...VOICES),
		kind: fc.constantFrom(...SOURCE_KINDS),
		conflict: id,
		silent: id,
		easy: fc.boolean(),
		from: fc.integer({ min: 2, max: 9999 }),
		line: id,
		column: id,
		account: id,
		claim: id
	},
	{ requiredKeys: ['view', 'columns', 'disputed', 'easy', 'unfolded', 'line'] }
);

describe('the address of an event’s page', () => {
	it('gives back the state it was made from', () => {
		fc.assert(
			fc.property(state, (given) => {
				const params = new URLSearchParams(addressOf(given));
				expect({ ...readFilters(params), ...readSelection(params) }).toEqual(given);
			})
		);
	});

	it('is empty for the plain lineup', () => {
		expect(addressOf(readFilters(new URLSearchParams()))).toBe('?');
	});

	it('reads nonsense as if it was not there', () => {
		const params = new URLSearchParams(
			'view=3d&columns=&only=true&voice=loud&cell=~&lines=&kind=rumour&from=-3&mode=hard'
		);
		expect({ ...readFilters(params), ...readSelection(params) }).toEqual(readFilters(new URLSearchParams()));
	});
});

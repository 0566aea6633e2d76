import { describe, expect, it } from 'vitest';
import { claimsOf, claimWith } from '../../../../../tests/support/read-claims.ts';

describe('how firmly something is put', () => {
	it.each([
		'The ship is thought to be carrying oil.',
		'It appears the pump failed.',
		'It seems that the pump failed.',
		'The strike looks set to go ahead.',
		'Investigators are looking into whether the pump failed.',
		'We have nothing to announce on travel to the north.',
		'Detectives suspect that the fire was started on purpose.',
		'Experts doubt that the pump had failed.',
		'The film was passed around for days, claiming that two bakers had locked the gate.'
	])('is hedged: %s', (body) => {
		expect(claimsOf(body).at(-1)?.certainty).toBe('hedged');
	});

	it.each([
		'Detectives believe that the fire was started on purpose.',
		'The ship carries nothing to eat for the crew.'
	])('is stated: %s', (body) => {
		expect(claimsOf(body).at(-1)?.certainty).not.toBe('hedged');
	});
});

describe('what others say in passing', () => {
	it('is theirs, and the account goes on around it', () => {
		const body = 'The plan, which ministers say will cost £3bn and take ten years, was drawn up in May.';
		expect(claimWith('will cost £3bn', body)?.voice).toBe('own');
		expect(claimsOf(body).map(({ holder, text }) => [holder, text])).toContainEqual([
			'ministers',
			'will cost £3bn and take ten years'
		]);
	});

	it('is whose reports emerged', () => {
		const body = 'Reports emerged on Monday that the king had died.';
		expect(claimWith('the king had died', body)).toMatchObject({
			voice: 'unnamed',
			text: 'the king had died'
		});
	});
});

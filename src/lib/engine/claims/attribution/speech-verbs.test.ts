import { describe, expect, it } from 'vitest';
import { claimsOf, claimWith } from '../../../../../tests/support/read-claims.ts';

describe('verbs that say, deny and call', () => {
	it.each([
		['The police deny using live rounds.', 'using live rounds', 'police', 'denied'],
		['Gary Stolz denies taking any money.', 'taking any money', 'Gary Stolz', 'denied'],
		['Rowan Tulley, of Marsh Lane, denies four counts of fraud.', 'four counts', 'Rowan Tulley', 'denied'],
		[
			'First Minister Ailsa Crane has warned people to stay at home.',
			'stay at home',
			'Ailsa Crane',
			'stated'
		],
		['The judge ruled that the sale was unlawful.', 'the sale was unlawful', 'judge', 'stated'],
		['Ada Kern accepted that the diary was lost.', 'the diary was lost', 'Ada Kern', 'stated'],
		['Mr. Pruitt expressed concern that the pier was old.', 'the pier was old', 'Pruitt', 'hedged']
	])('%s', (body, words, holder, certainty) => {
		expect(claimWith(words, body)).toMatchObject({ holder, certainty });
	});

	it.each([
		'Halvor Foods is recalling 22,000 jars of its puree.',
		'The council accepted the account of the driver without a word.'
	])('leaves to the account what somebody does: %s', (body) => {
		expect(claimsOf(body).at(-1)?.voice).toBe('own');
	});

	it('takes for a denial of a claim that it is dismissed as something', () => {
		const body =
			'Grace Adoyo claimed that forms were altered. Peter Nanjala dismissed the allegation as “noise”.';
		const claims = claimsOf(body);
		expect(claims.at(-1)).toMatchObject({ holder: 'Peter Nanjala', certainty: 'denied' });
		expect(claims.at(-1)?.denies).toBe(claims.at(-2)?.id);
	});

	it('hedges what there are only reports of, and what is only understood', () => {
		expect(
			claimWith('boat is missing', 'There are unconfirmed reports that a boat is missing.')?.certainty
		).toBe('hedged');
		expect(claimWith('serviced', 'It is understood that the machine was serviced in 2016.')?.certainty).toBe(
			'hedged'
		);
	});
});

describe('who stands around a verb of saying', () => {
	it.each([
		[
			'The boy who went missing on Friday has been found alive, Vermont officials announced.',
			'Vermont officials',
			'The boy who went missing on Friday has been found alive'
		],
		[
			'They all came, a little late and on foot, said the head teacher, Ngozi Lind, who let them tell the story.',
			'Ngozi Lind',
			'They all came, a little late and on foot'
		],
		[
			'But the dog’s owner, gran-of-six Pam Ellery, says he trod on its tail.',
			'Pam Ellery',
			'he trod on its tail'
		],
		[
			'Hana Oke, an analyst, said the market had overreacted: the balance sheet was sound, she argued.',
			'Hana Oke',
			'the market had overreacted: the balance sheet was sound'
		]
	])('%s', (body, holder, text) => {
		expect(claimsOf(body).map((claim) => [claim.holder, claim.text])).toContainEqual([holder, text]);
	});

	it('parts what happened to somebody from what who did it claims', () => {
		const body = 'The singer is being sued by her former manager, who claims she cut him out of a tour.';
		expect(claimWith('sued', body)).toMatchObject({
			voice: 'own',
			text: 'The singer is being sued by her former manager'
		});
		expect(claimWith('cut him out', body)?.holder).toBe('her former manager');
	});
});

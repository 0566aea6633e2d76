import { describe, expect, it } from 'vitest';
import type { Account, Edition } from '#lib/model/index.ts';
import { lexicon } from '../../../../tests/support/lexicon.ts';
import { createEngine } from '../index.ts';
import { findNotices, isSameInSubstance } from './index.ts';

const engine = createEngine(lexicon);

const FIRST = `Bridge closed after barge strike

A barge struck the Harrow bridge on Monday morning. Twelve people were hurt, the fire service said.

The bridge is closed to traffic. The mayor visited the site in the afternoon.

Advertisement`;

const CORRECTED = `Bridge closed after barge strike

A barge struck the Harrow bridge on Monday morning! Four people were hurt, the fire service said.

The bridge is closed to traffic. Engineers found a crack in the third pier.

Correction: An earlier version of this article said that twelve people were hurt.`;

function account(id: string, text: string, facts: Partial<Account> = {}): Account {
	return {
		id,
		source: { name: `The ${id} Post`, kind: 'outlet' },
		title: text.split('\n')[0]!,
		text,
		publishedAt: '2031-05-12T09:00:00Z',
		rendering: 'verbatim',
		truncated: false,
		sha256: `${id}-${text.length}`,
		...facts
	};
}

const event = { id: 'bridge', title: 'Bridge' };
const earlier = account('harrow', FIRST);
const now = account('harrow', CORRECTED, { editedAt: '2031-05-12T15:00:00Z' });
const edition: Edition = { id: 'harrow@1', account: earlier, until: '2031-05-12T15:10:00.000Z' };
const others = [
	account(
		'radio',
		'Barge hits bridge\n\nTwelve people were hurt when a barge hit the Harrow bridge on Monday.',
		{
			publishedAt: '2031-05-12T10:00:00Z'
		}
	),
	account(
		'evening',
		'Four hurt at bridge\n\nFour people were hurt when a barge hit the Harrow bridge on Monday.',
		{
			publishedAt: '2031-05-12T18:00:00Z'
		}
	)
];
const compared = engine.compare(event, [now, ...others], { editions: [edition] });
const [step] = compared.editions ?? [];
const change = (kind: string) => step!.changes.filter((one) => one.kind === kind);

describe('a newer edition of an account', () => {
	it('alters, drops and adds claims, each with the words of its edition', () => {
		expect(change('altered')).toMatchObject([
			{ before: { text: 'Twelve people were hurt' }, after: { text: 'Four people were hurt' } }
		]);
		expect(change('removed').map(({ before }) => before!.text)).toEqual([
			'The mayor visited the site in the afternoon'
		]);
		expect(change('added').map(({ after }) => after!.text)).toEqual([
			'Engineers found a crack in the third pier'
		]);
		for (const { before, after } of step!.changes) {
			if (before) expect(FIRST.slice(before.start, before.end)).toBe(before.text);
			if (after) expect(CORRECTED.slice(after.start, after.end)).toBe(after.text);
		}
	});

	it('names who still says what it no longer does, and not who says the new', () => {
		const still = change('altered')[0]!.still ?? [];
		const accounts = still.map((id) => compared.claims.find((claim) => claim.id === id)!.account);
		expect(new Set(accounts)).toEqual(new Set(['radio']));
	});

	it('dates what it brought by the edition, and the rest by the account', () => {
		const since = Object.fromEntries(
			compared.claims.filter((one) => one.account === 'harrow').map((one) => [one.text, one.since])
		);
		expect(since['Four people were hurt']).toBe(now.editedAt);
		expect(since['Engineers found a crack in the third pier']).toBe(now.editedAt);
		expect(since['The bridge is closed to traffic']).toBeUndefined();
	});

	it('leaves the comparison as it was where there are no editions', () => {
		const plain = engine.compare(event, [now, ...others]);
		expect(plain).not.toHaveProperty('editions');
		expect(plain.claims.some((one) => one.since !== undefined)).toBe(false);
		expect(engine.compare(event, [now, ...others], { editions: [] })).toEqual(plain);
	});
});

describe('an account of the same words', () => {
	it.each([
		['a comma', FIRST.replace('morning. Twelve', 'morning, . Twelve')],
		['other quotation marks and spaces', FIRST.replace(/\n\n/g, '\n').replaceAll(' the ', '  the ')],
		['what belongs to the page', FIRST.replace('Advertisement', 'Share this on Facebook')]
	])('is no new edition for %s', (_what, text) => {
		expect(isSameInSubstance({ text: FIRST, title: earlier.title }, { text, title: earlier.title })).toBe(
			true
		);
	});

	it('is one for a figure', () => {
		const text = FIRST.replace('Twelve', 'Thirteen');
		expect(isSameInSubstance(earlier, { text, title: earlier.title })).toBe(false);
	});
});

describe('a notice of a change', () => {
	it.each([
		['correction', 'Correction: The bridge was built in 1921, not in 1931.'],
		['correction', 'CORRECTION (May 13): The name of the barge has been put right.'],
		['correction', 'An earlier version of this article said that twelve people were hurt.'],
		['correction', 'This story was amended on 13 May 2031 to put the number right.'],
		['correction', 'This story corrects the spelling of the captain’s name.'],
		['clarification', 'Clarification: the bridge is closed to lorries only.'],
		['clarification', 'This article has been clarified to say who owns the barge.'],
		['update', 'UPDATE, 3 p.m.: The bridge has been opened again to people on foot.'],
		['correction', 'Editor’s note: An earlier version of this story gave another date.']
	])('is recognised as a %s: %s', (kind, text) => {
		const found = findNotices(`Bridge closed\n\nA barge struck it.\n\n${text}`);
		expect(found).toMatchObject([{ kind, text }]);
	});

	it.each([
		'The correction of the river took ten years.',
		'Updated timetables are at the station.',
		'The minister said an earlier version of the bill was better.',
		'Corrections officers were called in: the prison stood empty.'
	])('is not seen in what the account reports: %s', (text) => {
		expect(findNotices(text)).toEqual([]);
	});
});

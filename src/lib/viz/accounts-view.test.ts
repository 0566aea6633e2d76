import { describe, expect, it } from 'vitest';
import type { Claim } from '#lib/model/index.ts';
import { inventedComparison, inventedEvent } from '../../../tests/support/invented-event.ts';
import { indexComparison } from './comparison-index.ts';
import { headlineAgainstBody } from './headline-body.ts';
import { voiceBar, voiceProfiles } from './voice-profile.ts';

const ids = inventedComparison.accounts.map((account) => account.id);

describe('how accounts speak', () => {
	const profiles = voiceProfiles(indexComparison(inventedComparison), ids);

	it('counts every claim of an account once', () => {
		expect(profiles.map((profile) => profile.account)).toEqual(ids);
		for (const { account, claims, voices } of profiles) {
			expect(claims).toBe(inventedComparison.claims.filter((claim) => claim.account === account).length);
			expect(voices.own + voices.named + voices.unnamed).toBe(claims);
		}
	});

	it('fills the whole bar, and none of it for an account without claims', () => {
		for (const profile of profiles) {
			const width = voiceBar(profile).reduce((sum, part) => sum + part.width, 0);
			expect(width).toBeCloseTo(profile.claims === 0 ? 0 : 100, 6);
		}
		const empty = { ...profiles[0]!, claims: 0, voices: { own: 0, named: 0, unnamed: 0 } };
		expect(voiceBar(empty).every((part) => part.width === 0)).toBe(true);
	});
});

describe('a headline against its text', () => {
	const account = {
		...inventedEvent.accounts[2]!,
		title: 'Bridge closed for a year',
		text: 'Bridge closed for a year\n\nThe bridge may be closed for a year. The mayor said it would close for a month.'
	};
	const said = (words: string, more: Partial<Claim> = {}): Claim => ({
		id: words,
		account: account.id,
		start: account.text.indexOf(words),
		end: account.text.indexOf(words) + words.length,
		text: words,
		voice: 'own',
		certainty: 'stated',
		attribution: [],
		holder: account.source.name,
		values: [],
		...more
	});
	const title = said('Bridge closed for a year');

	function stand(body: Claim[], conflicts = false) {
		const claims = [title, ...body];
		const lines = [
			{
				id: 'closed',
				title: 'The bridge is closed',
				state: 'agreed' as const,
				versions: [{ id: 'v', label: '', claims: claims.map(({ id }) => id) }],
				silent: [],
				unknown: [],
				origins: []
			}
		];
		const relations = conflicts
			? [
					{
						a: title.id,
						b: body[0]!.id,
						kind: 'conflicts' as const,
						reason: { code: 'number', text: '', evidence: [] },
						score: 1
					}
				]
			: [];
		const index = indexComparison({ ...inventedComparison, claims, lines, relations });
		return headlineAgainstBody(account, index).map((claim) => claim.stand);
	}

	it.each([
		[
			'holds back less than a text that hedges',
			[said('The bridge may be closed', { certainty: 'hedged' })],
			'firmer'
		],
		[
			'holds back less than a text that leaves it to a source',
			[said('it would close', { voice: 'named' })],
			'firmer'
		],
		['says what the text says too', [said('close for a month')], 'same'],
		['says what the text does not come back to', [], 'only']
	] as const)('%s', (_, body, expected) => {
		expect(stand([...body])).toEqual([expected]);
	});

	it('conflicts with a text that gives another number', () => {
		expect(stand([said('close for a month')], true)).toEqual(['conflicts']);
	});

	it('is left out where the text does not begin with it', () => {
		const index = indexComparison({ ...inventedComparison, claims: [title] });
		expect(headlineAgainstBody({ ...account, title: 'Another' }, index)).toEqual([]);
	});
});

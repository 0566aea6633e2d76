import { describe, expect, it } from 'vitest';
import type { Account, Claim, Relation } from '#lib/model/index.ts';
import { inventedComparison } from '../../../tests/support/invented-event.ts';
import { indexComparison } from './comparison-index.ts';
import { areSameWords, sameWords, whoSaidItem, type Settled } from './same-words.ts';

const WORDS = 'The sluice was opened at dawn because the lower meadow stood under water';
const NEARLY = 'The sluice was opened at dawn because the whole lower meadow stood under water';

type Said = { account: string; holder: string; words?: string; voice?: Claim['voice'] };

const NOTHING: Settled = { pairs: new Set(), holders: new Map() };

/** A line in which everyone's words are related as one utterance, wherever the holders are not the same. */
function eventOf(...said: Said[]) {
	const claims = said.map(({ account, holder, words = WORDS, voice = 'named' }, at): Claim => ({
		id: `c${at}`,
		account,
		start: 12,
		end: 12 + words.length,
		text: words,
		voice,
		certainty: 'stated',
		attribution: [],
		holder,
		quote: 'direct',
		values: []
	}));
	const relations = claims.flatMap((a, at) =>
		claims
			.slice(at + 1)
			.filter((b) => a.account !== b.account && a.holder !== b.holder)
			.map((b): Relation => ({
				a: a.id,
				b: b.id,
				kind: 'differs',
				reason: {
					code: 'quote',
					text: 'They quote the same words.',
					evidence: [a, b].map(({ id, start, end }) => ({ claim: id, start, end }))
				},
				score: 0.8
			}))
	);
	const accounts = said.map(({ account, holder, words = WORDS }): Account => ({
		id: account,
		source: { name: account, kind: 'outlet' },
		title: '',
		text: `He added. “${' '}${words},” ${holder} said. The meadow is let.`,
		rendering: 'verbatim',
		truncated: false,
		sha256: account
	}));
	const [line] = inventedComparison.lines;
	const index = indexComparison({
		...inventedComparison,
		accounts: accounts.map(({ id, source, title, truncated, sha256 }) => ({
			id,
			source,
			title,
			truncated,
			sha256
		})),
		claims,
		relations,
		lines: [
			{ ...line!, state: 'agreed', versions: [{ id: 'v1', label: '', claims: claims.map(({ id }) => id) }] }
		]
	});
	return { index, accounts, relations };
}

const COURIER = { account: 'Courier', holder: 'Mara Reed' };
const HERALD = { account: 'Herald', holder: 'Jonas Lind' };
const RADIO = { account: 'Radio', holder: 'Jonas Lind', words: NEARLY };

const askedOf = (made: ReturnType<typeof eventOf>, settled: Partial<Settled> = {}) =>
	sameWords(made.index, { ...NOTHING, ...settled }).map(({ claims }) => claims.map(({ id }) => id));

describe('words that stand under several names', () => {
	it('are one question, with the names, the accounts that give them, and the words around', () => {
		const made = eventOf(COURIER, HERALD, RADIO);
		const [question, ...more] = sameWords(made.index, NOTHING);
		expect(more).toEqual([]);
		const item = whoSaidItem(question!, made.index, made.accounts)!;
		expect(item.quote).toBe(WORDS);
		expect(item.names).toEqual([
			{ name: 'Mara Reed', sources: ['Courier'] },
			{ name: 'Jonas Lind', sources: ['Herald', 'Radio'] }
		]);
		expect(item.passages.map(({ source, words, after }) => [source, words, after])).toEqual([
			['Courier', WORDS, ',” Mara Reed said. The meadow is let.'],
			['Herald', WORDS, ',” Jonas Lind said. The meadow is let.'],
			['Radio', NEARLY, ',” Jonas Lind said. The meadow is let.']
		]);
	});

	it.each<[string, Said]>([
		['one holder by a shorter name', { account: 'Herald', holder: 'Reed' }],
		['somebody who is not named', { ...HERALD, voice: 'unnamed' }],
		[
			'words of which the other has half',
			{ ...HERALD, words: `${WORDS}, and nobody asked us whether it was to be opened at all` }
		],
		['few words that anybody may say', { ...HERALD, words: 'The sluice was opened' }]
	])('are no question of %s', (_, other) => {
		const made = eventOf(COURIER, other);
		expect(made.relations.map((relation) => areSameWords(relation, made.index))).toEqual([false]);
		expect(askedOf(made)).toEqual([]);
	});

	it('are settled when a person has said that the accounts differ, also for a third that gives one of the names', () => {
		const pairs = new Set(['c0 c1']);
		expect(askedOf(eventOf(COURIER, HERALD), { pairs })).toEqual([]);
		expect(askedOf(eventOf(COURIER, HERALD, RADIO), { pairs })).toEqual([]);
	});

	it('are asked about again where a third account gives another name', () => {
		const made = eventOf(COURIER, HERALD, { account: 'Radio', holder: 'Ada Mons' });
		expect(askedOf(made, { pairs: new Set(['c0 c1']) })).toEqual([['c0', 'c1', 'c2']]);
	});

	it('are settled when a person has given one name to all, before anything is compared anew', () => {
		const made = eventOf(COURIER, HERALD, RADIO);
		expect(askedOf(made, { holders: new Map([['c1', 'Mara Reed']]) })).toEqual([['c0', 'c2']]);
		expect(
			askedOf(made, {
				holders: new Map([
					['c1', 'Mara Reed'],
					['c2', 'Mara Reed']
				])
			})
		).toEqual([]);
	});

	it('are settled when people have named the holder on both sides', () => {
		const holders = new Map([
			['c0', 'Mara Reed'],
			['c1', 'Jonas Lind']
		]);
		expect(askedOf(eventOf(COURIER, HERALD), { holders })).toEqual([]);
	});

	it('show nothing of an account that is no more', () => {
		const { index } = eventOf(COURIER, HERALD);
		expect(whoSaidItem(sameWords(index, NOTHING)[0]!, index, [])).toBeNull();
	});
});

import { describe, expect, it } from 'vitest';
import { inventedEvent } from '../../../tests/support/invented-event.ts';
import { markWords, searchEvents } from './search.ts';
import { timeWork } from '../../../tests/support/work.ts';

const other = { ...inventedEvent, id: '01J00000000000000000000001', comparison: null, accounts: [] };
const textsOf = (query: string) =>
	searchEvents([other, inventedEvent], query).events.flatMap((event) =>
		event.claims.map((claim) => claim.text.map((piece) => piece.text).join(''))
	);

describe('the search', () => {
	it('finds claims by the beginnings of their words, in any order and case', () => {
		expect(textsOf('FRI canal')).toEqual(['The canal stays shut until Friday']);
	});

	it('can be narrowed to a kind of source, a state of the line, or one event', () => {
		const found = (filters: Parameters<typeof searchEvents>[2]) =>
			searchEvents([inventedEvent], 'crane', filters);
		const all = found({});
		expect(found({ event: 'another' }).total).toBe(0);
		const kinds = (['outlet', 'official', 'agency', 'institution', 'person'] as const).map(
			(kind) => found({ kind }).total
		);
		expect(kinds.reduce((sum, n) => sum + n, 0)).toBe(all.total);
		const states = (['disputed', 'agreed', 'single'] as const).map((state) => found({ state }));
		for (const one of states) expect(one.events.flatMap(({ sources }) => sources)).toEqual([]);
		expect(states.some((one) => one.total > 0)).toBe(true);
	});

	it.each([
		['de', 'Der Kran stürzte auf die Brücke, sagte die Wasserwache.', 'brucke', 'Brücke'],
		['ru', 'Кран упал на мост в пятницу, сообщили спасатели.', 'мост', 'мост'],
		['ar', 'سقطت الرافعة على الجسر يوم الجمعة.', 'الجسر', 'الجسر'],
		['zh', '起重机周五倒在桥上，没有人受伤。', '倒在桥上', '起重机周五倒在桥上']
	])('finds the words of an account without claims, in any script: %s', (language, text, query, marked) => {
		const account = { ...inventedEvent.accounts[0]!, id: 'foreign', text: `Titel\n\n${text}`, language };
		const event = {
			...inventedEvent,
			id: '01J00000000000000000000002',
			accounts: [account],
			comparison: null
		};
		const [source] = searchEvents([event], query).events.flatMap(({ sources }) => sources);
		expect(source?.passage?.map((piece) => piece.text).join('')).toBe(text);
		expect(source?.passage?.some((piece) => marked.includes(piece.text) || language === 'zh')).toBe(true);
	});

	it('finds claims by who holds them', () => {
		expect(textsOf('brandt')).toEqual(['The alarm sounded at once']);
	});

	it('finds sources by name, and marks what was typed', () => {
		const [event] = searchEvents([inventedEvent], 'beac').events;
		expect(event?.sources.map((source) => source.name)).toEqual([
			[
				{ text: 'Daily ', marked: false },
				{ text: 'Beac', marked: true },
				{ text: 'on', marked: false }
			]
		]);
	});

	it('forgives a slip of the finger', () => {
		expect(textsOf('alram sounded')).toContain('the alarm sounded');
	});

	it('keeps to what holds the words themselves, and says so where nothing does', () => {
		const fallen = {
			...inventedEvent,
			id: '01J00000000000000000000002',
			comparison: {
				...inventedEvent.comparison!,
				claims: inventedEvent.comparison!.claims.map((claim) => ({
					...claim,
					text: 'The alram sounded late'
				}))
			}
		};
		const exact = searchEvents([fallen, inventedEvent], 'alarm');
		expect(exact.events.map(({ id }) => id)).toEqual([inventedEvent.id]);
		expect(exact.near).toBe(false);
		expect(searchEvents([inventedEvent], 'alram sounded').near).toBe(true);
	});

	it.each(['', '   ', '?!', '~'])('finds nothing for “%s”', (query) => {
		expect(searchEvents([inventedEvent], query).total).toBe(0);
	});

	it('finds nothing that is nowhere', () => {
		expect(searchEvents([inventedEvent], 'xylophone orchestra').events).toEqual([]);
	});

	it('answers in a moment over 5,000 claims, however long the query', async () => {
		const claims = Array.from({ length: 5000 }, (_, at) => ({
			...inventedEvent.comparison!.claims[at % 20]!,
			id: `c${at}`,
			text: `Claim number ${at} about the crane on the canal and the alarm that sounded`
		}));
		const large = { ...inventedEvent, comparison: { ...inventedEvent.comparison!, claims } };
		searchEvents([large], 'crane');
		const { seconds } = await timeWork(() => {
			searchEvents([large], 'crane canal');
			searchEvents([large], 'a '.repeat(5000));
		});
		expect(seconds).toBeLessThan(1);
	});
});

describe('marked words', () => {
	it('are the text again when joined', () => {
		const text = 'Kraków’s mayor, Zoë; 40% – “more”';
		expect(
			markWords(text, ['zoe', 'kra', '4'])
				.map((piece) => piece.text)
				.join('')
		).toBe(text);
	});

	it('are found under their accents', () => {
		expect(markWords('Zoë said', ['zoe'])[0]).toEqual({ text: 'Zoë', marked: true });
	});
});

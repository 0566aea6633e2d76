import { describe, expect, it } from 'vitest';
import type { Account } from '#lib/model/index.ts';
import { isForeign, sharedFacts } from './index.ts';

const account = (id: string, text: string, language?: string): Account => ({
	id,
	source: { name: id, kind: 'outlet' },
	title: '',
	text,
	...(language ? { language } : {}),
	rendering: 'verbatim',
	truncated: false,
	sha256: ''
});

const GERMAN = account(
	'blatt',
	'Bei einem Straßenbahnunglück in der Mühlgasse sind am 14. März 1.200 Fahrgäste betroffen und 14 verletzt worden, sagte Feuerwehrchefin Ana Ruiz. Die Sprecherin der Halverby Tramways nannte den Schaden: 3,5 Millionen Kronen. „We had no warning at all“, schrieb Ruiz auf Englisch.',
	'de'
);
const POST = account(
	'post',
	'A tram left the rails at Mill Lane on March 14, and 12 passengers were hurt, fire chief Ana Ruiz said. “We had no warning at all,” she wrote. Some 1,200 people were delayed, Halverby Tramways said. The damage is put at 3.5 million crowns.',
	'en'
);
const RADIO = account(
	'radio',
	'Twelve people were hurt, said Ruiz. It was the 14th of March, and five trams stopped.'
);

describe('an account in another language', () => {
	it.each([
		[GERMAN, true],
		[POST, false],
		[RADIO, false],
		[account('site', POST.text, 'de'), false],
		[account('ru', 'Пожар на фабрике потушили в субботу утром, сообщили спасатели города.', 'ru'), true]
	])('is known as such, and English is not, whatever its page says (%#)', (one, isIt) => {
		expect(isForeign(one)).toBe(isIt);
	});

	it('is compared by its names, numbers, dates and quotations', () => {
		const found = sharedFacts(GERMAN, [POST, RADIO]);
		expect(found.map(({ kind, text, accounts }) => [kind, text, accounts.join(' ')])).toEqual([
			['name', 'Ana Ruiz', 'post'],
			['name', 'Ruiz', 'post radio'],
			['name', 'Halverby Tramways', 'post'],
			['number', '1.200', 'post'],
			['number', '14', ''],
			['number', '3,5', 'post'],
			['date', '14. März', 'post radio'],
			['quote', expect.stringContaining('We had no warning at all') as string, 'post']
		]);
	});

	it.each([
		['ar', 'أصيب ١٢ شخصا', '12 people were hurt.'],
		['hi', 'हादसे में १२ लोग घायल हुए', '12 people were hurt.'],
		['ja', '3月14日に12人がけがをした', 'On March 14, 12 people were hurt.'],
		['ru', '14 марта пострадали 12 человек', '12 people were hurt on 14 March.'],
		['fr', 'Le 14 mars, 12 personnes ont été blessées', '12 people were hurt on 14 March.']
	])('may be in any script: %s', (language, text, english) => {
		const found = sharedFacts(account('x', text, language), [account('post', english)]);
		expect(found.find(({ kind }) => kind === 'number')?.accounts).toEqual(['post']);
		for (const { text: words, start } of found) expect(text.slice(start, start + words.length)).toBe(words);
		if (/14/.test(text)) expect(found.find(({ kind }) => kind === 'date')?.accounts).toEqual(['post']);
	});

	it('copes with a text made to be slow', () => {
		for (const unit of ['A ', '1.', '1 ', 'Van de ', '“', '3月', '1\u00a0', '„aaa '])
			expect(sharedFacts(account('x', unit.repeat(20_000), 'de'), [POST])).toBeDefined();
	});
});

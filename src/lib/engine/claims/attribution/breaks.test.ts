import { describe, expect, it } from 'vitest';
import { claimsOf, claimWith } from '../../../../../tests/support/read-claims.ts';

const texts = (body: string) => claimsOf(body).map(({ holder, text }) => [holder, text]);

describe('words that somebody’s name breaks into', () => {
	it.each([
		['The bus, Dolny said, had been slow all day.', 'Dolny', 'The bus, Dolny said, had been slow all day'],
		['The tram, according to Lee, was built in May.', 'Lee', 'The tram, according to Lee, was built in May'],
		[
			'“The bus,” Dolny said, “had been slow all day.”',
			'Dolny',
			'The bus,” Dolny said, “had been slow all day'
		],
		[
			'The minister, two officials said, will go in May.',
			'two officials',
			'The minister, two officials said, will go in May'
		],
		[
			'The council, officials believe, was never told of the leak.',
			'officials',
			'The council, officials believe, was never told of the leak'
		],
		[
			'The company, said Ana Lopez, had no choice but to close the plant.',
			'Ana Lopez',
			'The company, said Ana Lopez, had no choice but to close the plant'
		]
	])('are one statement: %s', (body, holder, text) => {
		expect(texts(body)).toContainEqual([holder, text]);
	});

	it('go on behind where and when they were said', () => {
		expect(
			texts('The crane has been checked, the port said in a note on Monday evening, and the pier is safe.')
		).toContainEqual(['port', 'the pier is safe']);
	});

	it('are nobody’s where a word only describes somebody', () => {
		expect(texts('Vale is a registered nurse and a self-described promoter and cook.')).toContainEqual([
			'Harbour Herald',
			'Vale is a registered nurse and a self-described promoter and cook'
		]);
	});

	it('ends what is quoted before who says it, however they are introduced', () => {
		expect(texts('“They were warned in 2016,” its spokeswoman, Dilnoza Rakhim, said.')).toContainEqual([
			'Dilnoza Rakhim',
			'They were warned in 2016'
		]);
		expect(
			texts('“Our door is open to them,” the ferry’s head of personnel, Greta Holm, said in a statement.')
		).toContainEqual(['Greta Holm', 'Our door is open to them']);
		expect(
			texts(
				'The Dane is understood to want the move, but his agent, Bruno Sala, insisted that nothing was agreed.'
			)
		).toEqual(
			expect.arrayContaining([
				['Harbour Herald', 'The Dane is understood to want the move'],
				['Bruno Sala', 'nothing was agreed']
			])
		);
	});

	it('takes all of what was told, where only its end is quoted', () => {
		expect(
			texts('Nadia Felsted KC told jurors that Tulley had “treated the fund as his own purse”.')
		).toContainEqual(['Nadia Felsted', 'Tulley had “treated the fund as his own purse']);
	});

	it.each([
		['According to his biographer, Ivo Stanek, no such work was ever begun.', 'Ivo Stanek', 'no such work'],
		['Six people died in a blast near the mill, local media report.', 'local media', 'Six people died'],
		['Brannock said price increases accounted for most of the loss.', 'Brannock', 'price increases'],
		[
			'Dr Corvo was pleased. A nurse at the clinic spoke. The environment agency said the hives were safe.',
			'environment agency',
			'the hives were safe'
		],
		[
			'Chief executive Olive Strand blamed “a wet harvest”. She added that the dividend was safe.',
			'Olive Strand',
			'the dividend was safe'
		],
		['DI Colm Reddy spoke at noon. DI Reddy said the man had fled.', 'Colm Reddy', 'the man had fled'],
		[
			'Irina Marten wrote a letter. A nurse, who declined to give her name, said the family came. She recalled that the room was full. Mrs Marten was glad.',
			'nurse',
			'the room was full'
		]
	])('%s is held by %s', (body, holder, words) => {
		expect(claimWith(words, body)?.holder).toBe(holder);
	});

	it('does not deny for a bid that is rejected, but does for a report', () => {
		expect(claimWith('rejected', 'Verano rejected a second bid for the striker.')?.certainty).toBe('stated');
		expect(claimWith('rejected', 'Verano rejected the report.')?.certainty).toBe('denied');
	});

	it.each([
		'Alborg United are believed to be preparing a third offer.',
		'The Dane is understood to want the move.'
	])('hears that something is only believed: %s', (body) => {
		expect(claimsOf(body).at(-1)?.certainty).toBe('hedged');
	});
});

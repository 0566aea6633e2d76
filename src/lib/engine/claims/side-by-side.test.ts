import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../../../tests/support/read-claims.ts';

const texts = (body: string) => claimsOf(body).map(({ holder, text }) => [holder, text]);
const OWN = 'Harbour Herald';

describe('what stands beside somebody’s words', () => {
	it.each([
		[
			'Greyfell employs 90 people and said it would pay for the boats.',
			[
				[OWN, 'Greyfell employs 90 people'],
				['Greyfell', 'it would pay for the boats']
			]
		],
		[
			'Divers have given up the search, saying no one else is missing.',
			[[OWN, 'Divers have given up the search']]
		],
		[
			'Guards left the gate on Monday after the harbour board announced that fares in the port would rise by 4 percent.',
			[
				[OWN, 'Guards left the gate on Monday'],
				['harbour board', 'fares in the port would rise by 4 percent']
			]
		],
		[
			'A sale of the yard was in doubt on Friday after the chairman of Greyfell said that nothing had been paid.',
			[
				[OWN, 'A sale of the yard was in doubt on Friday'],
				['chairman of Greyfell', 'nothing had been paid']
			]
		],
		[
			'The mayor, Ana Lopez, turned down a call for her dismissal from the farmers, who say the town hid a 2019 letter.',
			[['farmers', 'the town hid a 2019 letter']]
		]
	])('is told for itself: %s', (body, expected) => {
		expect(texts(body)).toEqual(expect.arrayContaining(expected));
	});

	it.each([
		[
			'The hearing took two days, clerks said, and ended without a ruling.',
			'clerks',
			'The hearing took two days, clerks said, and ended without a ruling'
		],
		[
			'A tram left the rails in Orlo on Friday, police said, injuring two women.',
			'police',
			'A tram left the rails in Orlo on Friday, police said, injuring two women'
		],
		['The pier was shut, Lopez said, and left the room.', 'Lopez', 'The pier was shut']
	])('goes on where no other subject comes: %s', (body, holder, text) => {
		expect(texts(body)).toContainEqual([holder, text]);
	});

	it.each([
		[
			'Ines Roth, one of the two pilots, was still in hospital on Sunday, her brother said.',
			'her brother',
			'Ines Roth, one of the two pilots, was still in hospital on Sunday'
		],
		[
			'The boat left before anyone had counted the crew, according to four dockers we met.',
			'four dockers',
			'The boat left before anyone had counted the crew'
		],
		[
			'It was the crew that cut the rope, Mr Dolny has always said.',
			'Dolny',
			'It was the crew that cut the rope'
		],
		[
			'Ms Roth said the hearing in Orlo, which she called long, had been asked for by the bank.',
			'Roth',
			'the hearing in Orlo, which she called long, had been asked for by the bank'
		],
		[
			'Dark green water covered the meadow on Sunday after the barge Morning Star hit the lock.',
			OWN,
			'Dark green water covered the meadow on Sunday after the barge Morning Star hit the lock'
		],
		[
			'The town’s building office said the mill met the rules.',
			'town’s building office',
			'the mill met the rules'
		]
	])('is one statement with its subject: %s', (body, holder, text) => {
		expect(texts(body)).toContainEqual([holder, text]);
	});

	it.each([
		[
			'Results of 40 pilots have been held back, the port board confirmed on Monday.',
			'port board',
			'Results of 40 pilots have been held back'
		],
		[
			'The head pilot has been sent home while the ferry is looked at, the firm that runs the line said on Friday.',
			'firm',
			'The head pilot has been sent home while the ferry is looked at'
		],
		[
			'A sailor who says he was made to sign a paper told Quay Radio that he raised it in May.',
			'sailor',
			'he was made to sign a paper'
		],
		[
			'An insurance executive said that the port had been warned.',
			'insurance executive',
			'the port had been warned'
		],
		['The prefecture says messages went out at noon.', 'prefecture', 'messages went out at noon'],
		[
			'Survivors in Orlo say they heard of it from a baker.',
			'Survivors in Orlo',
			'they heard of it from a baker'
		],
		[
			'At least 20 people are missing in Orlo, local councils say, more than the state admits.',
			'local councils',
			'At least 20 people are missing in Orlo'
		],
		[
			'The dyke had not been mended, engineers told this newspaper: the money went into a marina.',
			'engineers',
			'The dyke had not been mended'
		],
		[
			'There was no theft at all, the chairman of the merchants said.',
			'chairman of the merchants',
			'There was no theft at all'
		],
		[
			'The firm, whose boats have lost half their crews since March, said it would hire again.',
			'firm',
			'it would hire again'
		],
		[
			'According to a report by the port board released Thursday, the pilot had not slept for 19 hours.',
			'report',
			'the pilot had not slept for 19 hours'
		],
		[
			'While the mayor insists the water is safe to drink, tests ordered by residents found lead in it.',
			'mayor',
			'the water is safe to drink'
		],
		[
			'Two people familiar with the sale said the bank had offered more.',
			'Two people',
			'the bank had offered more'
		],
		[
			'The airline denied that the jet was old, and said that its crew had followed all procedures.',
			'airline',
			'its crew had followed all procedures'
		],
		['The governor told lawmakers that inflation had peaked.', 'governor', 'inflation had peaked'],
		[
			'She told the inquiry she had raised the alarm in 2016, “but nobody wanted to know”.',
			'She',
			'nobody wanted to know'
		],
		[
			'The rebels say they hold the port, a claim that the army denies.',
			'army',
			'a claim that the army denies'
		],
		[
			'The hall fell after the school announced that the roof was old, police said.',
			'police',
			'The hall fell'
		]
	])('is whose it is: %s', (body, holder, text) => {
		expect(texts(body)).toContainEqual([holder, text]);
	});

	it('takes what could not be done for what was not', () => {
		const claims = claimsOf('The jury could not reach a verdict on the second charge.');
		expect(claims.map(({ certainty }) => certainty)).toEqual(['denied']);
	});

	it.each([
		[
			'One of the guests hurt in Friday’s fire at the inn has died in hospital, police said on Sunday.',
			'police',
			'One of the guests hurt in Friday’s fire at the inn has died in hospital'
		],
		['Mayor quits on live radio.', OWN, 'Mayor quits on live radio'],
		[
			'Captain Ida Sorel announced her departure in a letter read out on Sunday, saying she was tired.',
			'Ida Sorel',
			'Captain Ida Sorel announced her departure in a letter read out on Sunday'
		]
	])('keeps its main verb: %s', (body, holder, text) => {
		expect(texts(body)).toContainEqual([holder, text]);
	});

	it('leaves what somebody was told or asked to do with whoever says so', () => {
		expect(
			texts('The skipper told the crew to go on fishing after the bell had rung, two sailors said.')
		).toEqual([['two sailors', 'The skipper told the crew to go on fishing after the bell had rung']]);
		expect(texts('Ana Lopez said she had asked the guards to step in because nobody listened.')).toEqual([
			['Ana Lopez', 'she had asked the guards to step in because nobody listened']
		]);
		expect(
			texts('Ana Lopez said drivers had complained about the ramp for months. “They wrote twice,” she said.')
		).toEqual([
			['Ana Lopez', 'drivers had complained about the ramp for months'],
			['Ana Lopez', 'They wrote twice']
		]);
	});
});

describe('a name that opens a sentence', () => {
	it('is known by where else it stands', () => {
		const claims = claimsOf(
			'Pricewell has paid nothing. A crane of Pricewell fell. Pricewell says the rope was new.'
		);
		expect(claims.find(({ text }) => text === 'the rope was new')?.attribution).toMatchObject([
			{ name: 'Pricewell', named: true }
		]);
	});

	it('is none where the text has the word in small letters too', () => {
		const claims = claimsOf(
			'Readers like the Harbour Readers club. Some readers left. Readers say the evening was dull.'
		);
		expect(claims.find(({ text }) => text === 'the evening was dull')?.attribution).toMatchObject([
			{ named: false }
		]);
	});
});

import { describe, expect, it } from 'vitest';
import { chainOf, claimsOf, claimWith } from '../../../../../tests/support/read-claims.ts';

const holderOf = (...of: Parameters<typeof claimWith>) => claimWith(...of)?.holder;

describe('where what somebody says begins and ends', () => {
	it('passes what was told on through whoever is quoted for it', () => {
		const body =
			'Lee told the board on Thursday that the pier was shut, according to Jo Reed, who was there.';
		expect(chainOf('the pier was shut', body)).toEqual(['Jo Reed', 'Lee']);
		expect(claimWith('who was there', body)).toBeUndefined();
	});

	it.each(['"', '“'])('ends a quotation before who said it: %s', (mark) => {
		const body = `${mark}Nobody told us anything,${mark === '“' ? '”' : mark} one of them, Pia Lund, said.`;
		expect(claimWith('Nobody told', body)).toMatchObject({
			text: 'Nobody told us anything',
			holder: 'Pia Lund'
		});
	});

	it('keeps what is said before “adding that, according to” from whom that names', () => {
		const body =
			'The mayor said that two boats sank, adding that, according to the coast guard, three are missing.';
		expect(chainOf('two boats sank', body)).toEqual(['mayor']);
		expect(chainOf('three are missing', body)).toEqual(['mayor', 'coast guard']);
	});

	it('gives what is said beside somebody else’s words to one of them only', () => {
		const body = 'The harbour was shut, Kern said, while the coast guard said it had never closed.';
		expect(chainOf('it had never closed', body)).toEqual(['coast guard']);
	});

	it('gives the second half of what is said, behind “but added”, to the one who says it', () => {
		const body =
			'Kern said engineers had yet to find out whether the pumps were “working,” but added that they could be harmful “if they got wet.”';
		expect(chainOf('they could be harmful', body)).toEqual(['Kern']);
	});

	it('takes both of what is said with “that” and “and that”', () => {
		const body =
			'The haulier, Brindle Freight, said the driver had been on the road for less than four hours and that the brakes had been tested in March.';
		expect(chainOf('the driver had been on the road', body)).toEqual(['Brindle Freight']);
		expect(claimWith('the brakes had been tested', body)?.text).toBe('the brakes had been tested in March');
	});

	it.each([
		'The mayor would neither confirm nor deny the report.',
		'The mayor had no comment on the report.',
		'The mayor refused to be drawn on the date.',
		'The mayor gave no details of the plan.',
		'The mayor was not available for comment on Friday.',
		'Messages left for the mayor were not returned.',
		'The mayor referred questions to the ministry.',
		'The ministry has yet to comment on the claim.',
		'The mayor declined to say how many people were hurt.'
	])('makes no claim of an answer that was not given: %s', (body) => {
		expect(claimsOf(body).filter(({ headline }) => !headline)).toEqual([]);
	});

	it('makes a claim of who has no comment on one thing and acts on another', () => {
		const body = 'The mayor, who had no comment on the report, closed the bridge on Friday.';
		expect(claimWith('closed the bridge', body)).toBeDefined();
	});

	it('makes no claim of a question in quotation marks, nor of who could not be reached', () => {
		expect(claimWith('How many', '“How many more have to die?” asked Lena Orth.')).toBeUndefined();
		expect(
			claimWith(
				'comment',
				'The report’s author, an engineer named Colm Reyes, could not be reached for comment.'
			)
		).toBeUndefined();
	});

	it('makes no claim of a question that somebody answers', () => {
		const body = 'Asked whether the harbour was safe, Ada Kern said: “Of course it is safe.”';
		expect(claimWith('whether', body)).toBeUndefined();
		expect(claimWith('Of course', body)?.certainty).toBe('stated');
	});

	it('ends what a visitor did at the door before what was said there', () => {
		expect(
			claimWith('the door', 'A woman who answered the door said she had heard nothing.')
		).toBeUndefined();
	});

	it('parts what two say side by side', () => {
		const body = 'Quito said the balloon came down in its own desert and Lima said it sank in the open sea.';
		expect(chainOf('its own desert', body)).toEqual(['Quito']);
		expect(chainOf('the open sea', body)).toEqual(['Lima']);
		const other = 'The mayor claims the bridge was safe, while Paula Reyes says the bridge was never tested.';
		expect(chainOf('never tested', other)).toEqual(['Paula Reyes']);
	});

	it.each([
		[
			'The ministry denied that the bridge was closed, saying it was only being painted.',
			'only being painted'
		],
		['The mayor denied that the bridge had fallen and said the pier was safe.', 'pier was safe'],
		[
			'Keller denied he was blocking the gate, arguing it was the driver who parked across it.',
			'parked across'
		]
	])('lets a denial end where its speaker goes on: %s', (body, words) => {
		expect(claimWith(words, body)).toMatchObject({ certainty: 'stated' });
	});

	it('takes what somebody adds for theirs, and no part of what they said before', () => {
		const body = 'The mayor said the pier had been closed on Monday, adding that the bridge would follow.';
		expect(claimWith('closed on Monday', body)?.text).toBe('the pier had been closed on Monday');
		expect(holderOf('bridge would follow', body)).toBe('mayor');
		const other = 'Paula Reyes reported that the mayor resigned, saying she was tired of all the fights.';
		expect(chainOf('tired of all', other)).toEqual(['Paula Reyes', 'mayor']);
	});

	it('leaves what somebody says that another said inside it', () => {
		expect(
			chainOf('might be shut', 'Paula Reyes said the council had warned that the pier might be shut.')
		).toEqual(['Paula Reyes', 'council']);
	});

	it.each([
		'“This is a clear message to them,” Khanlari said in a letter carried by the Tasna news agency.',
		'"This is a clear message to them," Khanlari was quoted as saying by the Tasna news agency.'
	])('names the agency that carried it: %s', (body) => {
		expect(chainOf('a clear message', body)).toEqual(['Tasna', 'Khanlari']);
	});
});

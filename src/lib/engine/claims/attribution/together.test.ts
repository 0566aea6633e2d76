import { describe, expect, it } from 'vitest';
import { createExtractor, createIdentifier } from '../index.ts';
import { lexicon } from '../../../../../tests/support/lexicon.ts';
import { claimWith, heraldAccount } from '../../../../../tests/support/read-claims.ts';

describe('several who say something', () => {
	it.each([
		[
			'Dorne and Asper, who run the garage, told reporters that the brakes were old.',
			'Dorne and Asper',
			'named'
		],
		['Britain, France and Germany said the brakes were old.', 'Britain, France and Germany', 'named'],
		['The ministry and Pell Trams said the brakes were old.', 'ministry and Pell Trams', 'named'],
		['The mayor and her deputy said that the brakes were old.', 'mayor and her deputy', 'unnamed'],
		['According to Lee and Reed, the brakes were old.', 'Lee and Reed', 'named']
	])('are all named: %s', (body, holder, voice) => {
		expect(claimWith('the brakes were old', body)).toMatchObject({ holder, voice });
	});

	it('leaves out who is only met or only spoken of', () => {
		const holder = (body: string) => claimWith('was old', body)?.holder;
		expect(holder('He met Lee and Reed said the bus was old.')).not.toBe('Lee and Reed');
		expect(holder('The mayor said the town and the bus was old.')).toBe('mayor');
	});

	it('keeps each of them apart from both', () => {
		const extract = createExtractor(lexicon);
		const identities = createIdentifier(lexicon)([
			extract(
				heraldAccount('Dorne and Asper said the brakes were old. Ms. Asper left the garage.', undefined, 'a')
			)
		]);
		expect(identities.get('Asper')).not.toBe(identities.get('Dorne and Asper'));
	});

	it('takes “they” for those whom a sentence was about, and no single speaker', () => {
		const body =
			'Marek Dolny said the pedal was soft. Prosecutors declined to comment. They said they had seized the computer.';
		expect(claimWith('seized the computer', body)?.holder).toBe('Prosecutors');
	});
});

describe('what is said beside somebody’s words', () => {
	it.each([
		['The pier was closed, Lee said, and the bridge would follow.', 'the bridge would follow'],
		[
			'The pier was closed on Sunday, according to Lee, and the bridge would follow.',
			'the bridge would follow'
		],
		['Prices are rising, Lee said, but wages are not keeping up.', 'wages are not keeping up'],
		['Prices are rising, Lee said, but wages are not keeping up.', 'Prices are rising']
	])('is theirs too, where its tense says so: %s', (body, words) => {
		expect(claimWith(words, body)?.holder).toBe('Lee');
	});

	it('is another’s who is named for it', () => {
		const body = 'The pier was closed, Lee said, and Reed said the bridge would follow.';
		expect(claimWith('the bridge would follow', body)?.attribution.map(({ name }) => name)).toEqual(['Reed']);
	});
});

describe('words without a verb of saying', () => {
	it.each([
		['The union’s takeaway was that the garage had cut corners.', 'the garage had cut corners', 'union'],
		['The view of the ministry is that the dam was safe.', 'the dam was safe', 'ministry'],
		['The opposition’s case is that £40m was spent on a logo.', '£40m was spent', 'opposition'],
		['The governor’s office put the number of injured at 30.', 'injured at 30', 'governor’s office'],
		['Officials put the cost of the damage at more than £3m.', 'more than £3m', 'Officials'],
		['The secretary put it more bluntly: “They saved a hundred and lost a bus.”', 'lost a bus', 'secretary']
	])('%s', (body, words, holder) => {
		expect(claimWith(words, body)?.holder).toBe(holder);
	});

	it('leaves to the account what a problem is', () => {
		expect(claimWith('the pier is old', 'The problem is that the pier is old.')?.voice).toBe('own');
	});

	it('takes for reported what a court has heard', () => {
		const body = 'The court heard that Tulley bought a motor boat.';
		expect(claimWith('bought a motor boat', body)).toMatchObject({ voice: 'own', certainty: 'hedged' });
	});

	it('gives the words that an account opens with to who is named next for them', () => {
		const body =
			'“It was chaos. People were climbing over the seats.”\n\nSo said Marek Dolny, who drove the bus.\n\n“I braked, and nothing happened,” he said.';
		expect(claimWith('climbing over the seats', body)?.holder).toBe('Marek Dolny');
	});
});

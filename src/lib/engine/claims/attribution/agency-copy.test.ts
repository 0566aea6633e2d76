import { describe, expect, it } from 'vitest';
import { chainOf, claimsOf, claimWith } from '../../../../../tests/support/read-claims.ts';

describe('who says it in the manner of agencies and papers', () => {
	it.each([
		[
			'The House on Monday passed a bill barring trawlers, lawmakers and a presidential aide said, in a move that critics called a gift.',
			'passed a bill',
			'lawmakers and presidential aide'
		],
		[
			'The fishing association warned of “serious consequences”.',
			'serious consequences',
			'fishing association'
		],
		[
			'The finance ministry disagrees, putting the loss at under $5 million.',
			'under $5 million',
			'finance ministry'
		],
		[
			'Pavel Horak is not persuaded. In his view the signal is a ghost.',
			'the signal is a ghost',
			'Pavel Horak'
		],
		[
			'A spokesman for the guides said they had ignored a warning; the service’s chief, Luca Dallan, disputed this, saying no sign had been posted.',
			'no sign had been posted',
			'Luca Dallan'
		],
		[
			'Herb Dooley, 71, told the Bee he had a few calls. Cal Whitmore kept quiet. Herb Dooley was calm. He said he had no wish to sue.',
			'no wish to sue',
			'Herb Dooley'
		],
		[
			'A spokeswoman for Pennine Water said it was surprised. Local MP Gareth Pugh called for talks. He claims he was shown photographs.',
			'shown photographs',
			'Gareth Pugh'
		],
		[
			'The general staff called the report a tale. It claims that the five were pickers.',
			'were pickers',
			'general staff'
		],
		[
			'Bristlewood chief executive Mary Dunne said in a statement that she was relieved.',
			'she was relieved',
			'Mary Dunne'
		],
		[
			'The panel said it would wait. Former champion Grete Moen called for patience. “Three missed tests prove nothing,” she said.',
			'Three missed tests',
			'Grete Moen'
		],
		['The engineer, Anil Deshpande, rubbished the charge.', 'rubbished', 'Anil Deshpande'],
		[
			'Union leader Comrade Latha Nair spoke. According to her, the crane was never tested.',
			'never tested',
			'Latha Nair'
		]
	])('%s', (body, words, holder) => {
		expect(claimWith(words, body)?.holder).toBe(holder);
	});

	it('keeps what was thrown out apart from what it accused somebody of', () => {
		const body = 'Judge Ellen Whitcroft threw out a lawsuit that accused the toy maker of copying an owl.';
		expect(claimWith('threw out', body)).toMatchObject({ voice: 'own' });
		expect(claimWith('accused the toy maker', body)?.holder).toBe('lawsuit');
	});

	it('leaves reports that alarm somebody to nobody', () => {
		const body =
			'The charity Open Wards is deeply alarmed by reports that patients at the clinic have been restrained for hours.';
		expect(claimWith('been restrained', body)).toMatchObject({ voice: 'own', certainty: 'hedged' });
	});

	it('begins after who is told and after “that”', () => {
		const texts = (body: string) => claimsOf(body).map(({ text }) => text);
		expect(texts('Sources tell WKLT the man may be Darnell Price.')).toContain(
			'the man may be Darnell Price'
		);
		expect(
			texts('His sister, Keisha Price, confirmed to our crew that deputies had asked her for a DNA sample.')
		).toContain('deputies had asked her for a DNA sample');
	});

	it('states what a rescue service says of people who were reported missing', () => {
		const body =
			'Two hikers who were reported missing in the Sella range were found dead on Thursday, the rescue service said.';
		expect(claimWith('found dead', body)?.certainty).toBe('stated');
		expect(chainOf('found dead', body)).toEqual(['rescue service']);
	});

	it('takes for a denial what an accusation is called in quotation marks', () => {
		const claims = claimsOf(
			'Amos Reiner accused Pinnacle of hiding income. The studio called the accusation “baseless and tired”.'
		);
		expect(claims.at(-1)).toMatchObject({ holder: 'studio', certainty: 'denied' });
	});
});

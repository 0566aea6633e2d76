import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../../../tests/support/read-claims.ts';

/** Who denies whose claim by the account's own words: denier, certainty of both, and who holds it. */
function denialsIn(body: string) {
	const claims = claimsOf(body);
	return claims.flatMap((claim) => {
		const denied = claims.find(({ id }) => id === claim.denies);
		return denied ? [`${claim.holder}: ${claim.certainty} / ${denied.holder}: ${denied.certainty}`] : [];
	});
}

describe('denials that an account tells of', () => {
	it('gives the denied words to whoever holds them, and the whole denial to whoever denies', () => {
		const claims = claimsOf(
			'The ministry rejected the opposition’s claim that the dam was built without a permit.'
		);
		expect(claims.filter(({ headline }) => !headline).map(({ holder, text }) => [holder, text])).toEqual([
			['opposition', 'the dam was built without a permit'],
			['ministry', 'The ministry rejected the opposition’s claim that the dam was built without a permit']
		]);
	});

	it('knows a finding that somebody disputes from the finding', () => {
		expect(
			denialsIn(
				'Divers who searched the wreck reported that the valve was open, a finding the company disputes.'
			)
		).toEqual(['company: denied / Divers: stated']);
	});

	it('is a denial too where what is denied is itself negated', () => {
		expect(denialsIn('Orlo rejected the guard’s claim that nobody had let him in.')).toEqual([
			'Orlo: denied / guard: denied'
		]);
	});

	it.each([
		[
			'a claim with its owner',
			'The ministry rejected the opposition’s claim that the dam was built without a permit.',
			'ministry: denied / opposition: stated'
		],
		[
			'reports with a word for whose they are',
			'A navy spokesman denied media reports that there was some kind of deal between the two ports.',
			'navy spokesman: denied / media reports: stated'
		],
		[
			'reports that suggest',
			'But a port official disputed “local radio reports” claiming the lamp was out before the storm.',
			'port official: denied / local radio reports: stated'
		],
		[
			'what others have suggested',
			'The mayor denied that the bridge had been closed for repairs, as some council members have suggested.',
			'mayor: denied / council members: stated'
		],
		[
			'a belief that is not held',
			'Minister Ada Kern said she did not believe the port had eased its demands, as some traders have suggested.',
			'Ada Kern: denied / traders: stated'
		],
		[
			'words called false',
			'The union’s claims that the crane had failed before were completely false, Mayor Ada Kern said.',
			'Ada Kern: denied / union: stated'
		],
		[
			'what is said falsely',
			'Farmers have accused the ministry of wrongly suggesting that the flood was caused by their drains.',
			'Farmers: denied / ministry: stated'
		],
		[
			'an appended claim',
			'Police said the crowd threw bottles, a claim the organisers reject.',
			'organisers: denied / Police: stated'
		],
		[
			'a pointing word in the same sentence',
			'The crowd threw bottles, according to police, but organisers disputed that.',
			'organisers: denied / police: stated'
		],
		[
			'a pointing word in the next sentence',
			'Prosecutor Ada Kern said the guard had opened the gate. The guard’s lawyer denied it.',
			'guard’s lawyer: denied / Ada Kern: stated'
		],
		[
			'a claim called a lie',
			'Fans said the club had sold the stadium. The club called the claim a lie.',
			'club: denied / Fans: stated'
		],
		[
			'a belief in the same sentence that is not shared',
			'Traders said the port had eased its demands, but Minister Ada Kern said she did not think so.',
			'Ada Kern: denied / Traders: stated'
		],
		[
			'a reply in the next sentence',
			'The union said the crane had failed before. Kern said that was not so.',
			'Kern: denied / union: stated'
		],
		[
			'a quoted reply',
			'The union said the crane had failed before. “That is not what happened,” said Kern.',
			'Kern: denied / union: stated'
		],
		[
			'a helping verb alone',
			'The union said the crane had failed before, but Kern insisted it had not.',
			'Kern: denied / union: stated'
		],
		[
			'who disagrees',
			'The union said the crane had failed before. Kern disagreed.',
			'Kern: denied / union: stated'
		],
		[
			'who contradicts somebody',
			'The mayor said the march was small. Organisers contradicted her.',
			'Organisers: denied / mayor: stated'
		],
		[
			'a figure that is disputed',
			'The union says 40 dockers were dismissed. The port disputes that figure.',
			'port: denied / union: stated'
		],
		[
			'a part in what one is blamed for',
			'Kern accused the union of staging the blockade. Ships waited for hours. The union has denied any involvement.',
			'union: denied / Kern: stated'
		]
	])('tells who denies and who holds: %s', (_, body, expected) => {
		expect(denialsIn(body)).toContain(expected);
	});

	it.each([
		['an offer that is turned down', 'Kern offered to reopen the gate. The union rejected it.'],
		['a request', 'Kern said the gate was open. Traders called the ministry to urge it to deny it.'],
		['what is not denied', 'Kern said the gate was open. The union did not deny it.'],
		[
			'a helping verb alone that answers who knows what',
			'The minister said the talks had been long and tense. Asked whether she would return, Kern said she would not.'
		],
		['people who lose their posts', 'The union says 40 dockers were dismissed by the port.'],
		['an idea that is turned down', 'The council rejected the idea of paying for the wall to be raised.'],
		['the denier’s own words', 'Kern said the gate was shut. Kern denied it.']
	])('finds none in %s', (_, body) => {
		expect(denialsIn(body)).toEqual([]);
	});

	it('does not let the one who is denied deny', () => {
		const denials = claimsOf('A navy spokesman denied Quay Radio reports that the lamp had failed.').filter(
			({ certainty }) => certainty === 'denied'
		);
		expect(denials.map(({ attribution }) => attribution.map(({ name }) => name))).toEqual([
			['navy spokesman']
		]);
	});

	it('denies what is called false, whoever says so', () => {
		const [claim] = claimsOf('“It is not true that the lamp had failed that night,” Mayor Ada Kern said.');
		expect(claim).toMatchObject({ certainty: 'denied', holder: 'Ada Kern' });
	});
});

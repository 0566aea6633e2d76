import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createExtractor, createIdentifier } from './index.ts';
import { lexicon } from '../../../../tests/support/lexicon.ts';
import { heraldAccount } from '../../../../tests/support/read-claims.ts';

const extract = createExtractor(lexicon);

const account = (body: string, id?: string) => heraldAccount(body, 'Harbour bridge closes', id);
const bodyClaims = (body: string) => extract(account(body)).claims.filter(({ headline }) => !headline);

describe('extracting claims', () => {
	it.each([
		['The bridge was closed on Sunday, Mayor Ana Lopez said.', 'Ana Lopez', 'named'],
		['According to two officials, the bridge was closed on Sunday.', 'two officials', 'unnamed'],
		['“The bridge is closed and will stay closed,” Ana Lopez said.', 'Ana Lopez', 'named'],
		['The bridge was closed on Sunday after a storm.', 'Harbour Herald', 'own'],
		['Ana Lopez explained how engineers found a crack in the bridge.', 'Harbour Herald', 'own'],
		['Ana Lopez explained that engineers found a crack in the bridge.', 'Ana Lopez', 'named']
	])('%s is held by %s', (body, holder, voice) => {
		const [claim] = bodyClaims(body);
		expect(claim).toMatchObject({ holder, voice });
		expect(claim!.text).toMatch(/bridge/);
		expect(claim!.text).not.toMatch(/said|According/);
	});

	it('follows a chain from the paper that reports to those who told it', () => {
		const [claim] = bodyClaims(
			'“The two sides met at the old mill, said sources,” the Valley Times reported.'
		);
		expect(claim!.attribution.map(({ name, named }) => [name, named])).toEqual([
			['Valley Times', true],
			['sources', false]
		]);
	});

	it.each([
		'Guards also seized a white boat that Orlo appeared to have used as his home, its windows covered with old posters.',
		'The hastily planned visit by Orlo, known as a hard man in the cabinet, and the later stop in the south come as both towns have shown alarm over the dam.',
		'The council has yet to agree with the union on a common date or on who will lead the talks beside the mayor.'
	])('does not tear one statement apart: %s', (body) => {
		const texts = bodyClaims(body).map(({ text }) => text);
		expect(texts).toContain(body.slice(0, -1));
	});

	it.each([
		[
			'So far, it appears that the port has gained more than the town, Orlo said.',
			'So far, it appears that the port has gained more than the town'
		],
		[
			'Two officials say it’s still not clear whether the crew will go on.',
			'it’s still not clear whether the crew will go on'
		],
		[
			'“We hear you and we will wait, but waiting is not a promise,” Orlo said.',
			'We hear you and we will wait, but waiting is not a promise'
		],
		[
			'“We hear you, but waiting is not a promise,” she told them, and was drowned out by horns.',
			'We hear you, but waiting is not a promise'
		],
		['Orlo said Sunday the port “broke the rules of the sea.”', 'the port “broke the rules of the sea'],
		[
			'The floods left the coast waiting to see whether the mayor would answer with more force.',
			'The floods left the coast waiting to see whether the mayor would answer with more force'
		],
		['Orlo said that two boats sank, adding that nobody was on them.', 'two boats sank'],
		[
			'Salem (CNN) Less than a month after the flood, the mayor opened the new bridge.',
			'Less than a month after the flood, the mayor opened the new bridge'
		]
	])('takes all of what is said, and no more: %s', (body, text) => {
		expect(bodyClaims(body).map((claim) => claim.text)).toContain(text);
	});

	it('does not deny for what only describes a thing', () => {
		const [claim] = bodyClaims('Orlo said the envoy had raised some points not directly tied to the dam.');
		expect(claim).toMatchObject({ certainty: 'stated' });
	});

	it('takes no phrase with “call” or “agree” in it for speech', () => {
		for (const body of [
			'The answer from the ministry calls into question the whole plan for the dam.',
			'The two sides will be able to agree on what the word means.'
		])
			expect(bodyClaims(body).map(({ voice }) => voice)).toEqual(['own']);
	});

	it('names a speaker without the headlines that a crawler left behind the name', () => {
		const body =
			'Speaker Ada Kern Ada KernHarbour opens again — Pier shut for repairs — Crane falls at night MORE’s office said the pier was safe.';
		expect(bodyClaims(body)[0]!.holder).not.toMatch(/Crane|MORE/);
	});

	it('gives two claims for a sentence that says two things', () => {
		expect(
			bodyClaims('The mayor closed the bridge on Sunday, but the council opened the tunnel on Monday.')
		).toHaveLength(2);
	});

	it.each([
		'Neither the ministry nor the operator responded to requests for comment.',
		'The operator did not reply to our request for comment.',
		'The fire service will not comment on it.'
	])('makes no claim of silence: %s', (body) => {
		expect(bodyClaims(body)).toEqual([]);
	});

	it('reads past a box of links that a crawler left behind a name', () => {
		const claims = bodyClaims(
			'Mayor Ana LopezAna Maria LopezCouncil opens new pier Ferry late again: operator MORE said on Monday that the bridge was closed.'
		);
		expect(claims.map(({ holder, text }) => [holder, text])).toEqual([
			['Ana Lopez', 'the bridge was closed']
		]);
	});

	it('keeps what a statement goes on with up to who said it', () => {
		const [claim] = bodyClaims('The pier was closed on Monday after 9 people were hurt, the mayor said.');
		expect(claim!.text).toBe('The pier was closed on Monday after 9 people were hurt');
	});

	it('keeps the word that a statement ends in', () => {
		const [claim] = bodyClaims('“I am glad that the mayor did not do that,” Ana Lopez told reporters.');
		expect(claim!.text).toMatch(/ that$/);
	});

	it.each([
		[
			'Officials warned residents not to drink the water, but the mayor insisted that the water was safe.',
			'Officials warned residents not to drink the water',
			'Officials'
		],
		[
			'The bridge will be closed until June, Chief Executive Maria Sato told investors on a call.',
			'The bridge will be closed until June',
			'Maria Sato'
		],
		[
			'The union says 5,000 workers walked out; the company puts the number at fewer than 2,000.',
			'5,000 workers walked out',
			'union'
		],
		[
			'Opposition leader Ana Ruiz called the vote "a farce" and urged her supporters to stay home.',
			'called the vote "a farce',
			'Ana Ruiz'
		],
		[
			'Residents described hearing two loud bangs before the fire broke out.',
			'Residents described hearing two loud bangs',
			'Residents'
		]
	])('gives each what they said and no more: %s', (body, text, holder) => {
		expect(bodyClaims(body)[0]).toMatchObject({ text, holder });
	});

	it.each([
		'“The bridge is closed for the year,” Ana Lopez said at a briefing in March following the storm.',
		'“The bridge is closed for the year,” Ana Lopez told Valley News in a talk broadcast on Thursday evening.',
		'Speaking on Valley Radio on Sunday, a month before the vote, Ana Lopez said the bridge is closed for the year.'
	])('makes no claim of where something was said: %s', (body) => {
		expect(bodyClaims(body).map(({ text }) => text)).toEqual([
			expect.stringMatching(/^the bridge is closed for the year$/i)
		]);
	});

	it.each([
		['The mayor closed the bridge on Sunday.', 'stated'],
		['The mayor may close the bridge on Sunday.', 'hedged'],
		['It is not clear what closed the bridge.', 'hedged'],
		['The mayor did not know how long the work would take.', 'hedged'],
		['The storm was not necessarily the cause of the crack.', 'hedged'],
		['It is our hope that the bridge will open soon.', 'hedged'],
		['The mayor does not know the engineer who built the bridge.', 'denied'],
		['Reports of a second crack in the bridge are baseless.', 'denied'],
		['The warning about the bridge was not a hoax.', 'stated'],
		['The bridge is believed to be unsafe for heavy lorries.', 'hedged'],
		['The mayor did not close the bridge on Sunday.', 'denied'],
		['The mayor denied that the bridge was unsafe.', 'denied'],
		['No one was hurt in the storm on Sunday.', 'denied'],
		['“We have no meetings and no travel to announce,” Ana Lopez said.', 'stated']
	])('%s is %s', (body, certainty) => {
		expect(bodyClaims(body)[0]).toMatchObject({ certainty });
	});

	it.each([
		['Who closed the bridge on Sunday?'],
		['Read more: The bridge that nobody wanted'],
		['ADVERTISEMENT']
	])('takes nothing from %s', (body) => {
		expect(bodyClaims(`${body}\n\n`)).toEqual([]);
	});

	it('reads the same claims from curly and from straight quotation marks', () => {
		const curly = '“The bridge is closed and will stay closed,” Ana Lopez said. “It is not safe for anyone.”';
		const straight = curly.replace(/[“”]/g, '"');
		const shape = (body: string) =>
			bodyClaims(body).map(({ start, end, holder, quote, certainty }) => ({
				start,
				end,
				holder,
				quote,
				certainty
			}));
		expect(shape(straight)).toEqual(shape(curly));
		expect(shape(curly).map(({ quote }) => quote)).toEqual(['direct', 'direct']);
	});

	it('is not moved by furniture between paragraphs', () => {
		const first = 'The mayor closed the bridge on Sunday.';
		const second = 'She said the tunnel was safe for all traffic.';
		const texts = (body: string) => bodyClaims(body).map(({ text, holder }) => [text, holder]);
		expect(texts(`${first}\n\nADVERTISEMENT\n\nRead more: Ten bridges we love\n\n${second}`)).toEqual(
			texts(`${first}\n\n${second}`)
		);
	});

	it('resolves a weekday on the day of publication', () => {
		const [claim] = bodyClaims('The mayor closed the bridge on Sunday.');
		expect(claim!.values.find(({ kind }) => kind === 'date')).toMatchObject({
			text: 'Sunday',
			from: '2024-05-12',
			to: '2024-05-12'
		});
	});

	it('gives every claim the exact words of its place, whatever the text', () => {
		const word = fc.constantFrom(
			'The mayor',
			'said',
			'closed',
			'the bridge',
			'“',
			'”',
			'"',
			"''",
			'.',
			',',
			'\n\n',
			'12',
			'people',
			'not',
			'that',
			'(',
			'\u200b',
			'…',
			'according to'
		);
		fc.assert(
			fc.property(fc.array(word, { maxLength: 40 }), (words) => {
				const read = extract(account(words.join(' ')));
				for (const claim of read.claims) {
					expect(claim.text).toBe(read.account.text.slice(claim.start, claim.end));
					expect(claim.text.trim()).toBe(claim.text);
					for (const { start, end, text } of claim.values)
						expect(text).toBe(read.account.text.slice(start, end));
				}
				expect(new Set(read.claims.map(({ id }) => id)).size).toBe(read.claims.length);
			}),
			{ numRuns: 60 }
		);
	});

	it('says of each attributed claim why it is somebody’s', () => {
		const { claims } = extract(account('The bridge was closed on Sunday, Mayor Ana Lopez said.'));
		const why = claims.find(({ text }) => text.includes('closed on Sunday'))?.why ?? [];
		expect(why.some(({ text }) => text?.includes('Ana Lopez'))).toBe(true);
	});

	it('follows what unnamed people told a paper through the paper', () => {
		const chain = (body: string) =>
			extract(account(body))
				.claims.at(-1)!
				.attribution.map(({ name, named }) => `${name} ${named}`);
		expect(chain('The talks had failed, two officials told the Northern Post.')).toEqual([
			'Northern Post true',
			'two officials false'
		]);
		expect(
			chain(
				'The talks had failed, according to two officials who spoke with the Northern Post. “A new round will start in May,” the paper reported.'
			)
		).toEqual(['Northern Post true', 'two officials false']);
		expect(chain('The talks had failed, two officials told the Harbour Herald.')).toEqual([
			'two officials false'
		]);
	});

	it('takes back what the account says it corrected', () => {
		const claims = bodyClaims('An earlier version of this report said that 40 people were hurt.');
		expect(claims.map(({ voice, certainty }) => [voice, certainty])).toEqual([['own', 'hedged']]);
	});

	it.each([
		['The march began shortly before 2 p.m.', '2024-05-15T13:30', '2024-05-15T14:00'],
		['The march began at half past two in the afternoon.', '2024-05-15T14:30', '2024-05-15T14:30'],
		['The march began at 14:00 and ended late.', '2024-05-15T14:00', '2024-05-15T14:00'],
		['The bakers opened at five past eight in the morning.', '2024-05-15T08:05', '2024-05-15T08:05']
	])('reads the time of day in “%s”', (body, from, to) => {
		const dates = extract(account(body)).claims.flatMap(({ values }) =>
			values.filter(({ kind }) => kind === 'date')
		);
		expect(dates).toMatchObject([{ from, to }]);
	});

	it('loses no claim over a mark that cannot be seen', () => {
		const plain = 'The harbour bridge was closed on Sunday after a storm, Mayor Ana Lopez said.';
		const marked = plain.replace('bridge', '\u202ebr\u200bidge\u2066');
		const [claim] = bodyClaims(marked);
		expect(claim).toMatchObject({ holder: 'Ana Lopez', voice: 'named' });
		expect(claim!.text).toBe(marked.slice(0, marked.indexOf(', Mayor')));
	});

	it('knows a name in another spelling, and no two people by it', () => {
		const of = (body: string, id: string) => extract(account(body, id));
		const identities = createIdentifier(lexicon)([
			of('Katarina Novakova opened the bridge. Ann Lee was there.', 'a'),
			of('Katerina Novakova opened the bridge. Ana Lee was there.', 'b')
		]);
		expect(identities.get('Katerina Novakova')).toBe(identities.get('Katarina Novakova'));
		expect(identities.get('Ann Lee')).not.toBe(identities.get('Ana Lee'));
	});

	it('knows a body by the beginning of its name, and no other by it', () => {
		const of = (body: string, id: string) => extract(account(body, id));
		const identities = createIdentifier(lexicon)([
			of('Pell Coatings and Engineering Company closed the bridge.', 'a'),
			of('Workers of Pell Coatings met. Pell Harbour Radio was there.', 'b')
		]);
		expect(identities.get('Pell Coatings')).toBe(identities.get('Pell Coatings and Engineering Company'));
		expect(identities.get('Pell Harbour Radio')).toBe('Pell Harbour Radio');
	});

	it('knows one person across accounts and keeps namesakes apart', () => {
		const one = extract(account('Ana Lopez closed the bridge. Mr. Ken Ford agreed with her plan.', 'a'));
		const two = extract(account('Mayor Ana Lopez spoke on Monday. Ruth Ford was not there.', 'b'));
		const identities = createIdentifier(lexicon)([one, two]);
		expect(identities.get('Ana Lopez')).toBeDefined();
		expect(identities.get('Ken Ford')).not.toBe(identities.get('Ruth Ford'));
	});
});

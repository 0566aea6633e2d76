import { describe, expect, it } from 'vitest';
import { loadLexicon } from '#lib/server/lexicon.ts';
import { createExtractor } from '../index.ts';

const extract = createExtractor(loadLexicon());

/** The claim with these words, in an account of the Harbour Herald. */
function claimWith(words: string, body: string, title = 'Harbour news') {
	const { claims } = extract({
		id: 'a',
		source: { name: 'Harbour Herald', kind: 'outlet' },
		title,
		text: `${title}\n\n${body}`,
		publishedAt: '2024-05-15',
		rendering: 'verbatim',
		truncated: false,
		sha256: ''
	});
	return claims.find(({ text }) => text.includes(words));
}

const holderOf = (...of: Parameters<typeof claimWith>) => claimWith(...of)?.holder;
const chainOf = (words: string, body: string) => claimWith(words, body)?.attribution.map(({ name }) => name);

describe('whose a claim is', () => {
	it('passes what was told on through whoever is quoted for it', () => {
		const body =
			'Lee told the board on Thursday that the pier was shut, according to Jo Reed, who was there.';
		expect(chainOf('the pier was shut', body)).toEqual(['Jo Reed', 'Lee']);
		expect(claimWith('who was there', body)).toBeUndefined();
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

	it.each([
		[
			'the whole title',
			'from the shore',
			'“We saw it from the shore,” Rear Admiral Hossein Khanlari said.',
			'Hossein Khanlari'
		],
		[
			'a title that a parser takes for another subject',
			'had left the lock open',
			'Sheriff Ada Kern said the crew had left the lock open.',
			'Ada Kern'
		],
		[
			'the hospital, and not the town that it is in',
			'eleven people',
			'The hospital in Salem said it had admitted eleven people.',
			'hospital in Salem'
		],
		[
			'a report that was seen by somebody',
			'an accident waiting to happen',
			'An internal report, seen by the Courier, warned in 2018 that the bend was “an accident waiting to happen.”',
			'internal report'
		],
		[
			'who asks, behind what they are',
			'We told them',
			'“How many more have to die?” asked one of the organisers, Lena Orth. “We told them it would come.”',
			'Lena Orth'
		],
		[
			'who hands on what another told',
			'he warned the company',
			'The captain, who survived, has told the court that he warned the company twice, a person familiar with the inquiry said.',
			'captain'
		],
		[
			'who says what records show',
			'show no such warning',
			'The company’s records, which were handed over on Tuesday, show no such warning, Ada Kern said.',
			'Ada Kern'
		],
		[
			'who says what the law asks for',
			'The law asks for',
			'The law asks for at least twelve, Orlo said.',
			'Orlo'
		],
		[
			'who waited for it to be said',
			'this was not the weather',
			'“We have waited for somebody to say that this was not the weather,” said Ada Kern.',
			'Ada Kern'
		],
		[
			'who replies',
			'long enough',
			'“We have waited long enough,” Ada Kern replies. Nobody answered her.',
			'Ada Kern'
		],
		[
			'who adds something behind a quotation',
			'The sluice was opened',
			'The ministry in a statement said Norvia had “broken its word at the border,” adding, “The sluice was opened by hand.”',
			'ministry'
		],
		[
			'the diplomat spoken of last',
			'Trust is slow',
			'Envoy Owen Harlan and Norvian foreign minister Tan Yong Ri made it clear that they differ.\n\nAlthough Harlan had already left for Alba by the time Tan spoke, the Norvian diplomat wasted no words.\n\n“Trust is slow to grow,” he said.',
			'Tan Yong Ri'
		],
		[
			'who leads the council',
			'fuel was short',
			'Kern, who leads the council, said the harbour would reopen, but warned that fuel was short.',
			'Kern'
		],
		[
			'who says it, not the nobody that they speak of',
			'the gate was open',
			'Nobody has claimed that the gate was open, Ada Kern said.',
			'Ada Kern'
		],
		[
			'what somebody does before a full name',
			'had left the lock open',
			'Magistrate Ada Kern said the crew had left the lock open.',
			'Ada Kern'
		],
		[
			'the lawyer of somebody, not the lawyer named before',
			'nobody had asked',
			'Lawyer Ada Kern left at noon. The guard’s lawyer said nobody had asked for the key.',
			'guard’s lawyer'
		],
		[
			'who denied it, where "he" comes next',
			'no such letter',
			'Yusuf Berg, a student, saw the crash. A spokesman for the port, Tomas Adair, denied it. There had been no such letter, he said.',
			'Tomas Adair'
		],
		[
			'whose statement it is',
			'driver was taken to hospital',
			'Nobody was killed, Pell Tramways said in a statement. The driver was taken to hospital, according to the statement.',
			'Pell Tramways'
		],
		[
			'a body whose name goes on behind "and"',
			'the pump had failed',
			'Pell Fire and Rescue said in a statement that the pump had failed.',
			'Pell Fire and Rescue'
		],
		[
			'the operator that a line named, in a town of its name',
			'first collision since spring',
			'Pell was quiet. The stop stays shut, the operator, Pell City Trams, said. It is the first collision since spring, according to the operator.',
			'Pell City Trams'
		],
		[
			'a name with a particle',
			'strike at the docks',
			'Karim al-Sarraf, a trader, also said the strike at the docks had ended.',
			'Karim al-Sarraf'
		],
		[
			'a country of two words',
			'have accused',
			'Saudi Arabia and Peru have accused the shipyard of hiding its invoices.',
			'Saudi Arabia'
		],
		[
			'so many of some',
			'a fine was likely',
			'Two of the harbour customs inspectors said a fine was likely before the summer.',
			'Two of the harbour customs inspectors'
		],
		[
			'who calls, not what is called',
			'ornaments',
			'Ryan Holt, founder of Harbour Group, a firm that trains divers, called the buoys “ornaments” that nobody needed.',
			'Ryan Holt'
		],
		[
			'who stands before the verb',
			'would drop the fee',
			'The two ports opened again on Tuesday as Mayor Ines Duarte signaled she would drop the fee.',
			'Ines Duarte'
		],
		[
			'across a clause about them',
			'waiting for the ferry',
			'But Keller, who was filmed leaning against the railing whistling, says he was merely waiting for the ferry.',
			'Keller'
		],
		[
			'who is quoted as saying',
			'can be shut again',
			'"The gate can be shut again at any hour, and the captains know," Khan was quoted as saying by the Tasna news agency.',
			'Khan'
		],
		[
			'after a place that ends in a full stop',
			'its fishing rights',
			'Harbour Ministry spokesman Abbas Mori said Monday the U.K. "went far beyond its fishing rights."',
			'Abbas Mori'
		]
	])('knows %s', (_what, words, body, holder) => {
		expect(holderOf(words, body)).toBe(holder);
	});

	it.each([
		['The broken beam suggested that the builders had used the wrong nails.', 'the wrong nails'],
		['A second washing of both coats revealed ink under the collar.', 'ink under'],
		['Her choice of a cheaper stone suggests she wants the bridge done by spring.', 'the bridge done']
	])('leaves to the account what a thing shows: %s', (body, words) => {
		expect(holderOf(words, body)).toBe('Harbour Herald');
	});

	it('never takes "he" for somebody whom he names', () => {
		const body =
			'Mr. Keller, who rented the hall, rejects Mr. Obi’s list of damages. He contends that Mr. Obi broke the lamp.';
		expect(holderOf('broke the lamp', body)).toBe('Keller');
	});

	it('gives a quotation in a new paragraph to who is named after its first sentence', () => {
		const body =
			'Peru wants a treaty, while Chile accuses it of emptying the bay.\n\n“We have not taken one boat more, and nobody asked us to. We never did that,” Hull told a reporter.';
		expect(holderOf('one boat more', body)).toBe('Hull');
	});

	it.each([
		['The mayor said in a statement on Friday:', 'mayor'],
		['Paula Reyes went further than the others on Thursday, writing on her page:', 'Paula Reyes']
	])('gives the quotation below a line that ends in a colon to who speaks there: %s', (line, holder) => {
		const body = `${line}\n\n“We have closed the pier because the storm broke two of its pillars.”`;
		expect(holderOf('closed the pier', body)).toBe(holder);
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

	it('reads past the party and state behind a name', () => {
		const body = '“This bridge is a gift to every town along the river,” Rep. Joan Lewes (D-Ga.) said.';
		expect(holderOf('a gift to every town', body)).toBe('Joan Lewes');
	});

	it('knows who calls somebody something in passing', () => {
		const body =
			'Bloomfield, who owns a mill, spoke at length of Hull, whom he called a "poor swimmer" and a "cheat."';
		expect(holderOf('poor swimmer', body)).toBe('Bloomfield');
	});

	it('knows who is meant by "the student", unless another was brought in', () => {
		const said = 'The student said that the bus had gone on to the harbour.';
		expect(
			holderOf('the bus had gone', `Nick Sand, a junior at the school, spoke on Wednesday. ${said}`)
		).toBe('Nick Sand');
		expect(holderOf('the bus had gone', `A student was hurt. Nick Sand stood at the hospital. ${said}`)).toBe(
			'student'
		);
	});

	it('knows somebody by the office that stands behind the name', () => {
		const body =
			'Ana Reyes, the mayor of Salem, opened the pier. The mayor said the pier would stay open all year.';
		expect(holderOf('stay open', body)).toBe('Ana Reyes');
	});

	it('takes for a name in a headline only what the text knows as one', () => {
		const body =
			'Hull opened the pier on Monday. In a series of letters, Hull said the pier would stay open all year.';
		expect(holderOf('stay open', body, 'Hull Explains Why He Opened the Pier')).toBe('Hull');
	});
});

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
	it.each([
		[
			'the whole title',
			'from the shore',
			'“We saw it from the shore,” Rear Admiral Hossein Khanlari said.',
			'Hossein Khanlari'
		],
		[
			'a name with a particle',
			'the crisis was over',
			'Karim al-Sarraf, a trader, also said the crisis was over.',
			'Karim al-Sarraf'
		],
		[
			'a country of two words',
			'have accused',
			'Saudi Arabia and the U.S. have accused Peru of being behind the attacks.',
			'Saudi Arabia'
		],
		[
			'so many of some',
			'high likelihood',
			'Two of the law enforcement officials said there was a high likelihood that he would be charged.',
			'Two of the law enforcement officials'
		],
		[
			'who calls, not what is called',
			'toys',
			'Ryan Holt, founder of Harbour Group, a company that trains crews, called the devices “toys” that were meant to be found.',
			'Ryan Holt'
		],
		[
			'who stands before the verb',
			'would not strike back',
			'The U.S. and Peru stepped back on Wednesday as President Donald Hull signaled he would not strike back.',
			'Donald Hull'
		],
		[
			'across a clause about them',
			'calm things down',
			'But Sand, who was shown standing in front of Mr. Phelps smiling, says he was only trying to calm things down in the crowd.',
			'Sand'
		],
		[
			'who is quoted as saying',
			'can always be repeated',
			'"The response can always be repeated, and they know it," Khan was quoted as saying by the Tasna news agency.',
			'Khan'
		],
		[
			'after a place that ends in a full stop',
			'a cyber operation',
			'Foreign Ministry spokesman Abbas Mori said Sunday the U.S. "conducted a cyber operation contrary to law."',
			'Abbas Mori'
		]
	])('knows %s', (_what, words, body, holder) => {
		expect(holderOf(words, body)).toBe(holder);
	});

	it.each([
		[
			'The strikes left the world waiting to see whether the president would respond with more force.',
			'respond with more force'
		],
		['Further examination of both packages revealed traces of oil on the wires.', 'traces of oil'],
		['His decision to cancel the march suggests he wants talks about the bridge.', 'he wants talks']
	])('leaves to the account what a thing shows: %s', (body, words) => {
		expect(holderOf(words, body)).toBe('Harbour Herald');
	});

	it('never takes "he" for somebody whom he names', () => {
		const body =
			'Mr. Phelps, who gave interviews after the march, disputes Mr. Sand’s version of events. He contends that Mr. Sand walked up to him.';
		expect(holderOf('walked up to him', body)).toBe('Phelps');
	});

	it('gives a quotation in a new paragraph to who is named after its first sentence', () => {
		const body =
			'Peru wants talks, while Washington accuses it of a spate of attacks on tankers.\n\n“We are not looking for a fight, and there will be none. We will not do that,” Hull told a reporter.';
		expect(holderOf('looking for a fight', body)).toBe('Hull');
	});

	it.each([
		['The mayor said in a statement on Friday:', 'mayor'],
		['Paula Reyes went further than the others on Thursday, writing on her page:', 'Paula Reyes']
	])('gives the quotation below a line that ends in a colon to who speaks there: %s', (line, holder) => {
		const body = `${line}\n\n“We have closed the pier because the storm broke two of its pillars.”`;
		expect(holderOf('closed the pier', body)).toBe(holder);
	});

	it('parts what two say side by side', () => {
		const body =
			'Tehran said the drone was shot down over its territory and Lima said it fell in international waters.';
		expect(chainOf('shot down over', body)).toEqual(['Tehran']);
		expect(chainOf('international waters', body)).toEqual(['Lima']);
		const other = 'The mayor claims the bridge was safe, while Paula Reyes says the bridge was never tested.';
		expect(chainOf('never tested', other)).toEqual(['Paula Reyes']);
	});

	it.each([
		[
			'The ministry denied that the bridge was closed, saying it was only being painted.',
			'only being painted'
		],
		['The mayor denied that the bridge had fallen and said the pier was safe.', 'pier was safe'],
		['Sand denied he was confronting Phelps, arguing it was the activist who got in his face.', 'in his face']
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
		'“This is a clear message to them,” Khanlari said in a statement carried by the official Tasna news agency.',
		'"This is a clear message to them," Khanlari was quoted as saying by the Tasna news agency.'
	])('names the agency that carried it: %s', (body) => {
		expect(chainOf('a clear message', body)).toEqual(['Tasna', 'Khanlari']);
	});

	it('reads past the party and state behind a name', () => {
		const body = '“This vote is a chance to be on the right side of history,” Rep. John Lewes (D-Ga.) said.';
		expect(holderOf('a chance to be', body)).toBe('John Lewes');
	});

	it('knows who calls somebody something in passing', () => {
		const body =
			'Bloomfield, who is rich, threw several jabs at Hull, whom he called a "dangerous man" and a "thief."';
		expect(holderOf('dangerous man', body)).toBe('Bloomfield');
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

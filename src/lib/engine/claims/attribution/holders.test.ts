import { describe, expect, it } from 'vitest';
import { claimWith } from '../../../../../tests/support/read-claims.ts';

const holderOf = (...of: Parameters<typeof claimWith>) => claimWith(...of)?.holder;

describe('whose a claim is', () => {
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
			'who works there still, behind two clauses about them',
			'two pilots had told him',
			'A mechanic who saw the aircraft, and who asked not to be named because he still works for the firm, said two pilots had told him of it.',
			'mechanic'
		],
		[
			'who counts the votes, behind a participle and a name between commas',
			'Sani Lo, had 52 per cent',
			'With all votes counted, her rival, Sani Lo, had 52 per cent, the electoral commission said.',
			'electoral commission'
		],
		[
			'whose lawyer speaks, and not the one who is spoken for',
			'Ms Orr was in Lisbon',
			'Ms Orr was in Lisbon on the night of the theft, her lawyer said.',
			'her lawyer'
		],
		[
			'who told, behind what they are and a clause about them',
			'Two dockers were arrested',
			'Two dockers were arrested, a port official who was not allowed to speak in public told the Quay Post.',
			'port official'
		],
		[
			'who told what they have seen a report on',
			'The dam is unsafe',
			'The dam is unsafe, an engineer who has seen the report told the Quay Post.',
			'engineer'
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
			'Saudi Arabia and Peru'
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

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutTokens } from './tokens.ts';
import { timeWork } from '../../../../tests/support/work.ts';

const cut = (text: string): string =>
	cutTokens(text, 0, text.length)
		.map(({ start, end }) => text.slice(start, end))
		.join(' ');

/** Text, and its tokens with spaces between. */
const CASES: [string, string][] = [
	['The dam held.', 'The dam held .'],
	['They don’t know; she doesn’t either.', 'They do n’t know ; she does n’t either .'],
	["Marta's boat wasn't there", "Marta 's boat was n't there"],
	['We cannot wait, we’re late and he’d gone', 'We can not wait , we ’re late and he ’d gone'],
	['The workers’ hall', 'The workers ’ hall'],
	['“Go,” she said. ‘Now!’', '“ Go , ” she said . ‘ Now ! ’'],
	['Mr. Tollan and Dr. Ruiz met Sen. Okafor.', 'Mr. Tollan and Dr. Ruiz met Sen. Okafor .'],
	['J. R. Tamm lives in the U.S. and the U.K.', 'J. R. Tamm lives in the U.S. and the U.K.'],
	['It starts at 7:30 p.m. on Sept. 4', 'It starts at 7:30 p.m. on Sept. 4'],
	['Nets, ropes, etc.', 'Nets , ropes , etc .'],
	['It rose 4.5% to $1,200.', 'It rose 4.5 % to $ 1,200 .'],
	['a long-term plan, a co-founder, an e-mail', 'a long - term plan , a co-founder , an e-mail'],
	['on 11/12/2019 or 2019-11-12', 'on 11/12/2019 or 2019-11-12'],
	['Call 555-019-2244 before 6pm', 'Call 555-019-2244 before 6 pm'],
	[
		'See https://harbour.example/a?b=c-d, then (www.quay.example).',
		'See https://harbour.example/a?b=c-d , then ( www.quay.example ) .'
	],
	['Write to press.desk@quay-town.example.', 'Write to press.desk@quay-town.example .'],
	['Wait... what?! No--never!!', 'Wait ... what ?! No -- never !!'],
	['either/or at AT&T', 'either / or at AT&T'],
	['O’Hara’s ship at 5 o’clock', 'O’Hara ’s ship at 5 o’clock'],
	['the end.Then it began', 'the end . Then it began'],
	['No. 7 came. I said no.', 'No. 7 came . I said no .'],
	['Łódź, naïve café', 'Łódź , naïve café'],
	['It cost $2.7m, £3bn and 40K over 3days', 'It cost $ 2.7 m , £ 3 bn and 40 K over 3 days'],
	['the 21st of the 1970s, a 4G mast', 'the 21st of the 1970s , a 4G mast'],
	['back in the 70’s, in 2003’s heat', 'back in the 70’s , in 2003 ’s heat'],
	['Is that all.? Yes.!', 'Is that all .? Yes .!'],
	['‘’Go,’’ she said', '‘’ Go , ’’ she said'],
	['Im sure youre right, its not far', 'I m sure you re right , it s not far'],
	['its in-house paper, its port', 'its in - house paper , its port'],
	['an IM to AC', 'an IM to AC'],
	['posts in alt.animals.cat and a .doc', 'posts in alt.animals.cat and a .doc'],
	['one.two', 'one . two'],
	['Call 713/555-0142, CA 94720-1900', 'Call 713/555-0142 , CA 94720-1900'],
	['(bread, milk, etc.) every day', '( bread , milk , etc. ) every day'],
	['', ''],
	[' \n\t ', '']
];

describe('cutTokens', () => {
	it.each(CASES)('cuts “%s”', (text, expected) => {
		expect(cut(text)).toBe(expected);
	});

	it('puts every character that is no white space into exactly one token, whatever the text', () => {
		const text = fc.string({
			unit: fc.constantFrom(..."aB‘’'“\".,-/@:;!?$%1950 \n\u00e9\u{1f600}n’t's"),
			maxLength: 80
		});
		fc.assert(
			fc.property(fc.oneof(text, fc.string({ unit: 'grapheme' })), (sample) => {
				let last = 0;
				for (const { start, end } of cutTokens(sample, 0, sample.length)) {
					expect(start).toBeGreaterThanOrEqual(last);
					expect(end).toBeGreaterThan(start);
					expect(sample.slice(last, start).replace(/[\s\u200b]/gu, '')).toBe('');
					expect(sample.slice(start, end)).not.toMatch(/\s/u);
					last = end;
				}
				expect(sample.slice(last).replace(/[\s\u200b]/gu, '')).toBe('');
			}),
			{ numRuns: 1000 }
		);
	});

	it('cuts a part of a text as that part alone', () => {
		const text = 'First part. She didn’t stay. Last part.';
		const from = text.indexOf('She');
		const to = text.indexOf(' Last');
		const part = cutTokens(text, from, to).map(({ start, end }) => text.slice(start, end));
		expect(part.join(' ')).toBe(cut(text.slice(from, to)));
		const its = 'She likes its the most';
		expect(cutTokens(its, 0, 13).map(({ start, end }) => its.slice(start, end))).toEqual([
			'She',
			'likes',
			'its'
		]);
	});

	it('cuts curly and straight quotes in the same places', () => {
		const curly = '“It isn’t Ana’s,” he said, ‘and won’t be.’';
		const straight = curly.replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
		expect(cutTokens(straight, 0, straight.length)).toEqual(cutTokens(curly, 0, curly.length));
	});

	it.each([
		'a',
		'-',
		'.',
		"'",
		'@',
		'a.',
		'a-',
		"a'",
		'1,',
		'http://',
		'a@',
		'?!',
		'.?',
		'‘’',
		'ab.',
		'7m',
		':)',
		'(',
		'A&',
		'e-'
	])('takes time in step with length on five megabytes of “%s”', async (piece) => {
		const text = piece.repeat(5_000_000 / piece.length);
		const { seconds } = await timeWork(() => cutTokens(text, 0, text.length));
		expect(seconds).toBeLessThan(8);
	});
});

import { describe, expect, it } from 'vitest';
import type { Claim, Comparison } from '#lib/model/index.ts';
import { testAccount, testComparison } from '../store/invented.ts';
import { comparisonMarkdown } from './markdown.ts';

const accounts = [testAccount('north'), { ...testAccount('south'), rendering: 'summary' as const }];

function claim(id: string, account: string, text: string, more: Partial<Claim> = {}): Claim {
	const plain = { voice: 'own', certainty: 'stated', attribution: [], holder: account, values: [] } as const;
	return { ...plain, attribution: [], values: [], id, account, start: 0, end: text.length, text, ...more };
}

const mayor = { name: 'the mayor', named: true, start: 0, end: 9 };
const comparison: Comparison = {
	...testComparison(accounts),
	claims: [
		claim('a', 'north', 'Forty people\nwere hurt.'),
		claim('b', 'south', 'Sixty *people* were hurt <b>.', { attribution: [mayor], certainty: 'hedged' })
	],
	lines: [
		{
			id: 'l',
			title: '… people were hurt',
			state: 'disputed',
			versions: [
				{ id: 'v1', label: 'forty', claims: ['a'] },
				{ id: 'v2', label: 'sixty', claims: ['b'] }
			],
			silent: ['east'],
			unknown: [],
			origins: []
		}
	],
	relations: [
		{
			a: 'a',
			b: 'b',
			kind: 'conflicts',
			reason: { code: 'number', text: 'One says forty, the other sixty.', evidence: [] },
			score: 1
		}
	]
};

describe('a comparison to read', () => {
	const text = comparisonMarkdown(comparison, accounts);

	it('says under each version who says it, how, and in which words', () => {
		expect(text).toContain('## In dispute (1)');
		expect(text).toContain('**A: forty**\n\n- The north Courier: “Forty people were hurt.”');
		expect(text).toContain(
			'**B: sixty**\n\n- The south Courier (our summary), citing the mayor, hedged: “Sixty'
		);
	});

	it('gives each conflict with its reason, neutrally, and names who is silent', () => {
		expect(text).toContain(
			'- Conflict between The north Courier and The south Courier (our summary): One says forty, the other sixty.'
		);
		expect(text).toContain('Silent: east.');
	});

	it('shows what an account says as text, whatever it says', () => {
		expect(text).toContain('Sixty \\*people\\* were hurt \\<b\\>.');
	});

	it('links to web addresses and to nothing else', () => {
		const at = (url: string) =>
			comparisonMarkdown({ ...comparison, accounts: comparison.accounts.map((one) => ({ ...one, url })) });
		expect(at('https://north.example/a>b')).toContain('[Mill closes](<https://north.example/a%3Eb>)');
		expect(at('javascript:alert(1)')).not.toContain('javascript');
	});

	it('says so when there are no claims', () => {
		expect(comparisonMarkdown(testComparison(accounts))).toContain('No claims were found in these accounts.');
	});

	it('writes out what cannot be seen', () => {
		const title = 'safe\u202etxt';
		const written = comparisonMarkdown({ ...comparison, event: { id: 'e', title } }, accounts);
		expect(written).toContain('# safe[U+202E]txt');
	});
});

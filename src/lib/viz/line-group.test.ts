import { describe, expect, it } from 'vitest';
import type { Claim, Comparison, Line } from '#lib/model/index.ts';
import { inventedComparison } from '../../../tests/support/invented-event.ts';
import { indexComparison } from './comparison-index.ts';
import { groupOf } from './line-group.ts';

/** Where a line of these claims is shown: each its account, its words, and whether it is denied. */
function groupWith(...said: [account: string, text: string, certainty: Claim['certainty']][]): string {
	const [first] = inventedComparison.claims;
	const claims = said.map(([account, text, certainty], at): Claim => ({
		...first!,
		id: `c${at}`,
		account,
		text,
		certainty
	}));
	const ids = claims.map(({ id }) => id);
	const line: Line = {
		...inventedComparison.lines[0]!,
		state: new Set(said.map(([account]) => account)).size > 1 ? 'agreed' : 'single',
		versions: [{ id: 'v1', label: '', claims: ids }]
	};
	const comparison: Comparison = { ...inventedComparison, claims, lines: [line], relations: [] };
	return groupOf(line, indexComparison(comparison));
}

describe('where a line is shown', () => {
	it('keeps those apart on which one denies and another states', () => {
		expect(groupWith(['a', 'the pier was closed', 'stated'], ['b', 'the pier was not shut', 'denied'])).toBe(
			'unclear'
		);
	});

	it('holds a "no" that is only said in other words for agreement', () => {
		expect(
			groupWith(['a', 'talks without conditions', 'stated'], ['b', 'he had no conditions', 'denied'])
		).toBe('agreed');
	});

	it('holds what all deny, or one account alone says, for what it was', () => {
		expect(groupWith(['a', 'nobody was hurt', 'denied'], ['b', 'no one was hurt', 'denied'])).toBe('agreed');
		expect(groupWith(['a', 'the pier was closed', 'stated'], ['a', 'it was not shut', 'denied'])).toBe(
			'single'
		);
	});
});

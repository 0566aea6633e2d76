import { createHash } from 'node:crypto';
import type { Account, Comparison, Result, Review } from '#lib/model/index.ts';
import type { EventDraft } from './store.ts';

/** An invented account for tests. */
export function testAccount(id: string, text = `The mill at ${id} closed on Monday.`): Account {
	return {
		id,
		source: { name: `The ${id} Courier`, kind: 'outlet' },
		title: 'Mill closes',
		text,
		rendering: 'verbatim',
		truncated: false,
		sha256: createHash('sha256').update(text).digest('hex')
	};
}

/** An invented event for tests. */
export function testDraft(title = 'The mill closes', ids = ['north', 'south']): EventDraft {
	return { name: 'mill', title, accounts: ids.map((id) => testAccount(id)), comparison: null };
}

/** A comparison without claims, for tests of what is kept. */
export function testComparison(accounts: readonly Account[] = []): Comparison {
	return {
		format: 'lateral-comparison/1',
		engine: { version: '0', rules: '0' },
		event: { id: 'mill', title: 'The mill closes' },
		accounts: accounts.map(({ id, source, title, truncated, sha256 }) => ({
			id,
			source,
			title,
			truncated,
			sha256
		})),
		claims: [],
		lines: [],
		relations: []
	};
}

/** An invented review for tests. */
export function testReview(id: string, who = 'Ines'): Review {
	const claim = { account: 'north', start: 0, end: 8, words: 'The mill' };
	return { id, who, at: '2030-01-01T00:00:00.000Z', decision: { kind: 'hide', claim } };
}

/** The value of a result that a test expects to be one. */
export function must<T>(result: Result<T>): T {
	if (!result.ok) throw new Error(`unexpected failure: ${JSON.stringify(result.failure)}`);
	return result.value;
}

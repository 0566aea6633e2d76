import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inventedComparison } from '../../../tests/support/invented-event.ts';
import { type Column, holderColumns, lanesOf, pageOf } from './columns.ts';
import { indexComparison } from './comparison-index.ts';
import { shownLines } from './shown-lines.ts';

const column = (at: number): Column => ({
	id: `c${at}`,
	name: `Column ${at}`,
	source: `Column ${at}`,
	named: true,
	truncated: false,
	unread: null,
	summary: false,
	draft: false
});

describe('a page of columns', () => {
	it('holds all where they fit, and then leads nowhere', () => {
		const { columns, page } = pageOf([1, 2, 3].map(column));
		expect(columns).toHaveLength(3);
		expect([page.previous, page.next]).toEqual([null, null]);
	});

	it('leads through every column once, whatever their number', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 130 }), (count) => {
				const all = Array.from({ length: count }, (_, at) => column(at));
				const seen: string[] = [];
				for (let from: number | null = 1; from !== null;) {
					const { columns, page } = pageOf(all, from);
					seen.push(...columns.map(({ id }) => id));
					from = page.next;
				}
				expect(seen).toEqual(all.map(({ id }) => id));
			})
		);
	});

	it('is some page for any number that an address may hold', () => {
		const all = Array.from({ length: 60 }, (_, at) => column(at));
		for (const from of [-5, 0, 1, 17, 59, 9999]) expect(pageOf(all, from).columns.length).toBeGreaterThan(0);
	});
});

describe('columns for holders', () => {
	const index = indexComparison(inventedComparison);

	it('leave out holders who speak on no line that is shown', () => {
		const all = holderColumns(index, shownLines(index, {}));
		const few = holderColumns(index, shownLines(index, { voice: 'unnamed', conflict: 'negation' }));
		expect(few.length).toBeGreaterThan(0);
		expect(few.length).toBeLessThan(all.length);
	});

	it('stand lane by lane on a page, so that each lane is one run', () => {
		const { columns } = pageOf(holderColumns(index, shownLines(index, {})));
		const lanes = lanesOf(columns).map((run) => run.lane);
		expect(new Set(lanes).size).toBe(lanes.length);
	});
});

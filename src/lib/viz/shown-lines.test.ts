import { describe, expect, it } from 'vitest';
import { inventedComparison } from '../../../tests/support/invented-event.ts';
import { indexComparison } from './comparison-index.ts';
import { conflictCodes, shownLines } from './shown-lines.ts';
import { weighLines } from './weight.ts';

const index = indexComparison(inventedComparison);
const ids = (filters: Parameters<typeof shownLines>[1]) => shownLines(index, filters).map((line) => line.id);

describe('the weight of a line', () => {
	const weights = weighLines(index);

	it('is contested only where two versions stand against each other', () => {
		for (const line of index.comparison.lines)
			expect((weights.get(line.id)?.contest ?? 0) > 0, line.title).toBe(line.state === 'disputed');
	});

	it('grows with every account that carries it', () => {
		const without = {
			...inventedComparison,
			claims: inventedComparison.claims.filter((claim) => claim.account !== '03-courier')
		};
		const fewer = weighLines(indexComparison(without));
		const of = (id: string) => [fewer.get(id)?.total ?? 0, weights.get(id)?.total ?? 0] as const;
		const [after, before] = of('hurt');
		expect(after).toBeLessThan(before);
	});

	it('does not depend on the order of claims', () => {
		const turned = indexComparison({
			...inventedComparison,
			claims: [...inventedComparison.claims].reverse()
		});
		const again = weighLines(turned);
		for (const [id, weight] of weights) expect(again.get(id)?.total).toBeCloseTo(weight.total, 10);
	});
});

describe('the lines that are shown', () => {
	it('stand group by group, the weightiest first in each', () => {
		const weights = weighLines(index);
		const shown = shownLines(index, {});
		expect(shown.map((line) => line.state)).toEqual(
			[...shown.map((line) => line.state)].sort(
				(a, b) => ['disputed', 'agreed', 'single'].indexOf(a) - ['disputed', 'agreed', 'single'].indexOf(b)
			)
		);
		shown.slice(1).forEach((line, at) => {
			const before = shown[at]!;
			if (before.state === line.state)
				expect(weights.get(before.id)!.total).toBeGreaterThanOrEqual(weights.get(line.id)!.total);
		});
	});

	it('can be those that accounts conflict over for one reason', () => {
		const codes = [...new Set(index.comparison.lines.flatMap((line) => [...conflictCodes(line, index)]))];
		expect(codes.length).toBeGreaterThan(1);
		for (const conflict of codes) {
			const shown = ids({ conflict });
			expect(shown.length).toBeGreaterThan(0);
			for (const id of shown) expect(conflictCodes(index.lines.get(id)!, index)).toContain(conflict);
		}
	});

	it('can be those on which one account is silent, which is not the same as not known', () => {
		const shown = ids({ silent: '01-brigade' });
		expect(shown).toContain('alarm');
		expect(ids({ silent: '05-radio' })).not.toContain('alarm');
	});

	it('can be those that a kind of source speaks to', () => {
		for (const id of ids({ kind: 'agency' }))
			expect(index.claimsOf.get(id)?.some((claim) => claim.account === '02-wire')).toBe(true);
		expect(ids({ kind: 'person' })).toEqual([]);
	});

	it('are at most five in easy mode, some of them agreed', () => {
		const many = indexComparison({
			...inventedComparison,
			lines: [1, 2, 3].flatMap((copy) =>
				inventedComparison.lines.map((line) => ({ ...line, id: `${line.id}-${copy}` }))
			)
		});
		const shown = shownLines(many, { easy: true });
		expect(shown).toHaveLength(5);
		expect(new Set(shown.map((line) => line.state))).toEqual(new Set(['disputed', 'agreed']));
	});
});

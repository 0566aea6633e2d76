import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inventedComparison } from '../../../tests/support/invented-event.ts';
import { agreement, widestPair } from './agreement.ts';
import { indexComparison } from './comparison-index.ts';
import { seriate } from './seriate.ts';

const index = indexComparison(inventedComparison);

describe('the agreement of accounts', () => {
	const found = agreement(index, 'accounts');
	const pair = (a: string, b: string) =>
		found.pairs.find((one) => [one.a, one.b].sort().join() === [a, b].sort().join());

	it('counts every common line once', () => {
		for (const one of found.pairs) {
			expect(one.agree + one.differ + one.conflict).toBe(one.n);
			expect(one.lines).toHaveLength(one.n);
		}
	});

	it('is a conflict where nothing that one says fits the other', () => {
		expect(pair('03-courier', '06-builder')!.lines).toContainEqual(
			expect.objectContaining({ line: 'hurt', stand: 'conflict' })
		);
	});

	it('is agreement where both give the same', () => {
		expect(pair('03-courier', '05-radio')).toMatchObject({ n: 1, agree: 1 });
	});

	it('is neither where one account reports both sides and the other one of them', () => {
		expect(pair('03-courier', '04-lantern')!.lines.find((line) => line.line === 'hurt')!.stand).toBe(
			'differ'
		);
	});

	it('leads first to two accounts that conflict', () => {
		expect(widestPair(found)!.conflict).toBeGreaterThan(0);
	});

	it('can be told between holders too', () => {
		expect(agreement(index, 'holders').parties.map((party) => party.name)).toContain('Tarn Fire Brigade');
	});
});

describe('the order of rows', () => {
	it('has each once, whatever the distances', () => {
		fc.assert(
			fc.property(
				fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 36, maxLength: 36 }),
				(all) => {
					const order = seriate(6, (i, j) => all[Math.min(i, j) * 6 + Math.max(i, j)]!);
					expect([...order].sort()).toEqual([0, 1, 2, 3, 4, 5]);
				}
			)
		);
	});

	it('stands two groups apart', () => {
		const order = seriate(6, (i, j) => (i % 2 === j % 2 ? 0.1 : 0.9)).map((at) => at % 2);
		expect(order.filter((side, at) => at > 0 && side !== order[at - 1])).toHaveLength(1);
	});

	it('is empty for nothing', () => {
		expect(seriate(0, () => 0)).toEqual([]);
	});
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cluster, type Edge } from './cluster.ts';

const COUNT = 12;
const item = fc.integer({ min: 0, max: COUNT - 1 });
const pair = fc.tuple(item, item).filter(([a, b]) => a !== b);
const edges = fc
	.uniqueArray(fc.tuple(pair, fc.double({ min: 0, max: 1, noNaN: true })), {
		selector: ([[a, b]]) => `${Math.min(a, b)} ${Math.max(a, b)}`
	})
	.map((list): Edge[] => list.map(([[a, b], score]) => ({ a: Math.min(a, b), b: Math.max(a, b), score })));
const homeOf = (groups: number[][], at: number) => groups.find((group) => group.includes(at))!;

describe('grouping', () => {
	it('never puts a pair together that people parted, whatever else it joins', () => {
		fc.assert(
			fc.property(edges, fc.array(pair, { maxLength: 6 }), (list, cannot) => {
				const groups = cluster(COUNT, list, 0.2, { must: [], cannot });
				for (const [a, b] of cannot) expect(homeOf(groups, a)).not.toContain(b);
				expect(groups.flat().sort((x, y) => x - y)).toEqual(Array.from({ length: COUNT }, (_, i) => i));
			})
		);
	});

	it('always puts a pair together that people joined', () => {
		fc.assert(
			fc.property(edges, fc.array(pair, { maxLength: 6 }), (list, must) => {
				const groups = cluster(COUNT, list, 0.5, { must, cannot: [] });
				for (const [a, b] of must) expect(homeOf(groups, a)).toContain(b);
			})
		);
	});

	it('takes what is near one of two joined items into their group', () => {
		const near = [{ a: 0, b: 1, score: 0.6 }];
		expect(cluster(3, near, 0.5, { must: [[0, 2]], cannot: [] })).toEqual([[0, 1, 2]]);
	});
});

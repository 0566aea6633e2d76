import { expect, test } from 'vitest';
import { bCubed } from './groups.ts';

const gold = new Map([
	['a1', 'a'],
	['a2', 'a'],
	['b1', 'b']
]);

test.each<[string, string[][], number, number]>([
	['as the events are', [['a1', 'a2'], ['b1']], 1, 1],
	['all in one', [['a1', 'a2', 'b1']], 5 / 9, 1],
	['each alone', [['a1'], ['a2'], ['b1']], 1, 2 / 3]
])('groups %s score by piece', (_what, groups, precision, recall) => {
	const score = bCubed(groups, gold);
	expect(score.precision).toBeCloseTo(precision);
	expect(score.recall).toBeCloseTo(recall);
});

import { expect, it } from 'vitest';
import type { Comparison } from '#lib/model/index.ts';
import { testAccount, testComparison } from '../store/invented.ts';
import { putTogether, takeApart } from './parts.ts';

const small = testComparison([testAccount('north')]);
const large = {
	...small,
	claims: Array.from({ length: 5_000 }, (_, id) => ({ id: `c${id}` })),
	relations: Array.from({ length: 80_000 }, (_, a) => ({ a: `c${a}` }))
} as unknown as Comparison;

it.each([
	['small', small],
	['large', large]
])('a %s comparison is the same to the byte after it went over in parts', (_size, comparison) => {
	const { parts, rest } = takeApart(comparison);
	expect(JSON.stringify(putTogether(parts, rest))).toBe(JSON.stringify(comparison));
});

it('no part of a comparison is so large that taking it in would be felt', () => {
	const { parts, rest } = takeApart(large);
	const sizes = [...parts, rest].map((part) => JSON.stringify(part).length);
	expect(Math.max(...sizes)).toBeLessThan(1_000_000);
	expect(takeApart(small).parts).toEqual([]);
});

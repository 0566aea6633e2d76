import { expect, it } from 'vitest';
import type { Value } from '#lib/model/index.ts';
import { hasBounds, readBounds } from './values.ts';

const number = (low?: number, high?: number): Value => ({
	...{ kind: 'number', start: 0, end: 1, text: '', low, high }
});
const date = (from?: string, to?: string): Value => ({
	...{ kind: 'date', start: 0, end: 1, text: '', from, to }
});

it.each<[string, Value, boolean]>([
	['26', number(26, 26), true],
	['26', number(26), false],
	['26', number(25, 27), false],
	['19..', number(19), true],
	['19..', number(19, 19), false],
	['..19', number(undefined, 19), true],
	['6500..7500', number(6500, 7500), true],
	['~4500', number(4050, 4950), true],
	['~4500', number(4500, 4500), true],
	['~4500', number(0, 9000), false],
	['~4500', number(4500), false],
	['26', date('2026-04-26', '2026-04-26'), false],
	['2026-04-21T07:48', date('2026-04-21T07:48', '2026-04-21T07:48'), true],
	['2026-04-21T07:48', date('2026-04-21', '2026-04-21'), true],
	['2026-04-21T07:48', date('2026-04-21T08:05', '2026-04-21T08:05'), false],
	['..2026-04-21T08:00', date('2026-04-21', '2026-04-21T08:00'), true],
	['2018-04', date('2018-04-01', '2018-04-30'), true],
	['2018-04', number(4, 4), false]
])('a value that is %s in gold is met by %j: %s', (gold, value, met) => {
	expect(hasBounds(value, readBounds(gold))).toBe(met);
});

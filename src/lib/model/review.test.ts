import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
	anchorsOf,
	DecisionSchema,
	effectiveReviews,
	nextRedo,
	nextUndo,
	type Decision,
	type Review
} from './review.ts';

const hide: Decision = { kind: 'hide', claim: { account: 'post', start: 0, end: 4, words: 'Rain' } };
const entry = (id: string, decision: Decision = hide): Review => ({
	id,
	at: '2031-04-02T10:00:00Z',
	who: 'Ana',
	decision
});
const undo = (id: string, review: string) => entry(id, { kind: 'undo', review });
const inForce = (log: Review[]) => effectiveReviews(log).map(({ id }) => id);

describe('a log of reviews', () => {
	it.each([
		['nothing', [], []],
		['every decision', [entry('1'), entry('2')], ['1', '2']],
		['not what was undone', [entry('1'), undo('2', '1')], []],
		['what was undone and redone', [entry('1'), undo('2', '1'), undo('3', '2')], ['1']],
		['not what was undone once more', [entry('1'), undo('2', '1'), undo('3', '2'), undo('4', '3')], []],
		['an early one undone alone', [entry('1'), entry('2'), undo('3', '1')], ['2']],
		['nothing less for an undo of nothing', [entry('1'), undo('2', 'gone')], ['1']],
		['nothing less for an undo of itself or a later one', [undo('0', '1'), entry('1'), undo('2', '2')], ['1']]
	])('holds %s', (_, log, ids) => {
		expect(inForce(log)).toEqual(ids);
	});

	it('can be undone to its beginning and redone to where it was, step by step', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 8 }), (count, steps) => {
				const log = Array.from({ length: count }, (_, at) => entry(`d${at}`));
				const before = inForce(log);
				const states: string[][] = [];
				for (let step = 0; step < steps; step++) {
					const target = nextUndo(log);
					if (target === null) break;
					states.push(inForce(log));
					log.push(undo(`u${step}`, target.id));
				}
				for (let step = 0; states.length > 0; step++) {
					log.push(undo(`r${step}`, nextRedo(log)!.id));
					expect(inForce(log)).toEqual(states.pop());
				}
				expect(nextRedo(log)).toBeNull();
				expect(inForce(log)).toEqual(before);
			})
		);
	});

	it('cannot redo once something else was decided', () => {
		expect(nextRedo([entry('1'), undo('2', '1')])?.id).toBe('2');
		expect(nextRedo([entry('1'), undo('2', '1'), entry('3')])).toBeNull();
	});
});

it('names every place that a decision hangs on', () => {
	const at = (start: number) => ({ account: 'post', start, end: start + 1, words: 'x' });
	expect(anchorsOf({ kind: 'notSame', a: [at(0), at(1)], b: [at(2)] }).map(({ start }) => start)).toEqual([
		0, 1, 2
	]);
	expect(anchorsOf({ kind: 'relation', a: at(3), b: at(4), relation: 'none' })).toHaveLength(2);
	expect(anchorsOf({ kind: 'oneSource', names: ['A', 'B'] })).toEqual([]);
});

it.each([
	['an unknown kind', { kind: 'truth', claim: hide.claim }],
	['a claim without words', { kind: 'hide', claim: { account: 'post', start: 0, end: 0, words: '' } }],
	['an account id that could be a path', { kind: 'hide', claim: { ...hide.claim, account: '../x' } }],
	['an empty title', { kind: 'rename', claim: hide.claim, title: '  ' }],
	['one claim that is the same as nothing', { kind: 'same', claims: [hide.claim] }]
])('is refused with %s', (_, decision) => {
	expect(v.safeParse(DecisionSchema, decision).success).toBe(false);
});

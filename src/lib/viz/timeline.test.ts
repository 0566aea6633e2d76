import { describe, expect, it } from 'vitest';
import { inventedComparison } from '../../../tests/support/invented-event.ts';
import { indexComparison } from './comparison-index.ts';
import { firstCarried, updates } from './first-carried.ts';
import { momentSpan, timeline } from './timeline.ts';

const index = indexComparison(inventedComparison);
const fell = inventedComparison.lines.find((line) => line.id === 'fell')!;
const [a, b] = ['01-brigade', '06-builder'].map((account) =>
	index.claimsOf.get('fell')!.find((claim) => claim.account === account)!
);
const later = {
	a: a!.id,
	b: b!.id,
	kind: 'update' as const,
	reason: { code: 'later', text: 'The later one knows more.', evidence: [] },
	score: 1
};

describe('the timeline', () => {
	const chart = timeline(index);

	it('has a lane for each account, in order of publication', () => {
		expect(chart.lanes.map((lane) => lane.account)).toEqual(inventedComparison.accounts.map(({ id }) => id));
	});

	it('stands what is said to have happened before its publication', () => {
		const lane = chart.lanes.find((one) => one.account === '01-brigade')!;
		expect(lane.marks[0]!.x1).toBeLessThan(lane.published!.x0);
	});

	it('leaves a bound open that is not given', () => {
		const before = chart.lanes.flatMap((lane) => lane.marks).find((mark) => mark.text === 'before 7');
		expect(before).toMatchObject({ openLow: true, openHigh: false });
	});

	it('reads a date without a time as any moment of that day', () => {
		const [start, end] = momentSpan('2026-03-14')!;
		expect(end - start).toBe(86_400_000);
	});
});

describe('who carried a line first', () => {
	it('is the account that was published first', () => {
		const line = firstCarried(index).lines.find((one) => one.line === 'hurt')!;
		expect(line.first).toEqual(['Tarn Fire Brigade']);
		expect(line.carriers[0]!.x).toBeLessThan(line.carriers.at(-1)!.x);
	});

	it('joins two accounts by one step, however many claims do', () => {
		const twice = indexComparison({ ...inventedComparison, relations: [later, { ...later }] });
		expect(firstCarried(twice).lines[0]!.steps).toHaveLength(1);
	});

	it('puts later news on top, as a step forward in time', () => {
		const changed = indexComparison({ ...inventedComparison, relations: [later] });
		const [first] = firstCarried(changed).lines;
		expect(first!.line).toBe(fell.id);
		expect(first!.steps[0]!.x0).toBeLessThan(first!.steps[0]!.x1);
		expect(updates(changed)[0]).toMatchObject({ earlier: { account: '01-brigade' }, still: [] });
	});
});

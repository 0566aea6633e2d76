import { describe, expect, it } from 'vitest';
import { inventedComparison } from '../../../tests/support/invented-event.ts';
import { indexComparison } from './comparison-index.ts';
import { firstCarried } from './first-carried.ts';
import { updates } from './later-news.ts';
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

	it('gives the hours of the day their room, and stands what lies days away at the edge', () => {
		const days = inventedComparison.claims.map((claim) =>
			claim.values.some((value) => value.kind === 'date')
				? claim
				: {
						...claim,
						values: [
							{
								kind: 'date' as const,
								start: claim.start,
								end: claim.end,
								text: 'Monday',
								from: '2026-03-16',
								to: '2026-03-16'
							}
						]
					}
		);
		const { lanes } = timeline(indexComparison({ ...inventedComparison, claims: days }));
		const fallen = lanes.flatMap((lane) => lane.marks).filter((mark) => !mark.off);
		const told = lanes.map((lane) => lane.published!.x0);
		expect(lanes.flatMap((lane) => lane.marks).find((mark) => mark.text === 'Monday')).toMatchObject({
			off: 'after',
			x0: 99,
			words: 'before'
		});
		expect(fallen.length).toBeGreaterThan(0);
		expect(Math.max(...told) - Math.min(...told)).toBeGreaterThan(50);
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
		expect(updates(changed)[0]).toMatchObject({ earlier: [{ account: '01-brigade' }], still: [] });
	});
});

describe('later news', () => {
	const claim = (line: string, account: string) =>
		index.claimsOf.get(line)!.find((one) => one.account === account)!;
	const pair = (x: string, y: string) => ({ ...later, a: claim('hurt', x).id, b: claim('hurt', y).id });

	it('is one step where several accounts gave one value before others gave another', () => {
		const told = (one: ReturnType<typeof pair>) => ({
			...one,
			reason: {
				...one.reason,
				evidence: [one.a, one.b].map((id) => {
					const { start, end } = index.claims.get(id)!;
					return { claim: id, start, end };
				})
			}
		});
		const pairs = [
			['01-brigade', '03-courier'],
			['02-wire', '03-courier'],
			['01-brigade', '05-radio']
		].map(([x, y]) => told(pair(x!, y!)));
		const found = updates(indexComparison({ ...inventedComparison, relations: pairs }));
		expect(found).toHaveLength(1);
		expect(found[0]!.earlier.map((one) => one.account)).toEqual(['01-brigade', '02-wire']);
		expect(found[0]!.later.map((one) => one.account)).toEqual(['03-courier', '05-radio']);
		expect(found[0]!.reason).toBe('');
	});

	it('keeps two steps of a line apart, each with its reason', () => {
		const found = updates(
			indexComparison({
				...inventedComparison,
				relations: [pair('01-brigade', '03-courier'), pair('03-courier', '04-lantern')]
			})
		);
		expect(found.map((one) => one.reason)).toEqual([later.reason.text, later.reason.text]);
	});
});

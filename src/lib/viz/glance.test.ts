import { expect, it } from 'vitest';
import { inventedComparison } from '../../../tests/support/invented-event.ts';
import { indexComparison } from './comparison-index.ts';
import { glance } from './glance.ts';

const hurt = glance(indexComparison(inventedComparison)).disputed.find(({ line }) => line === 'hurt')!;

it('names nobody under a version whose words fit another version too', () => {
	const open = hurt.several.map(({ name }) => name);
	expect(open).not.toEqual([]);
	for (const { holders } of hurt.versions) for (const { name } of holders) expect(open).not.toContain(name);
});

it('names under each version at least one whose word it is', () => {
	for (const { label, holders } of hurt.versions) expect(holders, label).not.toEqual([]);
});

it('leads to lines that some deny and some state where nothing is in dispute', () => {
	const calm = indexComparison({
		...inventedComparison,
		lines: inventedComparison.lines.map((line) => ({ ...line, state: 'agreed' as const })),
		relations: []
	});
	const found = glance(calm);
	expect(found.disputed).toEqual([]);
	expect(found.unclear.map(({ line }) => line)).toEqual(['alarm']);
});

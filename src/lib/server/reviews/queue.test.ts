import { describe, expect, it } from 'vitest';
import { anchorOf, type Decision, type Event } from '#lib/model/index.ts';
import { inventedEvent } from '../../../../tests/support/invented-event.ts';
import { labelledPairs } from '../export/index.ts';
import { queueOf } from './queue.ts';

const claims = new Map(inventedEvent.comparison!.claims.map((claim) => [claim.id, claim]));

const after = (...decisions: Decision[]): Event => ({
	...inventedEvent,
	reviews: decisions.map((decision, at) => ({
		id: `r${at}`,
		at: '2026-03-15T09:00:00.000Z',
		who: 'Ines',
		decision
	}))
});

const readLines = (text: string) =>
	text
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line) as { label: string; a: { words: string; source: string } });

describe('the queue of an event', () => {
	const { item, open } = queueOf(inventedEvent, 0);
	if (item?.asks !== 'pair') throw new Error('The invented event has no words under two names.');
	const [a, b] = [item.a, item.b].map(({ claim }) => anchorOf(claims.get(claim)!)) as [
		ReturnType<typeof anchorOf>,
		ReturnType<typeof anchorOf>
	];
	const second = queueOf(inventedEvent, 1).item;

	it('goes on to the next pair as soon as one is decided, before anything is compared anew', () => {
		for (const decision of [
			{ kind: 'confirm', claims: [a, b], relation: item.kind },
			{ kind: 'relation', a: b, b: a, relation: 'none' },
			{ kind: 'notSame', a: [a], b: [b] }
		] satisfies Decision[])
			expect(queueOf(after(decision), 0)).toEqual({ item: second, at: 0, decided: 1, open: open - 1 });
	});

	it('asks again about a pair that was taken back', () => {
		const event = after({ kind: 'notSame', a: [a], b: [b] }, { kind: 'undo', review: 'r0' });
		expect(queueOf(event, 0)).toMatchObject({ item, decided: 0, open });
	});

	it('says when only skipped pairs are left', () => {
		expect(queueOf(inventedEvent, open + 7)).toMatchObject({ item: null, open });
	});

	it('is empty where nothing is compared yet', () => {
		expect(queueOf({ ...inventedEvent, comparison: null }, 0)).toMatchObject({ item: null, open: 0 });
	});

	it('gives what is decided as labelled pairs, the newest for each, and nobody’s name', () => {
		const text = labelledPairs(
			after(
				{ kind: 'relation', a, b, relation: 'agrees' },
				{ kind: 'confirm', claims: [b, a], relation: 'conflicts' },
				{ kind: 'rename', claim: a, title: 'Another name' }
			)
		);
		const pairs = readLines(text);
		expect(pairs).toHaveLength(1);
		expect(pairs[0]).toMatchObject({ label: 'conflicts', confirmed: true, a: { words: b.words } });
		expect(text).not.toContain('Ines');
	});

	it('gives an empty file where nothing is decided', () => {
		expect(labelledPairs(inventedEvent)).toBe('');
	});
});

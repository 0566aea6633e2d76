import { describe, expect, it } from 'vitest';
import type { Relation } from '#lib/model/index.ts';
import { inventedComparison, inventedEvent } from '../../../tests/support/invented-event.ts';
import { indexComparison } from './comparison-index.ts';
import { pairOf, queueItem, reviewQueue } from './review-queue.ts';

const NOTHING: ReadonlySet<string> = new Set();
const keyOf = ({ a, b }: Relation) => pairOf(a, b);

const withScores = (score: (relation: Relation, at: number) => number) =>
	indexComparison({
		...inventedComparison,
		relations: inventedComparison.relations.map((one, at) => ({ ...one, score: score(one, at) }))
	});

describe('the queue of pairs to decide on', () => {
	it('asks about every pair of a line once', () => {
		const queue = reviewQueue(indexComparison(inventedComparison), NOTHING);
		expect(queue.map(keyOf).sort()).toEqual(inventedComparison.relations.map(keyOf).sort());
	});

	it('begins where the engine is least sure', () => {
		for (const unsure of inventedComparison.relations) {
			const index = withScores((one) => (one === unsure ? 0.1 : 1));
			const first = reviewQueue(index, NOTHING).findIndex((one) => keyOf(one) === keyOf(unsure));
			expect(first).toBeLessThan(3);
		}
	});

	it('puts a conflict before a difference in detail of which it is as sure', () => {
		const index = withScores(() => 0.7);
		const [first] = reviewQueue(index, NOTHING);
		expect(first?.kind).toBe('conflicts');
	});

	it('turns to other lines before it has asked everything about one', () => {
		const index = indexComparison(inventedComparison);
		const lines = reviewQueue(index, NOTHING).map(({ a }) => index.lineOf.get(a)!.id);
		expect(new Set(lines.slice(0, 4)).size).toBeGreaterThan(1);
	});

	it('leaves out what is decided, and keeps the rest in its order', () => {
		const index = indexComparison(inventedComparison);
		let rest = reviewQueue(index, NOTHING);
		const decided = new Set<string>();
		while (rest.length > 0) {
			decided.add(keyOf(rest[0]!));
			const next = reviewQueue(index, decided);
			expect(next).toEqual(rest.slice(1));
			rest = next;
		}
	});

	it('gives the same order whatever order the relations come in', () => {
		const turned = { ...inventedComparison, relations: [...inventedComparison.relations].reverse() };
		expect(reviewQueue(indexComparison(turned), NOTHING).map(keyOf)).toEqual(
			reviewQueue(indexComparison(inventedComparison), NOTHING).map(keyOf)
		);
	});

	it('shows both passages with their exact words and the reason', () => {
		const index = indexComparison(inventedComparison);
		for (const relation of inventedComparison.relations) {
			const item = queueItem(relation, index, inventedEvent.accounts)!;
			expect(item.reason).toBe(relation.reason.text);
			for (const passage of [item.a, item.b]) {
				const { text } = inventedEvent.accounts.find(({ id }) => id === passage.account)!;
				expect(passage.words).toBe(index.claims.get(passage.claim)!.text);
				expect(text).toContain(passage.before + passage.words + passage.after);
			}
		}
	});

	it('shows nothing of a pair whose account is no more', () => {
		const [relation] = inventedComparison.relations;
		expect(queueItem(relation!, indexComparison(inventedComparison), [])).toBeNull();
	});
});

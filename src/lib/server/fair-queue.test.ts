import { describe, expect, it } from 'vitest';
import { FairQueue } from './fair-queue.ts';

function takeAll<Item>(queue: FairQueue<Item>): Item[] {
	const taken: Item[] = [];
	for (let item = queue.take(); item !== null; item = queue.take()) taken.push(item);
	return taken;
}

describe('a fair queue', () => {
	it('gives everybody a turn, and each their own in order', () => {
		const queue = new FairQueue<string>(100);
		for (const item of ['a1', 'a2', 'a3', 'b1', 'c1', 'b2']) queue.add(item[0]!, item);
		expect(takeAll(queue)).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
		expect(queue.length).toBe(0);
	});

	it('lets whoever comes late with one thing pass the rest of what a hundred others wait for', () => {
		const queue = new FairQueue<string>(200);
		for (let n = 0; n < 100; n++) queue.add('class', `class ${n}`);
		queue.take();
		queue.add('late', 'late');
		expect([queue.take(), queue.take()]).toContain('late');
	});

	it('turns away what one owner has too much of, and still takes in another’s', () => {
		const queue = new FairQueue<number>(8, 6);
		const taken = Array.from({ length: 7 }, (_, n) => queue.add('a', n));
		expect(taken.filter(Boolean)).toHaveLength(6);
		expect([queue.add('b', 1), queue.add('b', 2), queue.add('c', 1)]).toEqual([true, true, false]);
		expect(queue.add('', 0)).toBe(true);
	});

	it('passes over what may not go yet', () => {
		const queue = new FairQueue<string>(10);
		for (const item of ['long', 'short']) queue.add('a', item);
		queue.add('b', 'long too');
		expect(queue.take((item) => !item.startsWith('long'))).toBe('short');
		expect(queue.take((item) => !item.startsWith('long'))).toBeNull();
		expect(queue.length).toBe(2);
	});

	it('tells how many go before each, as they then go', () => {
		const queue = new FairQueue<string>(100);
		for (const item of ['a0', 'a1', 'a2', 'a3', 'b1', 'c1', 'b2']) queue.add(item[0]!, item);
		expect(queue.take()).toBe('a0');
		const items = ['a1', 'a2', 'a3', 'b1', 'b2', 'c1'];
		const told = items.toSorted((x, y) => queue.ahead(x)! - queue.ahead(y)!);
		expect(items.map((item) => queue.ahead(item)).toSorted()).toEqual([0, 1, 2, 3, 4, 5]);
		expect(takeAll(queue)).toEqual(told);
		expect(queue.ahead('a1')).toBeNull();
	});

	it('gives up what is taken back', () => {
		const queue = new FairQueue<string>(10);
		queue.add('a', 'x');
		expect([queue.remove('x'), queue.remove('x'), queue.length]).toEqual([true, false, 0]);
		expect(queue.find(() => true)).toBeUndefined();
	});
});

/** A scored pair of items: `score` 0..1 that both belong together. */
export type Edge = { a: number; b: number; score: number };

type Pairs = readonly (readonly [number, number])[];
/**
 * Pairs of items that have to end in one group, and pairs that must not. No must may stand against a cannot. The first
 * of two `told` items follows the second, where no cannot keeps them apart.
 */
export type Links = { must: Pairs; cannot: Pairs; told?: Pairs };

/** The pairs of which both are known, by their places. */
export function pairsAt<K>(
	pairs: readonly (readonly [K, K])[],
	places: ReadonlyMap<K, number>
): [number, number][] {
	return pairs.flatMap(([a, b]): [number, number][] => {
		const [x, y] = [places.get(a), places.get(b)];
		return x === undefined || y === undefined ? [] : [[x, y]];
	});
}

type Merge = { a: number; b: number; score: number };

/** How large groups may grow, and how the pairs that nobody scored count. */
export type Reach = {
	/** Largest group: lines longer than this are topics, not points. */
	largest: number;
	/** Scored pairs that an item has at most, as far as its own list goes. */
	candidates: number;
};

const REACH: Reach = { largest: 60, candidates: 32 };

/**
 * Groups items by average linkage: two groups join while the mean score over all their pairs, unscored pairs
 * counting as 0, is at least `threshold`. Averages do not chain: an item that is near one member only stays out. Where
 * a group outgrows the list of candidates that an item has, the mean is over as many pairs as could be scored.
 * Ties go to the smaller indices, so the order of the edges changes nothing. Linked items are joined first, and a pair
 * that must stay apart keeps its whole groups apart.
 */
export function cluster(
	count: number,
	edges: readonly Edge[],
	threshold: number,
	links?: Links,
	{ largest, candidates }: Reach = REACH
): number[][] {
	const members: (number[] | null)[] = Array.from({ length: count }, (_, i) => [i]);
	const near: Map<number, number>[] = members.map(() => new Map<number, number>());
	/** Items that a group counts for in an average: what people joined counts for one. */
	const weight = new Float64Array(count).fill(1);
	const heap = createHeap();
	const meanOf = (a: number, b: number) => {
		const [few, many] = weight[a]! < weight[b]! ? [weight[a]!, weight[b]!] : [weight[b]!, weight[a]!];
		return near[a]!.get(b)! / (few * Math.min(many, candidates));
	};
	const offer = (a: number, b: number) => {
		const score = meanOf(a, b);
		if (score >= threshold) heap.push(a < b ? { a, b, score } : { a: b, b: a, score });
	};
	for (const { a, b, score } of edges) {
		near[a]!.set(b, score);
		near[b]!.set(a, score);
	}
	const apart = new Map<number, Set<number>>();
	const keepApart = (a: number, b: number) => apart.set(a, (apart.get(a) ?? new Set()).add(b));
	/** The group that each item is in. */
	const home = Int32Array.from({ length: count }, (_, item) => item);
	const join = (a: number, b: number, both: (x: number, y: number) => number) => {
		for (const item of members[b]!) home[item] = a;
		members[a]!.push(...members[b]!);
		members[b] = null;
		near[a]!.delete(b);
		for (const [other, sum] of near[b]!) {
			near[other]!.delete(b);
			if (other === a) continue;
			const joint = both(near[a]!.get(other) ?? 0, sum);
			near[a]!.set(other, joint);
			near[other]!.set(a, joint);
		}
		const touched = [...near[b]!.keys()].filter((other) => other !== a);
		near[b]!.clear();
		for (const other of apart.get(b) ?? []) {
			keepApart(a, other);
			keepApart(other, a);
		}
		return touched;
	};
	for (const [a, b] of links?.cannot ?? []) {
		keepApart(a, b);
		keepApart(b, a);
	}
	// What denies another by an account's own words goes where that goes: "denied the claim" is like every denial.
	for (const [denying] of links?.told ?? []) {
		for (const other of near[denying]!.keys()) near[other]!.delete(denying);
		near[denying]!.clear();
	}
	for (const [a, b] of [...(links?.must ?? []), ...(links?.told ?? [])]) {
		const [mine, theirs] = [home[a]!, home[b]!];
		const mayJoin = mine !== theirs && !apart.get(mine)?.has(theirs);
		if (mayJoin) join(Math.min(mine, theirs), Math.max(mine, theirs), Math.max);
	}
	near.forEach((row, a) => {
		if (members[a] !== null) for (const b of row.keys()) if (a < b) offer(a, b);
	});
	for (let next = heap.pop(); next !== undefined; next = heap.pop()) {
		const { a, b, score } = next;
		const [mine, theirs] = [members[a], members[b]];
		if (!mine || !theirs || mine.length + theirs.length > largest || apart.get(a)?.has(b)) continue;
		// A group that has grown since is no nearer than it was: what was offered is at least what holds now.
		const now = meanOf(a, b);
		if (now !== score) {
			if (now < score) offer(a, b);
			continue;
		}
		const touched = join(a, b, (x, y) => x + y);
		weight[a]! += weight[b]!;
		for (const other of touched) offer(a, other);
	}
	return members.filter((group) => group !== null).map((group) => group.sort((x, y) => x - y));
}

function before(x: Merge, y: Merge): boolean {
	return x.score > y.score || (x.score === y.score && (x.a < y.a || (x.a === y.a && x.b < y.b)));
}

function createHeap() {
	const items: Merge[] = [];
	const swap = (i: number, j: number) => {
		[items[i], items[j]] = [items[j]!, items[i]!];
	};
	return {
		push(item: Merge) {
			items.push(item);
			for (let i = items.length - 1; i > 0;) {
				const parent = (i - 1) >> 1;
				if (!before(items[i]!, items[parent]!)) break;
				swap(i, parent);
				i = parent;
			}
		},
		pop(): Merge | undefined {
			const top = items[0];
			const last = items.pop();
			if (top === undefined || last === undefined || items.length === 0) return top;
			items[0] = last;
			for (let i = 0; ;) {
				let first = i;
				for (const child of [2 * i + 1, 2 * i + 2])
					if (child < items.length && before(items[child]!, items[first]!)) first = child;
				if (first === i) return top;
				swap(i, first);
				i = first;
			}
		}
	};
}

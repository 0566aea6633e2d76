import { byText } from '../comparison.ts';

/** Two claims' ids that have to be in one line, or must not be. */
export type IdPair = readonly [string, string];

/** One decision on a pair, in the order of the log; `by` is who said so, handed back when it cannot be kept to. */
export type PairDecision<By> = { a: string; b: string; together: boolean; by: By };

/** One text for a pair, whichever comes first. */
export function pairKey(a: string, b: string): string {
	return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** Groups of ids that were joined, each knowing which others it must not meet. */
function createGroups() {
	const homes = new Map<string, string>();
	const apart = new Map<string, Set<string>>();
	const find = (id: string): string => {
		let root = id;
		for (let up = homes.get(root); up !== undefined; up = homes.get(root)) root = up;
		if (root !== id) homes.set(id, root);
		return root;
	};
	const rivals = (root: string) => {
		const known = apart.get(root);
		if (known !== undefined) return known;
		const made = new Set<string>();
		apart.set(root, made);
		return made;
	};
	return {
		find,
		keepApart(a: string, b: string) {
			const [x, y] = [find(a), find(b)];
			rivals(x).add(y);
			rivals(y).add(x);
		},
		/** False where the two, or what they were joined with, must stay apart. */
		join(a: string, b: string): boolean {
			const [x, y] = [find(a), find(b)];
			if (x === y) return true;
			if (rivals(x).has(y)) return false;
			homes.set(y, x);
			for (const rival of rivals(y)) {
				rivals(rival).delete(y);
				rivals(rival).add(x);
				rivals(x).add(rival);
			}
			apart.delete(y);
			return true;
		}
	};
}

/**
 * Makes decisions on pairs free of contradiction. On one and the same pair the newest holds. A pair that must stay
 * apart is never brought together by others: of the decisions that would do so, taken newest first, those go.
 */
export function settlePairs<By>(decisions: readonly PairDecision<By>[]): {
	must: IdPair[];
	cannot: IdPair[];
	overruled: By[];
} {
	const newest = new Map<string, PairDecision<By>>();
	for (const decision of decisions)
		if (decision.a !== decision.b) newest.set(pairKey(decision.a, decision.b), decision);
	const standing = decisions.filter((decision) => newest.get(pairKey(decision.a, decision.b)) === decision);
	const groups = createGroups();
	for (const { a, b, together } of standing) if (!together) groups.keepApart(a, b);
	const must: IdPair[] = [];
	const overruled: By[] = [];
	for (const { a, b, together, by } of [...standing].reverse()) {
		if (!together) continue;
		if (groups.join(a, b)) must.push([a, b]);
		else overruled.push(by);
	}
	const sorted = (pairs: IdPair[]) => pairs.sort((x, y) => byText(x[0], y[0]) || byText(x[1], y[1]));
	return {
		must: sorted(must),
		cannot: sorted(standing.filter(({ together }) => !together).map(({ a, b }) => [a, b] as const)),
		overruled
	};
}

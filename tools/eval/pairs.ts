import type { RelationKind } from '#lib/model/index.ts';
import type { Gold, GoldClaim, GoldPair } from './gold.ts';

/** What holds between two gold claims; `none` where they do not speak to the same point. */
export type PairKind = RelationKind | 'none';

const holds = ({ a, b }: GoldPair, x: GoldClaim, y: GoldClaim) =>
	(a.includes(x) && b.includes(y)) || (a.includes(y) && b.includes(x));

/** Which of some gold pairs two claims are the two sides of. */
export function pairsOf<T extends GoldPair>(pairs: readonly T[], x: GoldClaim, y: GoldClaim): T[] {
	return pairs.filter((pair) => holds(pair, x, y));
}

/** What holds between two gold claims. On one line, what is no conflict and no update agrees, or differs in detail. */
export function kindOfPair(gold: Gold, x: GoldClaim, y: GoldClaim): PairKind {
	if (pairsOf(gold.conflicts, x, y).length > 0) return 'conflicts';
	if (pairsOf(gold.updates, x, y).length > 0) return 'update';
	if (x.line !== y.line) return 'none';
	if (pairsOf(gold.nearMisses, x, y).length > 0) return 'differs';
	const value = (claim: GoldClaim) => claim.value?.replace('~', '');
	return x.certainty === y.certainty && value(x) === value(y) ? 'agrees' : 'differs';
}

import type { Comparison } from '#lib/model/index.ts';
import type { Counter } from './counts.ts';
import type { Gold } from './gold.ts';
import { claimsOn } from './overlap.ts';

/** Of utterances that two accounts quote: is it said when one was cut or altered, and only then. */
export function scoreQuotes(gold: Gold, comparison: Comparison, { rate }: Counter): void {
	for (const { change, full, used } of gold.quotes) {
		const [a, b] = [full, used].map(
			(place) => new Set(claimsOn(place, comparison.claims).map(({ id }) => id))
		);
		const called = comparison.relations.some(
			({ reason, a: x, b: y }) =>
				reason.code === 'quote' && ((a!.has(x) && b!.has(y)) || (a!.has(y) && b!.has(x)))
		);
		rate(change === 'same' ? 'kept quotes raised' : 'changed quotes found', called);
	}
}

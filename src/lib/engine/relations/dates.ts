import type { Value } from '#lib/model/index.ts';
import type { Gist } from '../lines/gist.ts';
import { evidenceOf, holderOf, type Finding } from './finding.ts';

function isDate(value: Value): value is Value & { from: string; to: string } {
	return value.kind === 'date' && value.from !== undefined && value.to !== undefined;
}

/** Compares to the coarser of two moments: a day holds all its hours. */
function before(a: string, b: string): boolean {
	const length = Math.min(a.length, b.length);
	return a.slice(0, length) < b.slice(0, length);
}

/** Compares when two claims say that the thing happened. A vaguer time that holds the other agrees with it. */
export function compareDates(a: Gist, b: Gist): Finding | null {
	const pairs = a.claim.values
		.filter(isDate)
		.flatMap((x) => b.claim.values.filter(isDate).map((y) => [x, y] as const));
	if (pairs.length === 0) return null;
	if (pairs.some(([x, y]) => !before(x.to, y.from) && !before(y.to, x.from))) return null;
	const [x, y] = pairs[0]!;
	return {
		kind: 'conflicts',
		code: 'date',
		text: `${holderOf(a)} says ${x.text} and ${holderOf(b)} ${y.text}; these are not the same time.`,
		evidence: [evidenceOf(a, x), evidenceOf(b, y)],
		score: 0.5
	};
}

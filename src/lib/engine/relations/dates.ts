import type { Value } from '#lib/model/index.ts';
import type { Gist } from '../lines/gist.ts';
import type { Words } from '../words/index.ts';
import { evidenceOf, speakers, type Finding } from './finding.ts';
import { sameDoing } from './overlap.ts';

type Dated = Value & { from: string; to: string };

function isDate(value: Value): value is Dated {
	return value.kind === 'date' && value.from !== undefined && value.to !== undefined;
}

/** Compares to the coarser of two moments: a day holds all its hours. */
function isBefore(a: string, b: string): boolean {
	const length = Math.min(a.length, b.length);
	return a.slice(0, length) < b.slice(0, length);
}

const meets = (x: Dated, y: Dated) =>
	// The same words in two accounts are one time told twice, whatever day each was printed on.
	x.text.toLowerCase() === y.text.toLowerCase() || (!isBefore(x.to, y.from) && !isBefore(y.to, x.from));

/** Compares when two claims say that the thing happened. A vaguer time that holds the other agrees with it. */
export function compareDates(a: Gist, b: Gist, words: Words): Finding | null {
	const theirs = b.claim.values.filter(isDate);
	const pairs = a.claim.values
		.filter(isDate)
		.flatMap((x) => theirs.map((y) => ({ x, y, doing: sameDoing(a, x.start, b, y.start, words) })))
		.sort((p, q) => q.doing - p.doing);
	const [first] = pairs;
	if (first === undefined) return null;
	const meeting = pairs.find(({ x, y }) => meets(x, y));
	const { x, y, doing } = meeting ?? first;
	const evidence = [evidenceOf(a, x), evidenceOf(b, y)];
	if (meeting !== undefined) {
		const isSame = x.from === y.from && x.to === y.to;
		return isSame
			? { kind: 'agrees', code: 'date', text: `Both say ${x.text}.`, evidence, fit: doing }
			: {
					kind: 'differs',
					code: 'bound',
					text: `“${x.text}” and “${y.text}” can be the same time.`,
					evidence,
					fit: doing
				};
	}
	const [one, other] = speakers(a, b);
	const text = `${one} says ${x.text} and ${other} ${y.text}; these are not the same time.`;
	return { kind: 'conflicts', code: 'date', text, evidence, fit: doing };
}

import type { Value } from '#lib/model/index.ts';
import type { Gist } from '../lines/gist.ts';
import type { Words } from '../words/index.ts';
import { evidenceOf, holderOf, type Finding } from './finding.ts';

const MEASURED = new Set(['number', 'money', 'percent', 'duration']);
/** Two units are of one thing from here: "people" and "persons", but not "missiles" and "bases". */
const SAME_UNIT = 0.7;
/** Rounding: "two hours" for one hour and 46 minutes. */
const ROUNDING = 0.15;

function isMeasure(value: Value): boolean {
	return MEASURED.has(value.kind) && (value.low !== undefined || value.high !== undefined);
}

function sameUnit(a: Value, b: Value, words: Words): boolean {
	if (a.kind !== b.kind) return false;
	if (a.unit === b.unit) return a.unit !== undefined || a.kind !== 'number';
	if (a.unit === undefined || b.unit === undefined) return false;
	return words.kinship(a.unit, b.unit) >= SAME_UNIT;
}

function overlap(a: Value, b: Value): boolean {
	return (a.low ?? -Infinity) <= (b.high ?? Infinity) && (b.low ?? -Infinity) <= (a.high ?? Infinity);
}

const isExact = (value: Value) => value.low !== undefined && value.low === value.high;

/** Whether two measures may be one, roundly said. */
function isRounded(a: Value, b: Value): boolean {
	if (a.kind === 'number' && (a.high ?? a.low ?? 0) < 100) return false;
	const [x, y] = [a.low ?? a.high ?? 0, b.low ?? b.high ?? 0];
	return Math.abs(x - y) <= ROUNDING * Math.max(Math.abs(x), Math.abs(y));
}

/** Compares the quantities of two claims: only those of one unit can meet or conflict. */
export function compareNumbers(a: Gist, b: Gist, words: Words): Finding | null {
	const pairs = a.claim.values
		.filter(isMeasure)
		.flatMap((x) =>
			b.claim.values.filter((y) => isMeasure(y) && sameUnit(x, y, words)).map((y) => [x, y] as const)
		);
	if (pairs.length === 0) return null;
	const evidence = (x: Value, y: Value) => [evidenceOf(a, x), evidenceOf(b, y)];
	const meeting = pairs.find(([x, y]) => overlap(x, y) || isRounded(x, y));
	if (meeting !== undefined) {
		const [x, y] = meeting;
		const both = `${x.text} and ${y.text}`;
		return isExact(x) === isExact(y)
			? { kind: 'agrees', code: 'number', text: `Both give ${x.text}.`, evidence: evidence(x, y), score: 0.8 }
			: {
					kind: 'differs',
					code: 'bound',
					text: `${both} can both be true.`,
					evidence: evidence(x, y),
					score: 0.7
				};
	}
	const [x, y] = pairs[0]!;
	return {
		kind: 'conflicts',
		code: 'number',
		text: `${holderOf(a)} gives ${x.text} and ${holderOf(b)} ${y.text}; a count cannot be both.`,
		evidence: evidence(x, y),
		score: 0.6
	};
}

import type { Value } from '#lib/model/index.ts';
import type { Gist } from '../lines/gist.ts';
import type { Words } from '../words/index.ts';
import { clauseAt, haveOneFate, sameUnit } from '../lines/counts.ts';
import { does, evidenceOf, speakers, type Finding } from './finding.ts';
import { isMeasure, isOneThing } from './measures.ts';
import { isLight, sameDoing } from './overlap.ts';

/** Rounding: "two hours" for one hour and 46 minutes. */
const ROUNDING = 0.15;
/** Below this, counts are of things one can point at, and nobody rounds them. */
const FEW = 40;

/** What is counted to the last one, and told so unless it is told in hundreds. */
const EXACT = new Set(['vote', 'ballot', 'seat', 'goal']);

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** A value's words inside a sentence: "more than 40". */
const inside = ({ text }: Value) =>
	/^\p{Lu}\p{Ll}+\s/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

type Pair = { x: Value; y: Value; doing: number };

const meets = (a: Value, b: Value) =>
	(a.low ?? -Infinity) <= (b.high ?? Infinity) && (b.low ?? -Infinity) <= (a.high ?? Infinity);
const size = (value: Value) => value.low ?? value.high ?? 0;

/** How many of a number's figures are more than zeros behind it: 2 of 150, 3 of 4.25. */
const figures = (value: number) =>
	value
		.toExponential()
		.split('e')[0]!
		.replace(/\D|\.?0+$/g, '').length;

/** Whether two measures may be one, roundly said: 312 rounds to 300, and 52 to no 58. */
function isRounded(a: Value, b: Value): boolean {
	if (a.kind === 'number' && Math.max(size(a), size(b)) < FEW) return false;
	if (Math.abs(size(a) - size(b)) > ROUNDING * Math.max(Math.abs(size(a)), Math.abs(size(b)))) return false;
	// "Two hours" and "106 minutes": lengths of time are rounded in units of their own.
	if ([a, b].every((value) => EXACT.has(value.unit ?? '') && size(value) % 100 !== 0)) return false;
	const unit = ({ text }: Value) => text.toLowerCase().replace(/^.*[\s-]|s$/g, '');
	if (a.kind === 'duration' && unit(a) !== unit(b)) return true;
	const [rounder, other] = figures(size(a)) <= figures(size(b)) ? [a, b] : [b, a];
	const kept = figures(size(rounder));
	if (Number(size(other).toPrecision(kept)) === size(rounder)) return true;
	// "$43 million" is what some make of $43,885,310.
	const step = 10 ** (Math.floor(Math.log10(Math.abs(size(other)))) - kept + 1);
	return kept > 1 && Math.trunc(size(other) / step) * step === size(rounder);
}

/** Counts that part are of one doing from here, where others of the claims meet. */
const SAME_DOING = 0.85;

/** A pair of one unit and one doing of which neither number is met by any other: "five hurt, two held", "five hurt, six held". */
function apart(pairs: readonly Pair[], a: Gist, b: Gist, words: Words): Pair | undefined {
	const meet = ({ x, y }: Pair) => meets(x, y) || isRounded(x, y);
	return pairs.find(({ x, y, doing }) => {
		const verb = clauseAt(a, x.start)?.verb;
		return (
			doing >= SAME_DOING &&
			x.unit !== undefined &&
			words.kinship(x.unit, y.unit ?? '') >= SAME_DOING &&
			verb !== undefined &&
			!isLight(a.tokens[verb]!.lemma) &&
			isOneThing(a, x, b, y, doing, words) &&
			!pairs.some((pair) => (pair.x === x || pair.y === y) && meet(pair))
		);
	});
}

/** Whether a claim gives a number too, of what it compares with: "six arrests, compared to 47 the night before". */
function gives({ claim }: Gist, { kind, low }: Value): boolean {
	return low !== undefined && claim.values.some((own) => own.kind === kind && own.low === low);
}

/** How near what is told of two numbers is, 0..1. */
function doingOf(a: Gist, x: Value, b: Gist, y: Value, words: Words): number {
	const near = sameDoing(a, x.start, b, y.start, words);
	return x.kind === 'number' && near < SAME_DOING && haveOneFate(a, x, b, y, words) ? SAME_DOING : near;
}

/** Compares the quantities of two claims: only those of one unit can meet or conflict. */
export function compareNumbers(a: Gist, b: Gist, words: Words): Finding | null {
	const theirs = b.claim.values.filter((value) => isMeasure(b, value));
	const pairs: Pair[] = a.claim.values
		.filter((value) => isMeasure(a, value))
		.flatMap((x) => theirs.filter((y) => sameUnit(x, y, words)).map((y) => ({ x, y })))
		.map(({ x, y }) => ({ x, y, doing: doingOf(a, x, b, y, words) }))
		.sort((p, q) => q.doing - p.doing);
	const [first] = pairs;
	if (first === undefined) return null;
	const parted = apart(pairs, a, b, words);
	const meeting = parted ? undefined : pairs.find(({ x, y }) => meets(x, y) || isRounded(x, y));
	const clash = parted ?? pairs.find((pair) => isOneThing(a, pair.x, b, pair.y, pair.doing, words));
	if (clash !== undefined && (gives(a, clash.y) || gives(b, clash.x))) return null;
	if (meeting === undefined && clash === undefined) return null;
	const { x, y, doing } = meeting ?? clash ?? first;
	const evidence = [evidenceOf(a, x), evidenceOf(b, y)];
	const [one, other] = speakers(a, b);
	if (meeting === undefined) {
		const text = `${does(one, 'gives')} ${inside(x)} and ${other} ${inside(y)}; a count cannot be both.`;
		return { kind: 'conflicts', code: 'number', text, evidence, fit: doing };
	}
	if (x.low === y.low && x.high === y.high)
		return { kind: 'agrees', code: 'number', text: `Both give ${inside(x)}.`, evidence, fit: doing };
	const text = `${capital(inside(x))} and ${inside(y)} can both be true.`;
	return { kind: 'differs', code: 'bound', text, evidence, fit: doing };
}

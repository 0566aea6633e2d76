import type { Value } from '#lib/model/index.ts';
import type { Gist } from './gist.ts';

/** A time of which both ends are known. */
export type Dated = Value & { from: string; to: string };

export function isDated(value: Value): value is Dated {
	return value.kind === 'date' && value.from !== undefined && value.to !== undefined;
}

const TO = /^\s*(?:to|through|until|till|[-–—])\s*$/i;
const AND = /^\s*and\s*$/i;
const BETWEEN = /\bbetween\s+$/i;

/** "From March to July 2019": the first of the two is of the second's year. */
function inYearOf({ from, to }: Dated, first: string): string {
	return first > to ? from.slice(0, 4) + first.slice(4) : first;
}

/** The times of a claim, in order; "from 2007 to 2014" and "between May and July" are one each. */
export function timesOf({ claim, extraction }: Gist): Dated[] {
	const { text } = extraction.account;
	const times: Dated[] = [];
	for (const time of claim.values.filter(isDated)) {
		const last = times.at(-1);
		const joint = last === undefined ? '' : text.slice(last.end, time.start);
		const isOne =
			TO.test(joint) ||
			(AND.test(joint) && BETWEEN.test(text.slice(Math.max(0, last!.start - 12), last!.start)));
		const from = last && (/\d{4}/.test(last.text) ? last.from : inYearOf(time, last.from));
		if (last === undefined || from === undefined || !isOne || from > time.to) times.push(time);
		else
			times[times.length - 1] = {
				...last,
				from,
				end: time.end,
				to: time.to,
				text: text.slice(last.start, time.end)
			};
	}
	return times;
}

/** "Until Friday" says how long, and not when. */
const SPANNING = /\b(?:until|till|since)\s+$/i;

/** The times at which a claim sets something, without those up to which or from which on it lasts. */
export function momentsOf(gist: Gist): Dated[] {
	const { text } = gist.extraction.account;
	const isMoment = ({ start, text: own }: Dated) =>
		!SPANNING.test(text.slice(Math.max(0, start - 8), start)) && !/^(?:until|till|since)\b/i.test(own);
	return timesOf(gist).filter(isMoment);
}

const dayOf = (time: string) => time.slice(0, 10);

/** Whether two times have a day in common. */
export function shareDay(x: Dated, y: Dated): boolean {
	return dayOf(x.from) <= dayOf(y.to) && dayOf(y.from) <= dayOf(x.to);
}

/** Whether two claims' times may be one: the same words are, whatever day each was printed on, and days that meet. */
export function mayBeOneTime(x: Dated, y: Dated): boolean {
	return x.text.toLowerCase() === y.text.toLowerCase() || shareDay(x, y);
}

/** Whether two claims give moments that cannot be one: then each may be true of its own. */
export function haveNoTimeInCommon(a: Gist, b: Gist): boolean {
	const [xs, ys] = [momentsOf(a), momentsOf(b)];
	return xs.length > 0 && ys.length > 0 && !xs.some((x) => ys.some((y) => mayBeOneTime(x, y)));
}

const DAY = 86_400_000;

/** Days from one ISO day to another; below zero where the second comes first, NaN where one is no day. */
export function daysBetween(from: string, to: string): number {
	return (Date.parse(to) - Date.parse(from)) / DAY;
}

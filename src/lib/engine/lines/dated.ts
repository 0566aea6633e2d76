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
		if (last === undefined || !isOne || last.from > time.to) times.push(time);
		else
			times[times.length - 1] = {
				...last,
				end: time.end,
				to: time.to,
				text: text.slice(last.start, time.end)
			};
	}
	return times;
}

const dayOf = (time: string) => time.slice(0, 10);

/** Whether two times have a day in common. */
export function shareDay(x: Dated, y: Dated): boolean {
	return dayOf(x.from) <= dayOf(y.to) && dayOf(y.from) <= dayOf(x.to);
}

const DAY = 86_400_000;

/** Days from one ISO day to another; below zero where the second comes first, NaN where one is no day. */
export function daysBetween(from: string, to: string): number {
	return (Date.parse(to) - Date.parse(from)) / DAY;
}

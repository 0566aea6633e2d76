import type { Value } from '#lib/model/index.ts';

/** A time of which both ends are known. */
export type Dated = Value & { from: string; to: string };

export function isDated(value: Value): value is Dated {
	return value.kind === 'date' && value.from !== undefined && value.to !== undefined;
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

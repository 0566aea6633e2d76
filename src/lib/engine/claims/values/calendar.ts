/** A day as a count of days since 1970-01-01, so that no time zone can move it. */
export type Day = number;

/** A stretch of days, both ends included, as ISO dates or moments. */
export type Stretch = { from: string; to: string };

const DAY = 86_400_000;

/** The day of a year, month (1 to 12) and day of the month. */
export function dayOf(year: number, month: number, day: number): Day {
	return Math.floor(Date.UTC(year, month - 1, day) / DAY);
}

/** The day an ISO date or moment names, by the date that is written there. */
export function readDay(iso: string): Day | null {
	const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
	return parts ? dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) : null;
}

/** `2018-08-12`. */
export function isoDay(day: Day): string {
	return new Date(day * DAY).toISOString().slice(0, 10);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: Day): number {
	return (((day + 4) % 7) + 7) % 7;
}

/** Year and month (1 to 12) of a day. */
export function yearMonth(day: Day): { year: number; month: number } {
	const date = new Date(day * DAY);
	return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 };
}

/** A stretch of whole days. */
export function days(from: Day, to: Day): Stretch {
	return { from: isoDay(from), to: isoDay(to) };
}

/** A whole month, or its first, middle or last third. */
export function monthStretch(year: number, month: number, part?: string): Stretch {
	const first = dayOf(year, month, 1);
	const last = dayOf(year, month + 1, 1) - 1;
	if (part === 'early') return days(first, first + 9);
	if (part === 'mid') return days(first + 9, first + 19);
	if (part === 'late') return days(last - 10, last);
	return days(first, last);
}

/** The week, Monday to Sunday, that a day lies in, moved by a number of weeks. */
export function weekStretch(day: Day, by: number): Stretch {
	const monday = day - ((weekdayOf(day) + 6) % 7) + 7 * by;
	return days(monday, monday + 6);
}

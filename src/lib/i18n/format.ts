const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December'
];

/** The parts of an ISO date as they are written: a time in the source's own zone stays that time. */
function partsOf(iso: string): { year: string; month: string; day: string; time: string } | null {
	const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}))?/.exec(iso);
	if (!match) return null;
	const [, year = '', month = '', day = '', time = ''] = match;
	return { year, month: MONTHS[Number(month) - 1] ?? '', day: String(Number(day)), time };
}

/** `14 March 2026, 11:20`; the text itself where it is no ISO date. */
export function formatWhen(iso: string): string {
	const parts = partsOf(iso);
	if (!parts) return iso;
	return `${parts.day} ${parts.month} ${parts.year}${parts.time ? `, ${parts.time}` : ''}`;
}

/** `14 March 2026`. */
export function formatDay(iso: string): string {
	const parts = partsOf(iso);
	return parts ? `${parts.day} ${parts.month} ${parts.year}` : iso;
}

/** The shortest that tells moments of a list apart: the time where all are of one day, else the day. */
export function shortMoments(list: readonly string[]): (iso: string) => string {
	const oneDay = new Set(list.map((iso) => iso.slice(0, 10))).size < 2;
	return (iso) => {
		const parts = partsOf(iso);
		if (!parts) return iso;
		return oneDay && parts.time ? parts.time : `${parts.day} ${parts.month.slice(0, 3)}`;
	};
}

/** `14 March 2026, 07:55 to 15:10`, or `13 July to 15 August 2018`. */
export function formatRange(first: string, last: string): string {
	const [a, b] = [partsOf(first), partsOf(last)];
	if (!a || !b || first === last) return formatWhen(first);
	if (first.slice(0, 10) === last.slice(0, 10))
		return a.time && b.time && a.time !== b.time
			? `${formatDay(first)}, ${a.time} to ${b.time}`
			: formatDay(first);
	const start = a.year !== b.year ? formatDay(first) : a.month === b.month ? a.day : `${a.day} ${a.month}`;
	return `${start} to ${formatDay(last)}`;
}

/** `1 account`, `2 accounts`. */
export function count(n: number, one: string, many = `${one}s`): string {
	return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}

/** `a`, `a and b`, `a, b and c`, `a, b and 4 more`. */
export function listNames(names: readonly string[], most = 4): string {
	if (names.length <= 1) return names[0] ?? '';
	const shown =
		names.length > most ? [...names.slice(0, most - 1), `${names.length - most + 1} more`] : names;
	return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

import * as chrono from 'chrono-node';
import type { Value } from '#lib/model/index.ts';
import {
	days,
	dayOf,
	isoDay,
	monthStretch,
	readDay,
	weekdayOf,
	weekStretch,
	yearMonth,
	type Day,
	type Stretch
} from './calendar.ts';
import { CLOCK, momentsAround, NUMBERS, readClock } from './clock.ts';

/** What is known when a sentence's dates are read: the day of publication, and the last date named before. */
export type DateContext = {
	published: Day | null;
	last: Stretch | null;
	/** Hour and minute of publication as it is written, "07:20", where that is known. */
	hour?: string;
};

/** The day of an hour that is given without one: publication's, or the day before where it was not yet that late. */
function dayOfHour(
	{ published, hour }: DateContext,
	[hours, minutes]: [number, number],
	ahead: boolean
): string {
	const time = `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
	return isoDay(published! - (hour !== undefined && !ahead && time > hour ? 1 : 0));
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const MONTH =
	'(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Mar\\.|Apr\\.|Jun\\.|Jul\\.|Aug\\.|Sept?\\.|Oct\\.|Nov\\.|Dec\\.|Jan|Feb|Aug|Sept|Oct|Nov|Dec)';
const WEEKDAY = '(?:Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)';
const PART =
	'(?:early|mid|late|the start of|the beginning of|the end of|the middle of|the first half of|the second half of)';
const AMOUNT = '(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a few|several)';

/** A month with no day and no year behind it: those are read as dates of their own. */
const ALONE =
	'(?!,?\\s(?:of\\s)?(?:19|20)\\d{2}\\b|\\s\\d{1,2}(?:st|nd|rd|th)?\\b(?!\\s(?:people|men|women|percent)))';

/** Every way a date may be written, each with a name; the first that matches at a place is taken. */
const PATTERNS: readonly (readonly [string, string])[] = [
	['iso', '\\b\\d{4}-\\d{2}-\\d{2}(?:T\\d{2}:\\d{2})?\\b'],
	[
		'explicit',
		`\\b${MONTH}\\s\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s(?:19|20)\\d{2})?\\b(?!\\s?(?:million|percent|%))`
	],
	['explicit', `\\b\\d{1,2}(?:st|nd|rd|th)?\\s(?:of\\s)?${MONTH}(?:,?\\s(?:19|20)\\d{2})?\\b`],
	['explicit', '\\b\\d{1,2}/\\d{1,2}/(?:19|20)?\\d{2}\\b'],
	['monthYear', `\\b(?:${PART}[\\s-])?${MONTH},?\\s(?:of\\s)?(?:19|20)\\d{2}\\b`],
	[
		'month',
		`\\b(?:in|since|until|by|from|before|after|during|last|next|this|of|through)\\s(?:${PART}[\\s-])?${MONTH}(?![\\p{L}\\d])${ALONE}`
	],
	['month', `\\b${PART}[\\s-]${MONTH}(?![\\p{L}\\d])${ALONE}`],
	[
		'weekday',
		`\\b(?:(?:last|next|this|early|late)\\s)?${WEEKDAY}(?:\\s(?:morning|afternoon|evening|night))?\\b`
	],
	[
		'near',
		'\\b(?:yesterday|today|tomorrow|tonight|overnight|last night|this (?:morning|afternoon|evening)|(?:earlier |later )?(?:that|the same) (?:day|week|month|year|night|evening|morning|afternoon))\\b'
	],
	[
		'period',
		'\\b(?:earlier |later )?(?:(?:last|next|this|past|the past|the last|the coming|the previous|the following) (?:week(?:end)?|month|year|summer|spring|fall|autumn|winter)|(?:over )?the weekend)\\b'
	],
	['ago', `\\b${AMOUNT}\\s(?:minute|hour|day|week|month|year|decade)s?\\s(?:ago|earlier)\\b`],
	[
		'year',
		'\\b(?:in|between|since|until|by|from|before|after|during|of|through|late|early|and|to)\\s(?:late |early |mid-)?(?:19|20)\\d{2}\\b(?![-–]\\d|\\s?(?:percent|%|people|men|women|\\p{L}+s\\b))'
	],
	['clock', `\\b${CLOCK}`]
];

const FINDER = new RegExp(PATTERNS.map(([, source], index) => `(?<k${index}>${source})`).join('|'), 'gu');
/** Almost every sentence without these has no date, and is not searched. */
const HINT =
	/\d{4}|\d\/\d|\d:\d\d|o['’]clock|\b(?:past|quarter)\b|[ap]\.?m\b|noon|midnight|day|night|week|month|year|ago|earlier|morrow|morning|evening|summer|spring|autumn|winter|fall|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/;
const FUTURE =
	/\b(?:will|shall|scheduled|slated|due|upcoming|set to|expected to|plans? to|going to|next|would)\b|['’]ll\b|\b(?:until|by) (?:the end of )?$/;

function monthIn(text: string): number {
	const found = /(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.exec(
		text.replace(/^(?:march|may)\s(?=\p{L})/iu, '')
	);
	return found ? MONTHS.indexOf(found[0].toLowerCase()) + 1 : 0;
}

function partIn(text: string): string | undefined {
	if (/early|start|beginning|first half/i.test(text)) return 'early';
	if (/mid/i.test(text)) return 'mid';
	return /late|end of|second half/i.test(text) ? 'late' : undefined;
}

/** A month without a year is the last one before publication, or the next one where the sentence looks ahead. */
function nearMonth(text: string, month: number, published: Day, ahead: boolean): Stretch {
	const now = yearMonth(published);
	let { year } = now;
	if (/\bnext\b/i.test(text) || ahead) year += month < now.month ? 1 : 0;
	else year -= month > now.month ? 1 : 0;
	if (/\blast\b/i.test(text) && month >= now.month && year === now.year) year -= 1;
	return monthStretch(year, month, partIn(text));
}

function explicit(text: string, context: DateContext, ahead: boolean): Stretch | null {
	const hasYear = /\b(?:19|20)\d{2}\b|\/\d{2}$/.test(text);
	if (!hasYear && context.published === null) return null;
	const reference = new Date((context.published ?? 0) * 86_400_000 + 43_200_000);
	const [found] = chrono.en.strict.parse(text, { instant: reference, timezone: 0 });
	if (!found?.start.isCertain('day')) return null;
	const month = found.start.get('month')!;
	const date = found.start.get('day')!;
	let year = found.start.get('year')!;
	if (!hasYear) {
		// A day without a year lies within the half-year around publication, looking back unless the sentence looks ahead.
		const published = context.published!;
		({ year } = yearMonth(published));
		const gap = dayOf(year, month, date) - published;
		if (gap > (ahead ? 320 : 45)) year--;
		else if (ahead && gap < -60) year++;
	}
	return days(dayOf(year, month, date), dayOf(year, month, date));
}

function weekday(text: string, published: Day, ahead: boolean): Stretch {
	const name = WEEKDAYS.indexOf(/(sun|mon|tue|wed|thu|fri|sat)[a-z]*day/i.exec(text)![1]!.toLowerCase());
	const back = (weekdayOf(published) - name + 7) % 7;
	if (/\bnext\b/i.test(text)) return days(published - back + 7, published - back + 7);
	if (/\blast\b/i.test(text)) return days(published - (back || 7), published - (back || 7));
	const day = ahead && back > 0 ? published - back + 7 : published - back;
	return days(day, day);
}

function near(text: string, context: DateContext): Stretch | null {
	const lower = text.toLowerCase();
	const that = /(?:that|the same) (day|week|month|year|night|evening|morning|afternoon)/.exec(lower)?.[1];
	if (that) {
		const day = context.last && readDay(context.last.from);
		if (day === null) return null;
		const { year, month } = yearMonth(day);
		if (that === 'month') return monthStretch(year, month);
		if (that === 'year') return days(dayOf(year, 1, 1), dayOf(year, 12, 31));
		return that === 'week' ? weekStretch(day, 0) : context.last;
	}
	if (context.published === null) return null;
	const { published } = context;
	if (lower === 'yesterday' || lower === 'last night') return days(published - 1, published - 1);
	if (lower === 'tomorrow') return days(published + 1, published + 1);
	return lower === 'overnight' ? days(published - 1, published) : days(published, published);
}

const SEASONS: Record<string, readonly [number, number]> = {
	spring: [3, 5],
	summer: [6, 8],
	fall: [9, 11],
	autumn: [9, 11],
	winter: [12, 14]
};

function period(text: string, published: Day): Stretch | null {
	const lower = text.toLowerCase();
	const by = /next|coming|following/.test(lower) ? 1 : /last|past|previous/.test(lower) ? -1 : 0;
	const { year, month } = yearMonth(published);
	if (lower.includes('weekend')) {
		const saturday = published - ((weekdayOf(published) + 1) % 7) + (by > 0 ? 7 : 0);
		return days(saturday, saturday + 1);
	}
	if (lower.includes('week'))
		return /past/.test(lower) ? days(published - 7, published) : weekStretch(published, by);
	if (lower.includes('month')) return monthStretch(year, month + by);
	if (lower.includes('year')) return days(dayOf(year + by, 1, 1), dayOf(year + by, 12, 31));
	const season = SEASONS[/spring|summer|fall|autumn|winter/.exec(lower)?.[0] ?? ''];
	if (!season) return null;
	const of = by < 0 && month >= season[0] ? year - (month > season[1] ? 0 : 1) : by < 0 ? year - 1 : year;
	return days(dayOf(of, season[0], 1), dayOf(of, season[1] + 1, 1) - 1);
}

function ago(text: string, published: Day): Stretch | null {
	const parts = /^(\S+(?:\sfew)?)\s(minute|hour|day|week|month|year|decade)/i.exec(text);
	if (!parts) return null;
	const count = NUMBERS[parts[1]!.toLowerCase()] ?? Number(parts[1]);
	if (!Number.isFinite(count)) return null;
	const unit = parts[2]!.toLowerCase();
	const { year, month } = yearMonth(published);
	if (unit === 'day') return days(published - count, published - count);
	if (unit === 'week') return days(published - 7 * count - 3, published - 7 * count + 3);
	if (unit === 'month') return monthStretch(year, month - count);
	if (unit === 'year' || unit === 'decade') {
		const of = year - count * (unit === 'decade' ? 10 : 1);
		return days(dayOf(of, 1, 1), dayOf(of, 12, 31));
	}
	return days(published - (unit === 'hour' && count > 12 ? 1 : 0), published);
}

function resolve(kind: string, text: string, context: DateContext, ahead: boolean): Stretch | null {
	const { published } = context;
	const year = /(?:19|20)\d{2}/.exec(text);
	switch (kind) {
		case 'iso': {
			const day = readDay(text);
			return day === null ? null : days(day, day);
		}
		case 'explicit':
			return explicit(text, context, ahead);
		case 'monthYear':
			return monthStretch(Number(year![0]), monthIn(text), partIn(text));
		case 'year':
			return days(dayOf(Number(year![0]), 1, 1), dayOf(Number(year![0]), 12, 31));
		case 'near':
			return near(text, context);
		default:
			break;
	}
	if (published === null) return null;
	if (kind === 'month')
		return nearMonth(
			text,
			monthIn(
				text.replace(/^\S+\s(?=\S)/, (word) =>
					/^(?:in|since|until|by|from|before|after|during|last|next|this|of|through)\s$/i.test(word)
						? ''
						: word
				)
			),
			published,
			ahead
		);
	if (kind === 'weekday') return weekday(text, published, ahead);
	return kind === 'period' ? period(text, published) : ago(text, published);
}

/** Keeps the words that name the time, without the preposition before them. */
function withoutPreposition(text: string): number {
	return (
		/^(?:in|between|since|until|by|from|before|after|during|of|through|and|to|over)\s/i.exec(text)?.[0]
			.length ?? 0
	);
}

/**
 * Finds the dates in one sentence and resolves them on the day of publication, never on today's. Updates
 * `context.last`, which "later that month" leans on.
 */
export function readDates(text: string, start: number, end: number, context: DateContext): Value[] {
	const sentence = text.slice(start, end);
	if (!HINT.test(sentence)) return [];
	const values: Value[] = [];
	for (const match of sentence.matchAll(FINDER)) {
		const index = PATTERNS.findIndex((_, at) => match.groups![`k${at}`] !== undefined);
		const kind = PATTERNS[index]![0];
		const ahead = FUTURE.test(sentence.slice(Math.max(0, match.index - 70), match.index));
		const cut = withoutPreposition(match[0]);
		const from = start + match.index + cut;
		const to = start + match.index + match[0].length;
		const words = text.slice(from, to);
		if (kind === 'clock') {
			const time = readClock(words);
			if (!time) continue;
			const known = context.published === null ? undefined : dayOfHour(context, time, ahead);
			const day = values.at(-1)?.from ?? known;
			if (day === undefined || day.includes('T')) continue;
			const near = values.at(-1);
			const moments = momentsAround(
				day.slice(0, 10),
				time,
				sentence.slice(Math.max(0, match.index - 20), match.index)
			);
			if (near && from - near.end < 12)
				values[values.length - 1] = { ...near, end: to, text: text.slice(near.start, to), ...moments };
			else values.push({ kind: 'date', start: from, end: to, text: words, ...moments });
			continue;
		}
		const stretch = resolve(kind, match[0], context, ahead);
		const before = values.at(-1);
		// "2:30 p.m. Friday": the time stood first and waits for its day.
		if (stretch && before?.from?.includes('T') && stretch.from === stretch.to && from - before.end < 12) {
			values[values.length - 1] = {
				...before,
				end: to,
				text: text.slice(before.start, to),
				from: `${stretch.from}${before.from.slice(10)}`,
				to: `${stretch.from}${(before.to ?? before.from).slice(10)}`
			};
		} else values.push({ kind: 'date', start: from, end: to, text: words, ...(stretch ?? {}) });
		if (stretch) context.last = stretch;
	}
	return values;
}

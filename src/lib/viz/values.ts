import { extent, format, scaleLinear, scaleUtc, utcFormat } from 'd3';
import type { Claim, Value, ValueKind } from '#lib/model/index.ts';
import { readMoment } from './moments.ts';
import type { Tone } from './tones.ts';

/** One value as a claim gives it; numbers, or milliseconds for dates. A bound that is not given is open. */
export type ValueRow = {
	claim: string;
	name: string;
	text: string;
	tone: Tone;
	low?: number;
	high?: number;
};

export type ValueSet = { kind: ValueKind; unit?: string; rows: ValueRow[] };

/** How wide a name is about, in widths of one small letter: capitals are wider, blanks and stops narrower. */
function widthOf(name: string): number {
	const width = (sign: string) => (/[\p{Lu}@&]/u.test(sign) ? 1.3 : /[\p{L}\d]/u.test(sign) ? 1 : 0.5);
	return [...name].reduce((sum, sign) => sum + width(sign), 0);
}

/** A name, cut with an ellipsis where it is wider than so many small letters. */
function shortName(name: string, letters: number): string {
	if (widthOf(name) <= letters) return name;
	const signs = [...name];
	while (signs.length > 1 && widthOf(signs.join('')) > letters - 1) signs.pop();
	return `${signs.join('').trimEnd()}…`;
}

export type ValueShape = {
	row: ValueRow;
	/** The row's name, cut to the room beside the drawing. */
	name: string;
	y: number;
	/** Ends of the drawn span; equal for a single value. */
	x0: number;
	x1: number;
	openLow: boolean;
	openHigh: boolean;
};

export type ValueChart = {
	width: number;
	shapes: ValueShape[];
	ticks: { x: number; label: string }[];
	left: number;
	right: number;
	height: number;
	plot: number;
};

/** A set of values with its drawing; it comes with the page, so that no scale need be sent to the reader. */
export type DrawnValues = ValueSet & { chart: ValueChart };

/** The drawing in pixels: its width, and the room for names. */
const SIZE = { width: 352, left: 128 };
/** Letters that fit into that room. */
const LETTERS = 18;
const ROW_HEIGHT = 20;
const AXIS = 22;
/** Room that the label of a tick needs, in pixels. */
const TICK_ROOM = 44;
const DAY = 86_400_000;

function bounds(value: Value): { low?: number; high?: number } | null {
	if (value.kind === 'date') {
		const low = value.from === undefined ? null : readMoment(value.from);
		const end = value.to === undefined ? null : readMoment(value.to);
		// A date without a time means any moment of that day.
		const high = end !== null && value.to && !value.to.includes('T') ? end + DAY : end;
		return low === null && high === null
			? null
			: { ...(low === null ? {} : { low }), ...(high === null ? {} : { high }) };
	}
	if (value.low === undefined && value.high === undefined) return null;
	return {
		...(value.low === undefined ? {} : { low: value.low }),
		...(value.high === undefined ? {} : { high: value.high })
	};
}

/**
 * The values of a line that can be drawn on one scale: the kind and unit that most claims give, or the one
 * that `preferred` names where it occurs; null unless two claims or more give one.
 */
export function comparableValues(
	claims: readonly { claim: Claim; name: string; tone: Tone }[],
	preferred?: ValueKind
): ValueSet | null {
	const sets = new Map<string, ValueSet>();
	for (const { claim, name, tone } of claims)
		for (const value of claim.values) {
			const found = bounds(value);
			if (!found) continue;
			const key = `${value.kind}/${value.unit ?? ''}`;
			const set = sets.get(key) ?? {
				kind: value.kind,
				...(value.unit ? { unit: value.unit } : {}),
				rows: []
			};
			sets.set(key, set);
			if (!set.rows.some((row) => row.name === name && row.text === value.text))
				set.rows.push({ claim: claim.id, name, text: value.text, tone, ...found });
		}
	const usable = [...sets.values()].filter((set) => new Set(set.rows.map((row) => row.claim)).size > 1);
	const rank = (set: ValueSet) => (set.kind === preferred ? 1000 : 0) + set.rows.length;
	return usable.sort((a, b) => rank(b) - rank(a))[0] ?? null;
}

const SHORT = format(',~r');
const LONG = format('.3~s');
const PART = format('.2~r');

/** A number as it stands at a scale: "1,200", "1.2M". */
export function numberLabel(value: number): string {
	if (Math.abs(value) < 1) return PART(value);
	return Math.abs(value) >= 100_000 ? LONG(value).replace('G', 'B') : SHORT(value);
}

/** Labels for times: hours within two days where any time has one, else days, else years. */
function dateLabel(span: number, rows: readonly ValueRow[]): (date: Date) => string {
	const areDays = rows.every(({ low = 0, high = 0 }) => low % DAY === 0 && high % DAY === 0);
	if (span <= 2 * DAY && !areDays) return utcFormat('%H:%M');
	if (span <= 400 * DAY) return utcFormat('%-d %b');
	return utcFormat('%Y');
}

/** What a row gives at one end: of "about 120", which may be 108 to 132, 120 all the same. */
function saidAt(row: ValueRow, end: 'low' | 'high'): number {
	const isRange = (row.text.match(/\d[\d.,]*/g) ?? []).length > 1;
	if (isRange || row.low === undefined || row.high === undefined) return row[end] ?? 0;
	return (row.low + row.high) / 2;
}

const MONTH_AND_YEAR = utcFormat('%b %Y');

/** The ends of a set's scale in short words: numbers, or the hour, day or year that tells them apart. */
export function shortScale({ kind, rows }: ValueSet): [string, string] {
	const of = (end: 'low' | 'high') => rows.flatMap((row) => (row[end] === undefined ? [] : [row]));
	const least = [...of('low')].sort((a, b) => a.low! - b.low!)[0];
	const most = [...of('high')].sort((a, b) => b.high! - a.high!)[0];
	const all = rows.flatMap((row) => [row.low, row.high].filter((value) => value !== undefined));
	const [low = 0, high = 0] = extent(all);
	if (kind !== 'date')
		return [
			numberLabel(least?.low === low ? saidAt(least, 'low') : low),
			numberLabel(most?.high === high ? saidAt(most, 'high') : high)
		];
	const label = high - low > 180 * DAY ? MONTH_AND_YEAR : dateLabel(high - low, rows);
	// A day ends where the next begins.
	return [label(new Date(low)), label(new Date(high % DAY === 0 && high > low ? high - 1 : high))];
}

/** Widens a domain so that no dot lies on an edge, and one value still has a scale. */
function padded(low: number, high: number, least: number): [number, number] {
	const pad = Math.max((high - low) * 0.12, least);
	return [low - pad, high + pad];
}

/**
 * Geometry of a value chart in pixels: a dot for a single value, a bar for a range, and a bar to the edge
 * with an arrow where a bound is open.
 */
export function valueChart(set: ValueSet, size: { width: number; left: number }): ValueChart {
	const right = size.width - 16;
	const all = set.rows.flatMap((row) => [row.low, row.high].filter((value) => value !== undefined));
	const [low = 0, high = 0] = extent(all);
	const dates = set.kind === 'date';
	const domain = padded(low, high, dates ? 1_800_000 : Math.max(1, Math.abs(high) * 0.05));
	const plot = set.rows.length * ROW_HEIGHT;
	const scale = dates
		? scaleUtc(domain, [size.left, right])
		: scaleLinear(domain, [size.left, right]).nice(4);
	const label = dateLabel(high - low, set.rows);
	const ticks =
		'tickFormat' in scale && dates
			? (scale.ticks(4) as Date[]).map((at) => ({ x: scale(at), label: label(at) }))
			: (scale.ticks(4) as number[])
					.filter(
						(at) => set.kind === 'money' || set.kind === 'percent' || Number.isInteger(at) || high - low < 4
					)
					.map((at) => ({ x: scale(at), label: numberLabel(at) }));
	// A label has room only where the one before it has ended, and stands once.
	const apart = ticks.reduce<typeof ticks>((kept, tick) => {
		const last = kept.at(-1);
		const fits = last === undefined || (tick.x - last.x >= TICK_ROOM && tick.label !== last.label);
		return fits ? [...kept, tick] : kept;
	}, []);
	const shapes = set.rows.map((row, at) => ({
		row,
		name: shortName(row.name, LETTERS),
		y: at * ROW_HEIGHT + ROW_HEIGHT / 2,
		x0: row.low === undefined ? size.left : scale(row.low),
		x1: row.high === undefined ? right : scale(row.high),
		openLow: row.low === undefined,
		openHigh: row.high === undefined
	}));
	return { width: size.width, shapes, ticks: apart, left: size.left, right, height: plot + AXIS, plot };
}

/** The values of a line with their drawing, for a panel. */
export function drawnValues(set: ValueSet | null): DrawnValues | null {
	return set && { ...set, chart: valueChart(set, SIZE) };
}

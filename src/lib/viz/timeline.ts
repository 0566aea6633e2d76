import { extent, scaleUtc, type ScaleTime, utcFormat } from 'd3';
import type { Claim, Line, SourceKind } from '#lib/model/index.ts';
import { type ComparisonIndex, nameOf } from './comparison-index.ts';
import { type Glyph, glyphOf } from './glyph.ts';
import { type Tone, type ToneVersion, versionByClaim, versionsOf } from './tones.ts';
import { readMoment } from './moments.ts';

/** A time that an account gives for what happened; places are percentages of the drawing's width. */
export type TimeMark = {
	claim: string;
	line: string;
	title: string;
	text: string;
	tone: Tone;
	glyph: Glyph;
	x0: number;
	x1: number;
	/** A bound that is not given: "before 7" is open to the left. */
	openLow: boolean;
	openHigh: boolean;
	/** It lies wholly outside of what is drawn, on this side; it stands at the edge. */
	off?: 'before' | 'after';
	/** Marks that would cover each other stand in rows of their own, counted from 0. */
	row: number;
	/** The side on which its words have most room; none where its lane has too many marks to name them all. */
	words?: 'before' | 'after' | 'over';
};

export type TimeLane = {
	account: string;
	name: string;
	kind: SourceKind;
	publishedAt?: string;
	/** Where it was published; a date without a time is as wide as its day. */
	published: { x0: number; x1: number } | null;
	marks: TimeMark[];
	rows: number;
	/** Times given that lie too far out to be drawn. */
	before: number;
	after: number;
	far: { title: string; text: string }[];
};

export type Timeline = {
	lanes: TimeLane[];
	ticks: { x: number; label: string }[];
	/** Times given that are drawn. */
	given: number;
};

export const DAY = 86_400_000;
const HOUR = 3_600_000;
/** Width, in percent, that a mark keeps free beside it. */
const CLEAR = 2.6;
/** Room at either end, in percent. */
const EDGE = 3;
/** Most marks of a lane that have a row and words of their own; the others share rows, and stand in the table. */
const NAMED = 12;
/** Least room beside a mark, in percent, in which its words can be read. */
const ROOM = 35;

type Given = { claim: Claim; line: Line; text: string; low?: number; high?: number };

/** First and last moment that a date and time, or a date alone, may mean. */
export function momentSpan(iso: string): [number, number] | null {
	const start = readMoment(iso);
	return start === null ? null : [start, iso.includes('T') ? start : start + DAY];
}

function givenTimes(index: ComparisonIndex): Given[] {
	return index.comparison.claims.flatMap((claim) => {
		const line = index.lineOf.get(claim.id);
		if (!line) return [];
		const seen = new Set<string>();
		return claim.values.flatMap((value): Given[] => {
			if (value.kind !== 'date' || (!value.from && !value.to)) return [];
			const low = value.from ? momentSpan(value.from)?.[0] : undefined;
			const high = value.to ? momentSpan(value.to)?.[1] : undefined;
			const key = `${low}/${high}`;
			if ((low === undefined && high === undefined) || seen.has(key)) return [];
			seen.add(key);
			return [
				{
					claim,
					line,
					text: value.text,
					...(low === undefined ? {} : { low }),
					...(high === undefined ? {} : { high })
				}
			];
		});
	});
}

/** One of each line and time: an account says some things twice. */
function onceEach(given: readonly Given[]): Given[] {
	const seen = new Set<string>();
	return given.filter(({ line, low, high }) => {
		const key = `${line.id} ${low} ${high}`;
		return !seen.has(key) && seen.add(key);
	});
}

/** How ticks are written, by the length of what is shown: hours, days, months or years. */
export function tickLabel(span: number): (date: Date) => string {
	if (span <= 2 * DAY) return utcFormat('%-d %b %H:%M');
	if (span <= 400 * DAY) return utcFormat('%-d %b');
	return utcFormat('%b %Y');
}

/** A time scale in percent with ticks that have room for their words. */
export function percentScale(low: number, high: number): ScaleTime<number, number> {
	const pad = low === high ? HOUR : 0;
	return scaleUtc([low - pad, high + pad], [EDGE, 100 - EDGE]);
}

/** Ticks of a scale; no more than the words of each have room for on a phone. */
export function ticksOf(scale: ScaleTime<number, number>, most = 4): { x: number; label: string }[] {
	const [from, to] = scale.domain().map(Number);
	const label = tickLabel((to ?? 0) - (from ?? 0));
	return scale.ticks(most).map((at) => ({ x: scale(at), label: label(at) }));
}

/**
 * What is shown: all publications, and the times given that lie near them. Accounts also mention years past;
 * drawn to scale, they would press everything else into one spot.
 */
function windowOf(published: readonly number[], given: readonly Given[]): [number, number] {
	const times = given.flatMap(({ low, high }) => [low, high].filter((one) => one !== undefined));
	const [first, last] = extent(published.length > 0 ? published : times);
	if (first === undefined) return [0, DAY];
	const reach = Math.max(2 * (last - first), 3 * DAY);
	// "This year" would widen the drawing to a year: a longer stretch than that is cut at its edges.
	const near = given
		.filter(({ low, high }) => low === undefined || high === undefined || high - low <= reach)
		.flatMap(({ low, high }) => [low, high].filter((one) => one !== undefined))
		.filter((at) => at >= first - reach && at <= last + reach);
	const [from = first, to = last] = extent([...published, ...near]);
	return [from, to];
}

/** A stretch longer than this is no moment: a day, a week, an evening. */
const MOMENT = 6 * HOUR;
/** Least room that the hours are to gain. */
const GAIN = 1.8;

/**
 * What is shown where accounts of one day give moments: the hours in which it happened and was told. A day before
 * and a day after, drawn to scale, would press them into one spot; what lies there stands at the edge.
 */
function hoursOf(spans: readonly [number, number][], given: readonly Given[], [from, to]: [number, number]) {
	if (spans.length === 0 || spans.some(([start, end]) => start !== end)) return null;
	const [first, last] = extent(spans.flat());
	if (first === undefined || last - first > 1.5 * DAY) return null;
	const moments = given
		.flatMap(({ low, high }) =>
			low === undefined || high === undefined || high - low <= MOMENT ? [low ?? high!, high ?? low!] : []
		)
		.filter((at) => at >= from && at <= to && at >= first - DAY && at <= last + DAY);
	if (moments.length < 2) return null;
	const [start, end] = extent([...spans.flat(), ...moments]);
	return start !== undefined && (to - from) / (end - start) >= GAIN ? ([start, end] as const) : null;
}

function wordsOf({ x0, x1 }: Pick<TimeMark, 'x0' | 'x1'>): 'before' | 'after' | 'over' {
	if (Math.max(x0, 100 - x1) < ROOM) return 'over';
	return x0 > 100 - x1 ? 'before' : 'after';
}

/** Gives the first marks a row each, with room for words, and the others the first row in which they cover none. */
function inRows(marks: Omit<TimeMark, 'row'>[]): TimeMark[] {
	const ends: number[] = [];
	return [...marks]
		.sort((a, b) => a.x0 - b.x0 || a.x1 - b.x1 || (a.claim < b.claim ? -1 : 1))
		.map((mark, at) => {
			if (at < NAMED) return { ...mark, row: ends.push(Infinity) - 1, words: wordsOf(mark) };
			const free = ends.findIndex((end) => end <= mark.x0);
			const row = free === -1 ? ends.length : free;
			ends[row] = mark.x1 + CLEAR;
			return { ...mark, row };
		});
}

/** When each account was published, and when it says that things happened; accounts in order of publication. */
export function timeline(index: ComparisonIndex): Timeline {
	const accounts = [...index.comparison.accounts].sort((a, b) => {
		const [x, y] = [a.publishedAt ?? '9999', b.publishedAt ?? '9999'];
		return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : 1;
	});
	const spans = new Map(
		accounts.flatMap(({ id, publishedAt }) => {
			const span = publishedAt ? momentSpan(publishedAt) : null;
			return span ? [[id, span] as const] : [];
		})
	);
	const given = givenTimes(index);
	const wide = windowOf([...spans.values()].flat(), given);
	const [from, to] = hoursOf([...spans.values()], given, wide) ?? wide;
	const scale = percentScale(from, to);
	const sideOf = ({ low, high }: Given) =>
		(high ?? low)! < from ? ('before' as const) : (low ?? high)! > to ? ('after' as const) : undefined;
	const versions = new Map<string, Map<string, ToneVersion>>();
	const toneOf = ({ line, claim }: Given): Tone => {
		const known = versions.get(line.id) ?? versionByClaim(versionsOf(line, index.claims));
		versions.set(line.id, known);
		return known.get(claim.id)?.tone ?? 'none';
	};
	const lanes = accounts.map(({ id, source, publishedAt }): TimeLane => {
		const span = spans.get(id);
		const mine = onceEach(given.filter((one) => one.claim.account === id));
		const before = mine.filter(({ low, high }) => (high ?? low)! < wide[0]);
		const after = mine.filter(({ low, high }) => (low ?? high)! > wide[1]);
		const marks = inRows(
			mine
				.filter((one) => !before.includes(one) && !after.includes(one))
				.map((one) => {
					const off = sideOf(one);
					const edge = off && (off === 'before' ? 1 : 99);
					return {
						claim: one.claim.id,
						line: one.line.id,
						title: one.line.title,
						text: one.text,
						tone: toneOf(one),
						glyph: glyphOf(one.claim),
						x0: edge ?? (one.low === undefined ? 0 : scale(Math.max(from, one.low))),
						x1: edge ?? (one.high === undefined ? 100 : scale(Math.min(to, one.high))),
						openLow: one.low === undefined || one.low < from,
						openHigh: one.high === undefined || one.high > to,
						...(off ? { off } : {})
					};
				})
		);
		return {
			account: id,
			name: nameOf(index, id),
			kind: source.kind,
			...(publishedAt ? { publishedAt } : {}),
			published: span ? { x0: scale(span[0]), x1: scale(span[1]) } : null,
			marks,
			rows: Math.max(1, ...marks.map((mark) => mark.row + 1)),
			before: before.length,
			after: after.length,
			far: [...before, ...after].map(({ line, text }) => ({ title: line.title, text }))
		};
	});
	return {
		lanes,
		ticks: ticksOf(scale),
		given: lanes.reduce((sum, lane) => sum + lane.marks.length, 0)
	};
}

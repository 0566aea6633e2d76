import { extent } from 'd3';
import type { Tone } from './tones.ts';
import { shortScale, type ValueSet } from './values.ts';

/** A value in a strip; places are percentages of its width. */
export type StripMark = { x0: number; x1: number; openLow: boolean; openHigh: boolean; tone: Tone };

/** The values of a line in one small drawing, without names: the panel has the whole. */
export type ValueStrip = {
	marks: StripMark[];
	/** The least and the most that is given, short enough to stand at either end. */
	ends: [string, string];
	text: string;
};

/** Room at either end, in percent: an open bound runs on into it. */
const EDGE = 8;

const keyOf = ({ x0, x1, openLow, openHigh, tone }: StripMark) => [x0, x1, openLow, openHigh, tone].join();

/** What each claim gives, as one word a claim: "4 and 7" by all of them tells none apart. */
function givenByClaim(set: ValueSet): Set<string> {
	const found = new Map<string, string[]>();
	for (const row of set.rows) {
		const known = found.get(row.claim) ?? [];
		found.set(row.claim, known);
		known.push(`${row.low ?? ''}/${row.high ?? ''}`);
	}
	return new Set([...found.values()].map((values) => [...new Set(values)].sort().join()));
}

/** Draws the values of a line with their bounds on one scale; null where all give the same. */
export function valueStrip(set: ValueSet): ValueStrip | null {
	const [low = 0, high = 0] = extent(
		set.rows.flatMap((row) => [row.low, row.high].filter((value) => value !== undefined))
	);
	if (givenByClaim(set).size < 2) return null;
	const span = high - low;
	const place = (value: number) =>
		Math.round(10 * (span === 0 ? 50 : EDGE + ((value - low) / span) * (100 - 2 * EDGE))) / 10;
	const marks = new Map<string, StripMark>();
	for (const row of set.rows) {
		const mark = {
			x0: row.low === undefined ? 0 : place(row.low),
			x1: row.high === undefined ? 100 : place(row.high),
			openLow: row.low === undefined,
			openHigh: row.high === undefined,
			tone: row.tone
		};
		marks.set(keyOf(mark), mark);
	}
	const texts = [...new Set(set.rows.map((row) => row.text))];
	return {
		// Wide marks first, and those without a version: nothing that tells versions apart is hidden under them.
		marks: [...marks.values()].sort(
			(a, b) =>
				b.x1 - b.x0 - (a.x1 - a.x0) || a.x0 - b.x0 || Number(b.tone === 'none') - Number(a.tone === 'none')
		),
		ends: shortScale(set),
		text: texts.join(', ')
	};
}

import type { Claim, Line } from '#lib/model/index.ts';
import {
	accountColumns,
	type Column,
	type ColumnPage,
	holderColumns,
	type LaneRun,
	lanesOf,
	pageOf
} from './columns.ts';
import { carriersOf, type ComparisonIndex } from './comparison-index.ts';
import { byGlyph, type Gap, type Glyph, glyphOf } from './glyph.ts';
import { holderKey } from './holders.ts';
import { groupOf, LINE_GROUPS, type LineGroup } from './line-group.ts';
import { lineValues } from './line-values.ts';
import { shortValues } from './short-value.ts';
import { conflictCodes, type LineFilters, shownLines } from './shown-lines.ts';
import { type Tone, versionByClaim, versionsOf } from './tones.ts';
import { type ValueStrip, valueStrip } from './value-strip.ts';

export type { Column, ColumnPage, LaneRun } from './columns.ts';

/** One position in a cell: a glyph, its version's colour, and the short words beside it. */
export type Mark = {
	glyph: Glyph;
	tone: Tone;
	label: string;
	/** The full words where the label is shorter than they. */
	words?: string;
	version: string;
	/** Whether a person decided something about it. */
	reviewed?: true;
};

/** A cell that holds something, by its column; columns that a row does not mention are silent. */
export type Cell = { column: string; marks: Mark[] };

export type Row = {
	id: string;
	title: string;
	versions: { tone: Tone; letter: string; label: string }[];
	cells: Cell[];
	unknown: string[];
	/** Its numbers or times in small, where they are not all the same. */
	strip: ValueStrip | null;
	origins: number;
	/** How many accounts carry the line. */
	carriers: number;
	/** Whether every origin is unnamed. */
	unnamed: boolean;
};

/** Lines of one group; `more` of them are folded away. */
export type Group = { state: LineGroup; rows: Row[]; more: number };

export type Lineup = {
	columns: Column[];
	page: ColumnPage;
	lanes: LaneRun[];
	groups: Group[];
	/** All lines, and those that the filters leave. */
	lines: number;
	shown: number;
	/** Reasons for which claims conflict somewhere in the event. */
	conflicts: string[];
};

export type LineupOptions = LineFilters & {
	columns: 'accounts' | 'holders';
	/** The first column of the page, counted from 1. */
	from?: number;
	/** Whether all columns stand on one page, however many there are. */
	wide?: boolean;
	/** Whether groups are shown whole. */
	unfolded?: boolean;
	/** Ids of accounts that are summaries. */
	summaries?: ReadonlySet<string>;
};

/** Most different positions that one cell shows; the panel shows all. */
const MARKS = 3;

/** Rows of a group that are shown before it is unfolded. */
const FOLD: Record<LineGroup, number> = { disputed: 40, agreed: 30, unclear: 8, single: 8 };
/** A fold that hides no more than this is not worth a press. */
const LEAST_FOLDED = 3;

/** One mark for each version that the claims speak for, with the strongest of their glyphs. */
function marksOf(claims: readonly Claim[], version: (id: string) => Omit<Mark, 'glyph'>): Mark[] {
	const marks = new Map<string, Mark>();
	for (const claim of claims) {
		const known = marks.get(version(claim.id).version);
		const isReviewed = claim.reviewed !== undefined || known?.reviewed;
		const mark: Mark = {
			glyph: glyphOf(claim),
			...version(claim.id),
			...(isReviewed ? { reviewed: true } : {})
		};
		if (!known || byGlyph(mark.glyph, known.glyph) < 0)
			marks.set(mark.version, mark.label || !known ? mark : { ...known, ...mark, label: known.label });
		else if (isReviewed) known.reviewed = true;
	}
	const order = (mark: Mark) => (mark.tone === 'none' ? 9 : mark.tone === 'rest' ? 5 : mark.tone);
	return [...marks.values()].sort((a, b) => order(a) - order(b)).slice(0, MARKS);
}

/** Whether the values of a line are its point: of a yes or no they are not. */
function isAboutValues(line: Line, index: ComparisonIndex): boolean {
	if (line.state !== 'disputed') return true;
	const codes = conflictCodes(line, index);
	return codes.has('number') || codes.has('date');
}

function rowOf(
	line: Line,
	index: ComparisonIndex,
	columnOf: (claim: Claim) => string,
	columns: ReadonlySet<string>
): Row {
	const versions = versionsOf(line, index.claims);
	const byClaim = versionByClaim(versions);
	const labels = shortValues(line, byClaim, index);
	const perColumn = new Map<string, Claim[]>();
	for (const claim of index.claimsOf.get(line.id) ?? []) {
		if (!columns.has(columnOf(claim))) continue;
		const list = perColumn.get(columnOf(claim));
		if (list) list.push(claim);
		else perColumn.set(columnOf(claim), [claim]);
	}
	const describe = (id: string) => ({
		tone: byClaim.get(id)?.tone ?? ('none' as const),
		version: byClaim.get(id)?.letter ?? '',
		...(labels.get(id) ?? { label: '' })
	});
	const values = lineValues(line, index, byClaim);
	return {
		id: line.id,
		title: line.title,
		versions: versions.map(({ tone, letter, label }) => ({ tone, letter, label })),
		cells: [...perColumn].map(([column, claims]) => ({ column, marks: marksOf(claims, describe) })),
		unknown: line.unknown.filter((id) => columns.has(id)),
		strip: values && isAboutValues(line, index) ? valueStrip(values) : null,
		origins: line.origins.length,
		carriers: carriersOf(line, index),
		unnamed: line.origins.length > 0 && line.origins.every((origin) => !origin.named)
	};
}

/** What a column holds on a row where it says nothing: silence, or not known. */
export function gapOf(row: Row, column: string): Gap {
	return row.unknown.includes(column) ? 'unknown' : 'silent';
}

/** The reasons for which claims of any line conflict. */
function allConflicts(index: ComparisonIndex): string[] {
	return [...new Set(index.comparison.lines.flatMap((line) => [...conflictCodes(line, index)]))].sort();
}

/** The matrix of lines and accounts (or holders), in groups: in dispute, agreed, unclear, in one account only. */
export function lineup(index: ComparisonIndex, options: LineupOptions): Lineup {
	const holders = options.columns === 'holders';
	const shown = shownLines(index, options);
	const all = holders ? holderColumns(index, shown) : accountColumns(index, options.summaries ?? new Set());
	const { columns, page } = options.wide ? pageOf(all, 1, all.length || 1) : pageOf(all, options.from);
	const here = new Set(columns.map((column) => column.id));
	const columnOf = holders ? holderKey : (claim: Claim) => claim.account;
	const groups = LINE_GROUPS.map((state): Group => {
		const lines = shown.filter((line) => groupOf(line, index) === state);
		const folds = !options.unfolded && lines.length > FOLD[state] + LEAST_FOLDED;
		const rows = folds ? lines.slice(0, FOLD[state]) : lines;
		return {
			state,
			rows: rows.map((line) => rowOf(line, index, columnOf, here)),
			more: lines.length - rows.length
		};
	}).filter((group) => group.rows.length > 0);
	return {
		columns,
		page,
		lanes: lanesOf(columns),
		groups,
		lines: index.comparison.lines.length,
		shown: shown.length,
		conflicts: allConflicts(index)
	};
}

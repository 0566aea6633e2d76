import type { Claim, Line, LineState, SourceKind, Voice } from '#lib/model/index.ts';
import { type ComparisonIndex, nameOf } from './comparison-index.ts';
import { byGlyph, type Gap, type Glyph, glyphOf } from './glyph.ts';
import { holderKey, holdersOf, type Lane, LANES } from './holders.ts';
import { shortValues } from './short-value.ts';
import { type Tone, versionByClaim, versionsOf } from './tones.ts';

export type Column = {
	id: string;
	/** What it is called; `source` is that without what tells two accounts of one source apart. */
	name: string;
	source: string;
	kind?: SourceKind;
	publishedAt?: string;
	/** Set where columns are holders. */
	lane?: Lane;
	named: boolean;
	truncated: boolean;
	summary: boolean;
};

/** One position in a cell: a glyph, its version's colour, and the short words beside it. */
export type Mark = { glyph: Glyph; tone: Tone; label: string; version: string };

/** A cell that holds something, by its column; columns that a row does not mention are silent. */
export type Cell = { column: string; marks: Mark[] };

export type Row = {
	id: string;
	title: string;
	versions: { tone: Tone; letter: string; label: string }[];
	cells: Cell[];
	unknown: string[];
	origins: number;
	/** How many accounts carry the line. */
	carriers: number;
	/** Whether every origin is unnamed. */
	unnamed: boolean;
};

export type Group = { state: LineState; rows: Row[] };

/** Where a run of columns of one lane begins and how many it has. */
export type LaneRun = { lane: Lane; columns: number };

export type Lineup = { columns: Column[]; lanes: LaneRun[]; groups: Group[]; lines: number; shown: number };

export type LineupOptions = {
	columns: 'accounts' | 'holders';
	/** Only lines in dispute. */
	disputed?: boolean;
	/** Only lines on which somebody speaks so. */
	voice?: Voice;
	/** Ids of accounts that are summaries. */
	summaries?: ReadonlySet<string>;
};

/** Most different positions that one cell shows; the panel shows all. */
const MARKS = 3;

const STATES: readonly LineState[] = ['disputed', 'agreed', 'single'];

function accountColumns(index: ComparisonIndex, summaries: ReadonlySet<string>): Column[] {
	// An account without a date stands last; equal dates keep the order of ids.
	const when = (at?: string) => at ?? '9999';
	return [...index.comparison.accounts]
		.sort((a, b) =>
			when(a.publishedAt) < when(b.publishedAt) ? -1 : when(a.publishedAt) > when(b.publishedAt) ? 1 : 0
		)
		.map((account) => ({
			id: account.id,
			name: nameOf(index, account.id),
			source: account.source.name,
			kind: account.source.kind,
			...(account.publishedAt ? { publishedAt: account.publishedAt } : {}),
			named: true,
			truncated: account.truncated,
			summary: summaries.has(account.id)
		}));
}

/** Holders as columns: lane by lane, in each the one that speaks on most lines first. */
function holderColumns(index: ComparisonIndex): Column[] {
	const spoken = new Map<string, Set<string>>();
	for (const [line, claims] of index.claimsOf)
		for (const claim of claims) {
			const lines = spoken.get(holderKey(claim)) ?? new Set();
			spoken.set(holderKey(claim), lines.add(line));
		}
	const size = (key: string) => spoken.get(key)?.size ?? 0;
	return [...holdersOf(index).values()]
		.filter((holder) => size(holder.key) > 0)
		.sort((a, b) => LANES.indexOf(a.lane) - LANES.indexOf(b.lane) || size(b.key) - size(a.key))
		.map((holder) => ({
			id: holder.key,
			name: holder.name,
			source: holder.name,
			...(holder.kind ? { kind: holder.kind } : {}),
			lane: holder.lane,
			named: holder.named,
			truncated: false,
			summary: false
		}));
}

/** One mark for each version that the claims speak for, with the strongest of their glyphs. */
function marksOf(claims: readonly Claim[], version: (id: string) => Omit<Mark, 'glyph'>): Mark[] {
	const marks = new Map<string, Mark>();
	for (const claim of claims) {
		const mark = { glyph: glyphOf(claim), ...version(claim.id) };
		const known = marks.get(mark.version);
		if (!known || byGlyph(mark.glyph, known.glyph) < 0)
			marks.set(mark.version, { ...mark, label: mark.label || (known?.label ?? '') });
	}
	const order = (mark: Mark) => (mark.tone === 'none' ? 9 : mark.tone === 'rest' ? 5 : mark.tone);
	return [...marks.values()].sort((a, b) => order(a) - order(b)).slice(0, MARKS);
}

function rowOf(line: Line, index: ComparisonIndex, columnOf: (claim: Claim) => string): Row {
	const versions = versionsOf(line, index.claims);
	const byClaim = versionByClaim(versions);
	const labels = shortValues(line, byClaim, index);
	const perColumn = new Map<string, Claim[]>();
	for (const claim of index.claimsOf.get(line.id) ?? []) {
		const list = perColumn.get(columnOf(claim));
		if (list) list.push(claim);
		else perColumn.set(columnOf(claim), [claim]);
	}
	const describe = (id: string) => ({
		tone: byClaim.get(id)?.tone ?? ('none' as const),
		version: byClaim.get(id)?.letter ?? '',
		label: labels.get(id) ?? ''
	});
	return {
		id: line.id,
		title: line.title,
		versions: versions.map(({ tone, letter, label }) => ({ tone, letter, label })),
		cells: [...perColumn].map(([column, claims]) => ({ column, marks: marksOf(claims, describe) })),
		unknown: line.unknown,
		origins: line.origins.length,
		carriers: new Set((index.claimsOf.get(line.id) ?? []).map((claim) => claim.account)).size,
		unnamed: line.origins.length > 0 && line.origins.every((origin) => !origin.named)
	};
}

function lanesOf(columns: readonly Column[]): LaneRun[] {
	const runs: LaneRun[] = [];
	for (const { lane } of columns) {
		if (!lane) continue;
		const last = runs.at(-1);
		if (last?.lane === lane) last.columns += 1;
		else runs.push({ lane, columns: 1 });
	}
	return runs;
}

/** What a column holds on a row where it says nothing: silence, or not known. */
export function gapOf(row: Row, column: string): Gap {
	return row.unknown.includes(column) ? 'unknown' : 'silent';
}

/** The lines that filters leave, in the order of the groups that they are shown in. */
export function shownLines(
	index: ComparisonIndex,
	filters: Pick<LineupOptions, 'disputed' | 'voice'>
): Line[] {
	const speaks = (line: Line) =>
		!filters.voice || (index.claimsOf.get(line.id) ?? []).some((claim) => claim.voice === filters.voice);
	const shown = index.comparison.lines.filter(
		(line) => (!filters.disputed || line.state === 'disputed') && speaks(line)
	);
	return STATES.flatMap((state) => shown.filter((line) => line.state === state));
}

/** The matrix of lines and accounts (or holders), in groups: in dispute, agreed, in one account only. */
export function lineup(index: ComparisonIndex, options: LineupOptions): Lineup {
	const holders = options.columns === 'holders';
	const columns = holders ? holderColumns(index) : accountColumns(index, options.summaries ?? new Set());
	const shown = shownLines(index, options);
	const columnOf = holders ? holderKey : (claim: Claim) => claim.account;
	const groups = STATES.map((state) => ({
		state,
		rows: shown.filter((line) => line.state === state).map((line) => rowOf(line, index, columnOf))
	})).filter((group) => group.rows.length > 0);
	return {
		columns,
		lanes: lanesOf(columns),
		groups,
		lines: index.comparison.lines.length,
		shown: shown.length
	};
}

import type { ComparedAccount, Line, SourceKind } from '#lib/model/index.ts';
import { type ComparisonIndex, nameOf } from './comparison-index.ts';
import { type Holder, holderKey, holdersOf, type Lane, LANES } from './holders.ts';

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
	/** The language of an account whose claims are not read; null where they are. */
	unread: string | null;
	summary: boolean;
	/** A person's own unpublished text. */
	draft: boolean;
};

/** Where a run of columns of one lane begins and how many it has. */
export type LaneRun = { lane: Lane; columns: number };

/** Which columns of all there are stand on this page, counted from 1. */
export type ColumnPage = {
	from: number;
	to: number;
	of: number;
	previous: number | null;
	next: number | null;
};

/** Columns that a page holds: more cannot be read across, and every cell costs time to draw. */
const PAGE = 24;
/** Holders that a page holds: most speak on few lines, and a wide sheet of dashes tells nothing. */
const HOLDERS = 12;

/** Accounts as columns, in order of publication; one without a date stands last, a draft after it. */
export function accountColumns(index: ComparisonIndex, summaries: ReadonlySet<string>): Column[] {
	const when = ({ draft, publishedAt }: ComparedAccount) => (draft ? '~' : (publishedAt ?? '9999'));
	return [...index.comparison.accounts]
		.sort((a, b) => (when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : 0))
		.map((account) => ({
			id: account.id,
			name: nameOf(index, account.id),
			source: account.source.name,
			kind: account.source.kind,
			...(account.publishedAt ? { publishedAt: account.publishedAt } : {}),
			named: true,
			truncated: account.truncated,
			unread: account.unread ?? null,
			summary: summaries.has(account.id),
			draft: account.draft ?? false
		}));
}

/** How many of the shown lines each holder speaks on, those in dispute counted three times. */
function spokenOn(index: ComparisonIndex, lines: readonly Line[]): Map<string, number> {
	const found = new Map<string, number>();
	for (const line of lines)
		for (const key of new Set((index.claimsOf.get(line.id) ?? []).map(holderKey)))
			found.set(key, (found.get(key) ?? 0) + (line.state === 'disputed' ? 3 : 1));
	return found;
}

/** Holders who speak on the shown lines, the ones with most to say first. */
export function holderColumns(index: ComparisonIndex, lines: readonly Line[]): Column[] {
	const spoken = spokenOn(index, lines);
	const size = (key: string) => spoken.get(key) ?? 0;
	// Officials count twice: what they say themselves is what readers turn the columns for.
	const rank = (holder: Holder) => size(holder.key) * (holder.lane === 'official' ? 2 : 1);
	return [...holdersOf(index).values()]
		.filter((holder) => size(holder.key) > 0)
		.sort((a, b) => rank(b) - rank(a) || (a.key < b.key ? -1 : 1))
		.map((holder) => ({
			id: holder.key,
			name: holder.name,
			source: holder.name,
			...(holder.kind ? { kind: holder.kind } : {}),
			lane: holder.lane,
			named: holder.named,
			truncated: false,
			unread: null,
			summary: false,
			draft: false
		}));
}

/** The columns from the `from`-th on that one page holds, holders lane by lane. */
export function pageOf(
	all: readonly Column[],
	from = 1,
	size = all.some((column) => column.lane) ? HOLDERS : PAGE
): { columns: Column[]; page: ColumnPage } {
	// A page begins where one of that size would, whatever the address says.
	const start = Math.floor((Math.min(Math.max(1, from), Math.max(1, all.length)) - 1) / size) * size;
	const here = all.slice(start, start + size);
	const lane = (column: Column) => (column.lane ? LANES.indexOf(column.lane) : 0);
	return {
		columns: here
			.map((column, at) => ({ column, at }))
			.sort((a, b) => lane(a.column) - lane(b.column) || a.at - b.at)
			.map(({ column }) => column),
		page: {
			from: here.length === 0 ? 0 : start + 1,
			to: start + here.length,
			of: all.length,
			previous: start > 0 ? start - size + 1 : null,
			next: start + size < all.length ? start + size + 1 : null
		}
	};
}

/** The lanes that columns stand in, from left to right. */
export function lanesOf(columns: readonly Column[]): LaneRun[] {
	const runs: LaneRun[] = [];
	for (const { lane } of columns) {
		if (!lane) continue;
		const last = runs.at(-1);
		if (last?.lane === lane) last.columns += 1;
		else runs.push({ lane, columns: 1 });
	}
	return runs;
}

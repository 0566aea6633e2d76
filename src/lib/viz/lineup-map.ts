import type { Line } from '#lib/model/index.ts';
import type { ComparisonIndex } from './comparison-index.ts';
import { groupOf, LINE_GROUPS, type LineGroup } from './line-group.ts';
import { type LineFilters, shownLines } from './shown-lines.ts';
import { type Tone, versionByClaim, versionsOf } from './tones.ts';

/** A mark of the map: a sign that begins in this column and runs over `length` columns of one colour. */
export type MapRun = { column: number; length: number; tone: Tone };
export type MapGroup = { state: LineGroup; rows: { line: string; runs: MapRun[] }[] };
export type LineupMap = { columns: number; groups: MapGroup[] };

/** From here on nobody sees the whole matrix on one screen. */
const MANY_ACCOUNTS = 12;
const MANY_LINES = 40;

/** What each account says, as colours; null where it says nothing. */
function tonesOf(line: Line, index: ComparisonIndex, accounts: readonly string[]): (Tone | null)[] {
	const versions = versionByClaim(versionsOf(line, index.claims));
	const found = new Map<string, Tone>();
	for (const claim of index.claimsOf.get(line.id) ?? []) {
		const tone = versions.get(claim.id)?.tone ?? 'none';
		const known = found.get(claim.account);
		if (known === undefined || known === 'none') found.set(claim.account, tone);
	}
	return accounts.map((account) => found.get(account) ?? null);
}

function runsOf(tones: readonly (Tone | null)[]): MapRun[] {
	const runs: MapRun[] = [];
	tones.forEach((tone, column) => {
		const last = runs.at(-1);
		if (tone === null) return;
		if (last?.tone === tone && last.column + last.length === column) last.length += 1;
		else runs.push({ column, length: 1, tone });
	});
	return runs;
}

/** The whole lineup in small, to find one's way in: null where a screen holds it all anyway. */
export function lineupMap(
	index: ComparisonIndex,
	filters: LineFilters,
	accounts: readonly string[]
): LineupMap | null {
	const lines = shownLines(index, filters);
	if (lines.length < MANY_LINES && accounts.length < MANY_ACCOUNTS) return null;
	return {
		columns: accounts.length,
		groups: LINE_GROUPS.map((state) => ({
			state,
			rows: lines
				.filter((line) => groupOf(line, index) === state)
				.map((line) => ({ line: line.id, runs: runsOf(tonesOf(line, index, accounts)) }))
		})).filter(({ rows }) => rows.length > 0)
	};
}

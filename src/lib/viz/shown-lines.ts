import { type Line, type SourceKind, type Voice } from '#lib/model/index.ts';
import type { ComparisonIndex } from './comparison-index.ts';
import { groupOf, LINE_GROUPS } from './line-group.ts';
import { type Weight, weighLines } from './weight.ts';

/** Which lines of a comparison are shown. */
export type LineFilters = {
	/** Only lines in dispute. */
	disputed?: boolean;
	/** Only lines on which somebody speaks so. */
	voice?: Voice;
	/** Only lines with a conflict for this reason. */
	conflict?: string;
	/** Only lines that a source of this kind speaks to. */
	kind?: SourceKind;
	/** Only lines on which this account, by its id, says nothing. */
	silent?: string;
	/** The few lines that matter most, for a first look. */
	easy?: boolean;
};

/** Lines in easy mode, and how many of them may be in dispute. */
const FEW = 5;
const FEW_DISPUTED = 3;

const weights = new WeakMap<ComparisonIndex, Map<string, Weight>>();

/** The weight of each line, kept as long as the index itself is. */
function weightsOf(index: ComparisonIndex): Map<string, Weight> {
	const known = weights.get(index) ?? weighLines(index);
	weights.set(index, known);
	return known;
}

/** Why the claims of a line conflict, by the codes of its relations. */
export function conflictCodes(line: Line, index: ComparisonIndex): Set<string> {
	return new Set(
		(index.claimsOf.get(line.id) ?? []).flatMap((claim) =>
			(index.relationsOf.get(claim.id) ?? [])
				.filter(({ kind }) => kind === 'conflicts')
				.map(({ reason }) => reason.code)
		)
	);
}

function passes(line: Line, index: ComparisonIndex, filters: LineFilters): boolean {
	const claims = index.claimsOf.get(line.id) ?? [];
	if (filters.disputed && line.state !== 'disputed') return false;
	if (filters.voice && !claims.some((claim) => claim.voice === filters.voice)) return false;
	if (filters.silent && !line.silent.includes(filters.silent)) return false;
	if (
		filters.kind &&
		!claims.some((claim) => index.accounts.get(claim.account)?.source.kind === filters.kind)
	)
		return false;
	return !filters.conflict || conflictCodes(line, index).has(filters.conflict);
}

/** Disputed lines and agreed ones, at most five, neither crowding out the other. */
function fewest(lines: readonly Line[]): Line[] {
	const disputed = lines.filter((line) => line.state === 'disputed');
	const others = lines.filter((line) => line.state !== 'disputed');
	const kept = Math.max(FEW_DISPUTED, FEW - others.length);
	const first = disputed.slice(0, kept);
	return [...first, ...others.slice(0, FEW - first.length)];
}

/** The lines that filters leave: in dispute, agreed, unclear, in one account only; in each group the weightiest first. */
export function shownLines(index: ComparisonIndex, filters: LineFilters): Line[] {
	const weight = weightsOf(index);
	const of = (line: Line) => weight.get(line.id)?.total ?? 0;
	const shown = index.comparison.lines
		.map((line, at) => ({ line, at, group: LINE_GROUPS.indexOf(groupOf(line, index)) }))
		.filter(({ line }) => passes(line, index, filters))
		.sort((a, b) => a.group - b.group || of(b.line) - of(a.line) || a.at - b.at)
		.map(({ line }) => line);
	return filters.easy ? fewest(shown) : shown;
}

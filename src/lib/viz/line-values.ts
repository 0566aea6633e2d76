import type { Line, ValueKind } from '#lib/model/index.ts';
import { type ComparisonIndex, nameOf } from './comparison-index.ts';
import { conflictCodes } from './shown-lines.ts';
import type { ToneVersion } from './tones.ts';
import { comparableValues, type ValueSet } from './values.ts';

/** Which kind of value the line's conflicts are about, where they are about one. */
function conflictKind(line: Line, index: ComparisonIndex): ValueKind | undefined {
	const codes = conflictCodes(line, index);
	return codes.has('number') ? 'number' : codes.has('date') ? 'date' : undefined;
}

/** The values that a line's claims give, on one scale and in order of publication; null where there are none. */
export function lineValues(
	line: Line,
	index: ComparisonIndex,
	versions: ReadonlyMap<string, ToneVersion>
): ValueSet | null {
	const when = (account: string) => index.accounts.get(account)?.publishedAt ?? '9999';
	const claims = [...(index.claimsOf.get(line.id) ?? [])].sort((a, b) =>
		when(a.account) < when(b.account) ? -1 : when(a.account) > when(b.account) ? 1 : a.start - b.start
	);
	return comparableValues(
		claims.map((claim) => ({
			claim,
			name: nameOf(index, claim.account),
			tone: versions.get(claim.id)?.tone ?? 'none'
		})),
		conflictKind(line, index)
	);
}

import type { Claim, Line, Span } from '#lib/model/index.ts';
import type { ComparisonIndex } from './comparison-index.ts';
import { inSentence, type ToneVersion } from './tones.ts';

/** Where a line is a plain yes or no, its versions' labels in a cell: its title is the affirmative statement. */
const YES_NO: Record<string, string> = { affirmed: 'yes', denied: 'no' };

/** Longest text that a cell shows beside its glyph, in characters. */
const CELL = 22;

/** The words of a claim on which its conflicts rest, nearest to a value where one overlaps them. */
function evidenceOf(claim: Claim, index: ComparisonIndex): Span | null {
	for (const relation of index.relationsOf.get(claim.id) ?? []) {
		if (relation.kind !== 'conflicts') continue;
		const found = relation.reason.evidence.find((one) => one.claim === claim.id);
		if (found) return found;
	}
	return null;
}

function shorten(text: string): string {
	const plain = text.replace(/\s+/g, ' ').trim();
	return plain.length <= CELL ? plain : '';
}

/** What kind of value the conflicts of a line are about, or null. */
function disputedKind(line: Line, index: ComparisonIndex): string | null {
	if (line.versions.some((version) => YES_NO[version.label])) return null;
	for (const claim of index.claimsOf.get(line.id) ?? []) {
		const span = evidenceOf(claim, index);
		const value = span && claim.values.find((one) => one.start < span.end && span.start < one.end);
		if (value) return value.kind;
	}
	return null;
}

/**
 * The value or short word that a cell carries beside its glyph, so that colour never stands alone: the value
 * in dispute in the claim's own words, else its version's label; nothing on a line that is not in dispute.
 */
export function shortValues(
	line: Line,
	versions: ReadonlyMap<string, ToneVersion>,
	index: ComparisonIndex
): Map<string, string> {
	const labels = new Map<string, string>();
	if (line.state !== 'disputed') return labels;
	const kind = disputedKind(line, index);
	for (const claim of index.claimsOf.get(line.id) ?? []) {
		const span = evidenceOf(claim, index);
		const value =
			(span && claim.values.find((one) => one.start < span.end && span.start < one.end)) ??
			(kind === null ? undefined : claim.values.find((one) => one.kind === kind));
		const version = versions.get(claim.id);
		const label =
			(version && YES_NO[version.label]) ||
			(value &&
				shorten(value.kind === 'place' || value.kind === 'person' ? value.text : inSentence(value.text))) ||
			(version && shorten(version.label)) ||
			(version ? version.letter : '');
		if (label) labels.set(claim.id, label);
	}
	return labels;
}

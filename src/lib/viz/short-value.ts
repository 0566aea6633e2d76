import type { Claim, Line, Span, Value } from '#lib/model/index.ts';
import type { ComparisonIndex } from './comparison-index.ts';
import { shortForms } from './short-form.ts';
import { inSentence, type ToneVersion } from './tones.ts';

/** Where a line is a plain yes or no, its versions' labels in a cell: its title is the affirmative statement. */
const YES_NO: Record<string, string> = { affirmed: 'yes', denied: 'no' };

/** A yes or no that two versions of a line share, and that their letters alone tell apart. */
const SHARED_YES_NO = /^(?:affirmed|denied) \(/;

/** Longest text that a cell shows beside its glyph, in characters. */
const CELL = 22;
/** Fewer characters of longer words say nothing of them. */
const LEAST_CUT = 8;

/** What a cell carries beside its glyph; `words` are its full words where it is shorter than they. */
type ShortValue = { label: string; words?: string };

/** The words of a claim on which its conflicts rest, nearest to a value where one overlaps them. */
function evidenceOf(claim: Claim, index: ComparisonIndex): Span | null {
	for (const relation of index.relationsOf.get(claim.id) ?? []) {
		if (relation.kind !== 'conflicts') continue;
		const found = relation.reason.evidence.find((one) => one.claim === claim.id);
		if (found) return found;
	}
	return null;
}

/** Words as they are where they fit, else in the `forms` that fit, else cut behind a word; none where nothing fits. */
function fitting(text: string, forms: readonly string[] = []): ShortValue[] {
	const words = text.replace(/\s+/g, ' ').trim();
	const shorter = forms.filter((form) => form.length <= CELL && form !== words);
	const short = shorter.map((label) => ({ label, words }));
	if (words.length <= CELL) return words ? [{ label: words }, ...short] : short;
	const cut = words.slice(0, CELL).replace(/[\s,;:–-]*(?:\s\S*)?$/u, '');
	return [...short, ...(cut.length >= LEAST_CUT ? [{ label: `${cut}…`, words }] : [])];
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

function ofValue(value: Value): ShortValue[] {
	const isName = value.kind === 'place' || value.kind === 'person';
	return fitting(isName ? value.text : inSentence(value.text), shortForms(value));
}

/** All that a cell could carry for a claim, the best first; a version's letter, which is nobody else's, last. */
function choicesOf(
	claim: Claim,
	version: ToneVersion | undefined,
	kind: string | null,
	index: ComparisonIndex
): ShortValue[] {
	const yesNo = version && YES_NO[version.label];
	if (yesNo) return [{ label: yesNo }];
	const span = evidenceOf(claim, index);
	const value =
		(span && claim.values.find((one) => one.start < span.end && span.start < one.end)) ??
		(kind === null ? undefined : claim.values.find((one) => one.kind === kind));
	const ofWords = value ? ofValue(value) : [];
	if (!version) return ofWords.slice(0, 1);
	const { label, letter } = version;
	return [
		...ofWords,
		...fitting(SHARED_YES_NO.test(label) ? claim.text : label),
		{ label: letter, ...(label ? { words: label } : {}) }
	];
}

/**
 * The value or short word that a cell carries beside its glyph, so that colour never stands alone: the value
 * in dispute in the claim's own words where they fit, else in figures, else its version's label; nothing on a line
 * that is not in dispute. Two versions never carry the same.
 */
export function shortValues(
	line: Line,
	versions: ReadonlyMap<string, ToneVersion>,
	index: ComparisonIndex
): Map<string, ShortValue> {
	if (line.state !== 'disputed') return new Map();
	const kind = disputedKind(line, index);
	const cells = (index.claimsOf.get(line.id) ?? []).map((claim) => {
		const version = versions.get(claim.id);
		return { claim: claim.id, letter: version?.letter, choices: choicesOf(claim, version, kind, index) };
	});
	for (let isSettled = false; !isSettled;) {
		isSettled = true;
		const letters = new Map<string, Set<string>>();
		for (const { letter, choices } of cells)
			if (letter && choices[0])
				letters.set(choices[0].label, (letters.get(choices[0].label) ?? new Set()).add(letter));
		for (const { letter, choices } of cells)
			if (letter && choices.length > 1 && letters.get(choices[0]!.label)!.size > 1) {
				choices.shift();
				isSettled = false;
			}
	}
	return new Map(cells.flatMap(({ claim, choices }) => (choices[0] ? [[claim, choices[0]]] : [])));
}

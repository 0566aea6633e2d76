import type { Span } from '#lib/model/index.ts';

/** Paragraphs in which a transcript shows itself. */
const LOOKED_AT = 400;

/** `MAYOR HOLM:`, `Q:`, `Ana Ruiz:` at the start of a paragraph. */
const LABEL = /^(?:[QA]|\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3}):\s/u;

/** Who asks on behalf of whoever publishes the transcript, or is not told by name. */
const ASKS = /^(?:q|a|host|interviewer|moderator|anchor|presenter|question|answer|voice-?over)$/i;

/** What stands before a colon in heads of articles, letters and mails, and is nobody. */
const NOBODY =
	/^(?:transcript|interview|full text|note|watch|read more|location|place|date|time|source|published|contact|media contact|update|updated|correction|photo|credit|subject|from|to|cc|sent)$/i;

/** `UPDATE, 22:10:` before what is said then. */
const NOTICE =
	/^(?:update|updated|correction|editor['’]s note)\b[, ]{0,2}(?:\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?)?(?: [A-Z]{2,4})?:\s+/i;

/** `10.42 am –` before an entry, which begins with a capital letter. */
const STAMP = /^\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?\s?[–—:-]?\s+(?=["“‘]?\p{Lu})/u;

/** Speakers whose full names are looked for, and the characters of the text in which. */
const MOST_NAMED = 50;
const NAMED_IN = 40_000;

/** What one speaker of a transcript says: the label's place, where their words end, and their name. */
export type Turn = Span & { until: number; name: string; isAsker: boolean };

/** The turns of a transcript, in order; none where the text is no transcript. */
export function readTurns(text: string): Turn[] {
	const found: { start: number; label: string }[] = [];
	let paragraphs = 0;
	for (let at = 0; at < text.length;) {
		const end = text.indexOf('\n', at) === -1 ? text.length : text.indexOf('\n', at);
		const start = at + (/^\s*/.exec(text.slice(at, Math.min(end, at + 40)))?.[0].length ?? 0);
		if (start < end) {
			const label = LABEL.exec(text.slice(start, Math.min(end + 1, start + 90)))?.[0];
			const speaker = label?.trimEnd().slice(0, -1);
			if (speaker !== undefined && !NOBODY.test(speaker)) found.push({ start, label: speaker });
			paragraphs++;
		}
		at = end + 1;
		if (paragraphs === LOOKED_AT && !isTranscript(found, paragraphs)) return [];
	}
	if (!isTranscript(found, paragraphs)) return [];
	const names = new Map<string, string>();
	for (const { label } of found)
		if (!names.has(label))
			names.set(label, nameOf(label, names.size < MOST_NAMED ? text.slice(0, NAMED_IN) : ''));
	return found.map(({ start, label }, index) => ({
		start,
		end: start + label.length,
		until: found[index + 1]?.start ?? text.length,
		name: names.get(label)!,
		isAsker: ASKS.test(label)
	}));
}

function isTranscript(turns: readonly { label: string }[], paragraphs: number): boolean {
	const speakers = new Set(turns.map(({ label }) => label));
	return turns.length >= 4 && turns.length * 2 >= paragraphs - 2 && speakers.size < turns.length;
}

/** A label as people write the name; in full, where the text gives it so elsewhere: `BELLING` is Tor Belling. */
function nameOf(label: string, text: string): string {
	const isShouted = label === label.toUpperCase() && label.length > 1;
	const name = isShouted
		? label.toLowerCase().replace(/(?<![\p{L}’'])\p{Ll}/gu, (first) => first.toUpperCase())
		: label;
	if (name.includes(' ')) return name;
	const full = new RegExp(
		`(?<!\\p{L})(?:\\p{Lu}\\p{Ll}+ ){1,2}${name.replace(/[.'’-]/g, '\\$&')}(?!\\p{L})`,
		'u'
	);
	return full.exec(text)?.[0] ?? name;
}

/** The turn in which a place of the text stands; null where none does. */
export function turnAt(turns: readonly Turn[], at: number): Turn | null {
	let [low, high] = [0, turns.length - 1];
	while (low <= high) {
		const middle = (low + high) >> 1;
		const turn = turns[middle]!;
		if (at < turn.start) high = middle - 1;
		else if (at >= turn.until) low = middle + 1;
		else return turn;
	}
	return null;
}

/** Where what is said in a sentence begins: past a speaker's label, a time or `UPDATE:` before it. */
export function pastLabel(text: string, { start, end }: Span, turns: readonly Turn[]): number {
	const turn = turnAt(turns, start);
	const beginning = text.slice(start, start + 60);
	const mark = NOTICE.exec(beginning) ?? STAMP.exec(beginning);
	const past = turn?.start === start ? turn.end + 2 : start + (mark?.[0].length ?? 0);
	return past < end ? past : start;
}

import { readTurns } from '#lib/engine/text/index.ts';

/** Paragraphs in which a form shows itself. */
const LOOKED_AT = 400;

/** `10:42` or `10.42 am` alone, or before an entry. */
const STAMP = /^(?:\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?)(?:\s|$)/i;

/**
 * What kind of text it is where that shows, in words for people: a live blog, a transcript, a press release, a
 * report with updates on top. Null for an ordinary report.
 */
export function formOfText(text: string): string | null {
	const paragraphs = text
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean)
		.slice(0, LOOKED_AT);
	if (readTurns(text).length > 0) return 'A transcript.';
	if (paragraphs.filter((line) => STAMP.test(line)).length >= 3)
		return 'A live blog: its entries may go back in time.';
	const start = paragraphs.slice(0, 6);
	if (
		start.some((line) => /^(?:for immediate release|press release|media release|news release)\b/i.test(line))
	)
		return 'A press release.';
	if (start.slice(1).some((line) => /^updated?\b[^:]{0,40}:/i.test(line)))
		return 'A report with updates on top.';
	return null;
}

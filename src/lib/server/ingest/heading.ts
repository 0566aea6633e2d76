import { findDay } from './when.ts';

/** A heading stands in the first lines; below them a date is part of the story. */
const HEADING_LINES = 6;

/** `LONDON (Reuters) -` and `PORT VALEN, March 14 (Northwire) —`: an agency's way to open its copy. */
const DATELINE = /^\p{Lu}[^()\n]{0,60}\(([\p{L}][\p{L}\p{N} .&'’-]{1,40})\)\s*[-–—]/u;

/**
 * What stands above a text: its first lines that are not blank, the source that they name ('' where they name none),
 * and the day that one of them gives and little else.
 */
export function readHeading(text: string): { lines: string[]; source: string; day: string | null } {
	const lines = firstLines(text, HEADING_LINES);
	return { lines, source: guessSource(lines), day: guessDay(lines) };
}

/** Up to `count` first lines that are not blank, each cut at 300 characters. */
function firstLines(text: string, count: number): string[] {
	const lines: string[] = [];
	for (let at = 0; at < text.length && lines.length < count;) {
		const end = text.indexOf('\n', at);
		const stop = end === -1 ? text.length : end;
		const line = text.slice(at, Math.min(stop, at + 300)).trim();
		if (line !== '') lines.push(line);
		at = stop + 1;
	}
	return lines;
}

/** The first line, or the first sentence of a text that has no title. */
export function guessTitle(lines: readonly string[]): string {
	const first = lines[0] ?? '';
	if (looksLikeTitle(first)) return shorten(first);
	const end = first.search(/[.!?…](?:["”’]|\s|$)/);
	return shorten(end > 20 ? first.slice(0, end) : first);
}

function looksLikeTitle(line: string): boolean {
	return line.length <= 200 && !/[.;,:]["”’]?$/.test(line);
}

function shorten(line: string): string {
	if (line.length <= 200) return line;
	const cut = line.slice(0, 200);
	return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 100))}…`;
}

/** A source stands alone in a short heading line, or in brackets in the dateline; nothing else is guessed. */
function guessSource(lines: readonly string[]): string {
	for (const line of lines.slice(1)) {
		const labelled = /^(?:source|published by|publisher|outlet)\s*:\s*(.{2,80})$/i.exec(line)?.[1];
		if (labelled) return labelled.trim();
		const dated = /^(.{2,60}?)\s*(?:[,|·•]|\s[-–—]\s)\s*(.{6,40})$/.exec(line);
		if (dated?.[1] && dated[2] && findDay(dated[2]) && looksLikeName(dated[1])) return dated[1].trim();
	}
	for (const line of lines) {
		const agency = DATELINE.exec(line)?.[1];
		if (agency) return agency;
	}
	return '';
}

/** Names of sources are short, in capitals, and end without a full stop. */
function looksLikeName(text: string): boolean {
	return /^\p{Lu}/u.test(text) && !/[.!?]$/.test(text) && text.split(' ').length <= 6 && !/^by\b/i.test(text);
}

/** A line of a heading that gives a day and little else. */
function guessDay(lines: readonly string[]): string | null {
	for (const line of lines.slice(1)) {
		if (line.length > 90) continue;
		const day = findDay(line);
		if (day) return day;
	}
	return null;
}

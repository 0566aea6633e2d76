import { type Draft, fail, ok, type Result } from '#lib/model/index.ts';
import { decodeBytes, fileKind, isBinary } from '../bytes/index.ts';
import { cutShort } from './cut-short.ts';
import { formOfText } from './form-of-text.ts';
import { guessLanguage } from './language.ts';
import { optional } from './optional.ts';
import { guessKind } from './source-kind.ts';
import { checkText, normaliseText } from './text.ts';
import { isWebAddress } from './url.ts';
import { findDay } from './when.ts';

/** A heading stands in the first lines; below them a date is part of the story. */
const HEADING_LINES = 6;

/** `LONDON (Reuters) -` and `PORT VALEN, March 14 (Northwire) —`: an agency's way to open its copy. */
const DATELINE = /^\p{Lu}[^()\n]{0,60}\(([\p{L}][\p{L}\p{N} .&'’-]{1,40})\)\s*[-–—]/u;

/**
 * Reads a pasted text or a .txt file. The text is kept as it is, but for line ends and Unicode form; what is
 * read out of it (title, source, date, address) is only a proposal for the person to correct.
 */
export function readPlain(input: string | Uint8Array, name?: string): Result<Draft> {
	const decoded = typeof input === 'string' ? ok(input) : decodeText(input, name ?? '');
	if (!decoded.ok) return decoded;
	if (isBinary(decoded.value)) return fail('not_text', name ? { name } : {});
	// Before normalising, so that an oversized text costs nothing.
	const checked = checkText(decoded.value, name);
	if (!checked.ok) return checked;
	const text = normaliseText(checked.value).trim();
	const kept = checkText(text, name);
	if (!kept.ok) return kept;

	const lines = firstLines(text, HEADING_LINES);
	const source = guessSource(text, lines);
	return ok({
		title: guessTitle(lines),
		source: { name: source, kind: guessKind(source) },
		text,
		...optional('url', lines.find(isWebAddress)),
		...optional('publishedAt', guessDay(lines)),
		...optional('language', guessLanguage(text)),
		...optional('note', formOfText(text)),
		rendering: 'verbatim',
		truncated: cutShort(text)
	});
}

/** The text of a .txt file's bytes: by its byte-order mark, else UTF-8, else windows-1252. */
export function decodeText(bytes: Uint8Array, name: string): Result<string> {
	const type = fileKind(bytes);
	if (type) return fail('not_text', { name, type });
	const text = decodeBytes(bytes);
	return isBinary(text) ? fail('not_text', { name, type: 'a binary file' }) : ok(text);
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
function guessTitle(lines: readonly string[]): string {
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
function guessSource(text: string, lines: readonly string[]): string {
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

import { isApostrophe, isAsciiLetter, isDigit, isSpace, isWordCharacter } from './characters.ts';
import { cutWord } from './cut-word.ts';
import { ABBREVIATIONS, ABBREVIATIONS_BEFORE_FIGURES, DOTTED_ENDINGS } from './word-lists.ts';
import { joinsWord } from './joins.ts';

/** A place in the whole text, half-open. */
export type Place = { start: number; end: number };

/** A word longer than this is cut no further: real ones are far shorter. */
const LONGEST_WORD = 256;

const ADDRESS = /(?:https?:\/\/|ftp:\/\/|mailto:|www\.)[^\s<>"“”]{2,}/iy;
const ADDRESS_TAIL = /[.,;:!?'’)\]}*]/;
const FACE = /(?:[:;=][-']?[()DPpO/|*](?![\p{L}\p{N}/])|\([:;](?![^\s])|<3(?!\d)|\^_\^)/uy;
const CLITIC = /['’](?:s|re|ve|ll|d|m|em)(?![\p{L}\p{N}])/iuy;
const ELISION = /['’](?:em|til|cause|bout|\d\ds?)(?![\p{L}\p{N}])/iuy;

/**
 * Cuts `text.slice(start, end)` into words and marks as Universal Dependencies does for English, in one pass.
 * Every character that is no white space lies in exactly one token, and offsets point into the whole text.
 */
export function cutTokens(text: string, start: number, end: number): Place[] {
	const tokens: Place[] = [];
	let at = start;
	while (at < end) {
		if (isSpace(text.charCodeAt(at))) at++;
		else at = cutChunk(text, at, end, tokens);
	}
	return tokens;
}

/** Cuts one run without white space and returns where it ends. */
function cutChunk(text: string, start: number, limit: number, tokens: Place[]): number {
	let end = start + 1;
	let mail = text.charCodeAt(start) === 64 ? start : -1;
	while (end < limit && !isSpace(text.charCodeAt(end))) {
		if (text.charCodeAt(end) === 64 && mail < 0) mail = end;
		end++;
	}
	let at = start;
	while (at < end) at = cutOne(text, at, { start, end, limit, mail }, tokens);
	return end;
}

/** A run without white space in a part of a text that ends at `limit`, with its first at sign, or -1. */
type Chunk = { start: number; end: number; limit: number; mail: number };

function cutOne(text: string, at: number, chunk: Chunk, tokens: Place[]): number {
	const { start, end, limit } = chunk;
	const code = text.codePointAt(at)!;
	const push = (to: number): number => {
		tokens.push({ start: at, end: to });
		return to;
	};
	if (isWordCharacter(code)) {
		const address = addressEnd(text, at, chunk);
		if (address > at) return push(address);
		const to = wordEnd(text, at, end, limit);
		cutWord(text, at, to, limit, tokens);
		return to;
	}
	if (isApostrophe(code)) {
		const clitic = match(at <= start ? CLITIC : ELISION, text, at, end);
		if (clitic > at) return push(clitic);
	}
	if (at === start) {
		// A handle or a hashtag is one word.
		if ((code === 64 || code === 35) && at + 1 < end && isAsciiLetter(text.charCodeAt(at + 1))) {
			return push(wordEnd(text, at + 1, end, limit));
		}
		const face = match(FACE, text, at, end);
		if (face > at) return push(face);
	}
	return push(markEnd(text, at, end, code));
}

function match(pattern: RegExp, text: string, at: number, end: number): number {
	pattern.lastIndex = at;
	const found = pattern.test(text) ? pattern.lastIndex : at;
	return found > end ? at : found;
}

/** The end of a web or mail address that begins at `at`, or `at`. */
function addressEnd(text: string, at: number, { end, mail }: Chunk): number {
	const first = text.charCodeAt(at) | 32;
	let to = at;
	if (first === 104 || first === 119 || first === 109 || first === 102) {
		ADDRESS.lastIndex = at;
		if (ADDRESS.test(text)) to = Math.min(ADDRESS.lastIndex, end);
	}
	if (to === at && mail > at && mail - at < LONGEST_WORD && isMailName(text, at, mail)) {
		to = mail + 1;
		while (to < end && isAddressCharacter(text.charCodeAt(to))) to++;
		if (to === mail + 1) return at;
	}
	while (to > at && ADDRESS_TAIL.test(text[to - 1]!)) to--;
	return to;
}

function isMailName(text: string, from: number, to: number): boolean {
	for (let at = from; at < to; at++) if (!isAddressCharacter(text.charCodeAt(at))) return false;
	return true;
}

const isAddressCharacter = (code: number): boolean =>
	isDigit(code) || isAsciiLetter(code) || code === 46 || code === 45 || code === 95 || code === 43;

/** The end of the word at `at`, joiners inside it and the full stop of an abbreviation included. */
function wordEnd(text: string, at: number, end: number, limit: number): number {
	let to = at;
	let joined = at;
	while (to < end) {
		const code = text.codePointAt(to)!;
		if (isWordCharacter(code)) {
			to += code > 0xffff ? 2 : 1;
			continue;
		}
		const next = to + 1 < end ? text.codePointAt(to + 1)! : 0;
		if (to - at > LONGEST_WORD || !isWordCharacter(next) || !joinsWord(text, at, joined, to, end)) break;
		joined = to + 1;
		to++;
	}
	if (to < end && text.charCodeAt(to) === 46 && text.charCodeAt(to + 1) !== 46) {
		if (keepsStop(text, at, to, limit)) return to + 1;
	}
	return to;
}

/** Whether the full stop at `stop` belongs to the word before it. */
function keepsStop(text: string, at: number, stop: number, limit: number): boolean {
	if (stop - at > 12) return false;
	const word = text.slice(at, stop).toLowerCase();
	if (/^(?:\p{L}\.)+\p{L}$/u.test(word) || word === 'ph.d' || word === 'm.sc') return true;
	let next = stop + 1;
	while (next < limit && isSpace(text.charCodeAt(next))) next++;
	const atEnd = next >= limit || !/[\p{L}\p{N}(“"'’,:;]/u.test(text[next]!);
	// An initial: “J. Smith”, but not the last word of a sentence, nor the pronoun.
	if (stop - at === 1 && isAsciiLetter(text.charCodeAt(at))) return !atEnd && word !== 'i';
	if (ABBREVIATIONS_BEFORE_FIGURES.has(word)) return next < limit && isDigit(text.charCodeAt(next));
	return ABBREVIATIONS.has(word) && (!atEnd || (word === 'etc' && text[next] === ')'));
}

/** Runs of one mark are one token (`...`, `--`, `!!`), also mixed `?!`, `.?` and `‘’`; any other mark stands alone. */
function markEnd(text: string, at: number, end: number, code: number): number {
	if (code > 0xffff) return at + 2;
	let to = at + 1;
	if (isAsking(code)) {
		while (to < end && isAsking(text.charCodeAt(to))) to++;
		return to;
	}
	// A figure may begin with its point: “.5”.
	if (code === 46 && to < end && isDigit(text.charCodeAt(to))) {
		while (to < end && isDigit(text.charCodeAt(to))) to++;
		return to;
	}
	if (code === 46) {
		const ending = endingAfter(text, at, end);
		if (ending > to) return ending;
		if (isAsking(text.charCodeAt(to)) && to < end) {
			while (to < end && isAsking(text.charCodeAt(to))) to++;
			return to;
		}
	}
	if (code === 0x2018 && to < end && text.charCodeAt(to) === 0x2019) return to + 1;
	if (!REPEATED.has(code)) return to;
	while (to < end && text.charCodeAt(to) === code) to++;
	return to;
}

const isAsking = (code: number): boolean => code === 33 || code === 63;

/** The end of a file's ending that stands alone, “a .doc”, that begins at `at`; otherwise `at`. */
function endingAfter(text: string, at: number, end: number): number {
	let to = at + 1;
	while (to < end && to - at < 6 && isAsciiLetter(text.charCodeAt(to))) to++;
	const isAlone = to >= end || !isWordCharacter(text.codePointAt(to)!);
	return to > at + 2 && isAlone && DOTTED_ENDINGS.has(text.slice(at + 1, to)) ? to : at;
}

/** Marks that count as one when repeated: $ . * = _ ~ + # - < > ' `, dashes and the ellipsis. */
const REPEATED = new Set([
	36, 46, 42, 61, 95, 126, 43, 35, 45, 60, 62, 39, 96, 0x2013, 0x2014, 0x2019, 0x2026
]);

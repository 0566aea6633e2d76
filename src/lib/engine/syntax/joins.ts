import { isApostrophe, isAsciiLetter, isDigit } from './characters.ts';
import { DOTTED_ENDINGS, HYPHEN_PREFIXES, SLASHED } from './word-lists.ts';

const TELEPHONE =
	/\d{3}\/\d{3}-\d{4}(?!\d)|\d{5}-\d{4}(?!\d)|\d{3}-(?:\d{3}-)?\d{4}(?!\d)|\d{1,4}-\d{1,2}-\d{1,4}(?!\d)|1-\d{3}-\d{3}-\d{4}/y;

/**
 * Whether the mark at `mark`, between two word characters, belongs to the word that began at `start`; `part`
 * is where the piece before the mark begins. What is joined here may still be cut by `cutWord`.
 */
export function joinsWord(text: string, start: number, part: number, mark: number, end: number): boolean {
	const code = text.charCodeAt(mark);
	const before = text.charCodeAt(mark - 1);
	const after = text.charCodeAt(mark + 1);
	if (isApostrophe(code)) return code !== 96 || (after | 32) === 115;
	if (code === 95) return true;
	if (code === 46) return joinsAtStop(text, start, part, mark, end);
	if (code === 44) return isDigit(before) && isDigit(after) && isThousand(text, mark + 1);
	if (code === 58) return isDigit(before) && isDigit(after);
	if (code === 47) {
		if (isDigit(before) && isDigit(after)) return true;
		return mark - start === 1 && SLASHED.has(text.slice(start, partEnd(text, mark + 1, end)).toLowerCase());
	}
	if (code === 38) return mark - part < 4 && isUpper(before) && isUpper(after);
	if (code === 45) return joinsAtHyphen(text, start, part, mark);
	return false;
}

const isUpper = (code: number): boolean => code >= 65 && code <= 90;

function isThousand(text: string, at: number): boolean {
	for (let i = at; i < at + 3; i++) if (!isDigit(text.charCodeAt(i))) return false;
	return !isDigit(text.charCodeAt(at + 3));
}

function partEnd(text: string, from: number, end: number): number {
	let to = from;
	while (to < end && to - from < 12) {
		const code = text.charCodeAt(to);
		if (!isAsciiLetter(code) && !isDigit(code)) break;
		to++;
	}
	return to;
}

/** `U.S.`, `2.5`, `example.com`, but not the lost space of `end.Next`. */
function joinsAtStop(text: string, start: number, part: number, mark: number, end: number): boolean {
	const before = text.charCodeAt(mark - 1);
	const after = text.charCodeAt(mark + 1);
	if (isDigit(before) && isDigit(after)) return true;
	const to = partEnd(text, mark + 1, end);
	const ending = text.slice(mark + 1, to).toLowerCase();
	if (mark - part === 1 && ending.length === 1) return true;
	if (ending === 'd' && text.slice(part, mark) === 'Ph') return true;
	if (part > start && text.charCodeAt(part - 1) === 46 && ending.length > 2) return true;
	return (DOTTED_ENDINGS.has(ending) && mark - part > 1) || isDotted(text, start, part, mark);
}

/** Three or more words in small letters with full stops between: the name of a group. */
const DOTTED_ON = /\.[a-z]{2,20}\.[a-z]{2,20}(?![\p{L}\p{N}/])/uy;
const DOTTED_LAST = /\.[a-z]{2,20}(?![\p{L}\p{N}/])/uy;

function isDotted(text: string, start: number, part: number, mark: number): boolean {
	const pattern = part > start ? DOTTED_LAST : DOTTED_ON;
	pattern.lastIndex = mark;
	return pattern.test(text) && /^[a-z]{2,20}$/.test(text.slice(part, mark));
}

function joinsAtHyphen(text: string, start: number, part: number, mark: number): boolean {
	if (isDigit(text.charCodeAt(mark - 1)) && isDigit(text.charCodeAt(mark + 1))) {
		TELEPHONE.lastIndex = start;
		return TELEPHONE.test(text) && TELEPHONE.lastIndex > mark;
	}
	return part === start && mark - start < 8 && HYPHEN_PREFIXES.has(text.slice(start, mark).toLowerCase());
}

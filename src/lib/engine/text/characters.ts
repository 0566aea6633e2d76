/** Characters that take no room on the page: zero-width spaces and joiners, marks of direction, a byte-order mark. */
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\u00AD]/;

/** Whether a character separates words; invisible characters do, so that they never end up inside a claim's edge. */
export function isBlank(character: string): boolean {
	return character.trim() === '' || INVISIBLE.test(character);
}

/** Narrows a stretch of text until it neither begins nor ends with blank characters. */
export function trimSpan(text: string, start: number, end: number): { start: number; end: number } {
	while (start < end && isBlank(text[start]!)) start++;
	while (end > start && isBlank(text[end - 1]!)) end--;
	return { start, end };
}

/** Whether a character is a letter in any script. */
export function isLetter(character: string): boolean {
	return character.toLowerCase() !== character.toUpperCase() || /\p{L}/u.test(character);
}

/** Whether a character is a capital letter. */
export function isCapital(character: string): boolean {
	return character !== character.toLowerCase() && character === character.toUpperCase();
}

/** Whether a character is one of 0 to 9. */
export function isDigit(character: string): boolean {
	return character >= '0' && character <= '9';
}

/** Whether the character (a code point) can stand inside a word: a letter, a mark or a digit. */
export function isWordCharacter(code: number): boolean {
	if (code < 128) return ASCII[code] !== 0;
	// The soft hyphen lies inside words, unseen.
	return code === 0xad || /[\p{L}\p{M}\p{N}]/u.test(String.fromCodePoint(code));
}

/** Whether the character is one of the digits 0-9. */
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Whether the character is an ASCII letter. */
export const isAsciiLetter = (code: number): boolean => {
	const lower = code | 32;
	return lower >= 97 && lower <= 122;
};

/** Whether the character is white space, or takes no room: marks of direction and zero-width ones say nothing. */
export function isSpace(code: number): boolean {
	if (code < 128) return code === 32 || (code >= 9 && code <= 13);
	return /[\s\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069]/u.test(String.fromCharCode(code));
}

/** Straight, curly and reversed single quotes all serve as an apostrophe. */
export const isApostrophe = (code: number): boolean =>
	code === 39 || code === 0x2019 || code === 0x2018 || code === 0x2bc || code === 96;

const ASCII = new Uint8Array(128);
for (let code = 0; code < 128; code++) if (isDigit(code) || isAsciiLetter(code)) ASCII[code] = 1;

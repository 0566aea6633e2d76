import { createHash } from 'node:crypto';
import { fail, ok, type Result } from '#lib/model/index.ts';
import { MAX_TEXT_BYTES } from './limits.ts';

/** Letters that a text must have before it can hold a sentence, in any script. */
const FEWEST_LETTERS = 12;

/**
 * Marks on one letter, as Unicode's stream-safe form has it; more are noise. Composing sorts each run of marks
 * by insertion, so a run without end is quadratic (400,000 marks took 41 s).
 */
const MOST_MARKS = 30;
const MARKS = /\p{M}{31,}/gu;

/** Hexadecimal SHA-256 of a text in UTF-8. */
export function hashText(text: string): string {
	return createHash('sha256').update(text, 'utf8').digest('hex');
}

/**
 * The form in which a text is kept and into which all offsets count: composed Unicode (NFC), `\n` for every
 * line end, no byte-order mark, no control characters, no hyphens that only say where a line may break, no lone
 * surrogates (they cannot be written as UTF-8).
 */
export function normaliseText(text: string): string {
	return (
		text
			.toWellFormed()
			.replace(MARKS, (run) => run.slice(0, MOST_MARKS))
			.normalize('NFC')
			.replace(/\r\n?|\u2028|\u2029/g, '\n')
			// eslint-disable-next-line no-control-regex -- these are the characters to take out
			.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\ufeff]/g, '')
	);
}

/** Refuses a text that is empty, too long, or holds no sentence; `name` tells the person which one. */
export function checkText(text: string, name?: string): Result<string> {
	const about: Record<string, string> = name ? { name } : {};
	const bytes = Buffer.byteLength(text);
	if (bytes > MAX_TEXT_BYTES) {
		return fail('text_too_long', { ...about, size: bytes });
	}
	if (text.trim() === '') return fail('text_empty', about);
	return hasLetters(text, FEWEST_LETTERS) ? ok(text) : fail('no_sentences', about);
}

function hasLetters(text: string, fewest: number): boolean {
	let letters = 0;
	const letter = /\p{L}/gu;
	while (letters < fewest && letter.test(text)) letters++;
	return letters >= fewest;
}

/** Runs of letters and digits, counted for people: "312 words". */
export function countWords(text: string): number {
	let words = 0;
	const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu;
	while (word.test(text)) words++;
	return words;
}

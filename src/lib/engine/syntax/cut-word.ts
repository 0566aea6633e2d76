import type { Place } from './tokens.ts';
import { isDigit } from './characters.ts';
import { CONTRACTIONS } from './word-lists.ts';

const NEGATION = /.n['’]t$/i;
const CLITIC = /.['’`](?:s|re|ve|ll|d|m)$/i;
const UNIT =
	/^(\d[\d.,:]*)(am|pm|a\.m\.?|p\.m\.?|km|kg|cm|mm|mph|kph|ft|lbs?|mg|ml|gb|mb|hz|mhz|bn|mn|[mkb])$/i;
/** Any other word in small letters after a figure, the ending of an ordinal apart. */
const FIGURE_AND_WORD = /^(\d[\d.,:]*)(?!(?:st|nd|rd|th)s?$)[a-z]{2,}$/;
/** A span of ten years is one word: “the 70's”. */
const DECADE = /^(?:\d\d)?\d0['’]s$/;
/** “Its” before a word that nothing owned begins with stands for “it’s”. */
const ITS =
	/its\s(?:not|an?|the|been|really|for|from|in|on|at|my|your|his|her|our|their)(?![\p{L}\p{N}'’-])/iuy;

/** Cuts a word at its clitics: `does n't`, `Anna 's`, `can not`, `7 pm`; nothing past `limit` is looked at. */
export function cutWord(text: string, start: number, end: number, limit: number, tokens: Place[]): void {
	let cut = end;
	if (end - start > 1 && end - start < 64) {
		const word = text.slice(start, end);
		const clitic = CLITIC.exec(word);
		// Two capitals are initials, whatever they spell.
		const plain = word === 'IM' ? undefined : CONTRACTIONS.get(word.toLowerCase());
		if (plain !== undefined) cut = start + plain;
		else if (NEGATION.test(word)) cut = end - 3;
		else if (word.length === 3 && isIts(text, start, limit)) cut = start + 2;
		else if (isDigit(text.charCodeAt(start))) {
			const figure = clitic && !DECADE.test(word) ? word.slice(0, clitic.index + 1) : figureBefore(word);
			cut = start + figure.length;
		} else if (clitic) cut = start + clitic.index + 1;
	}
	if (cut < end && cut - start > 5 && NEGATION.test(text.slice(start, cut))) {
		tokens.push({ start, end: cut - 3 }, { start: cut - 3, end: cut });
	} else tokens.push({ start, end: cut });
	if (cut < end) tokens.push({ start: cut, end });
}

/** The figure of a word that is one with its unit: `7` of `7pm`, `120` of `120days`; any other word whole. */
const figureBefore = (word: string): string => (UNIT.exec(word) ?? FIGURE_AND_WORD.exec(word))?.[1] ?? word;

function isIts(text: string, start: number, limit: number): boolean {
	ITS.lastIndex = start;
	return ITS.test(text) && ITS.lastIndex <= limit;
}

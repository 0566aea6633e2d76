import type { Place } from './tokens.ts';
import { isDigit } from './characters.ts';
import { CONTRACTIONS } from './word-lists.ts';

const NEGATION = /.n['’]t$/i;
const CLITIC = /.['’`](?:s|re|ve|ll|d|m)$/i;
const UNIT = /^(\d[\d.,:]*)(am|pm|a\.m\.?|p\.m\.?|km|kg|cm|mm|mph|kph|ft|lbs?|mg|ml|gb|mb|hz|mhz)$/i;

/** Cuts a word at its clitics: `does n't`, `Anna 's`, `can not`, `7 pm`. */
export function cutWord(text: string, start: number, end: number, tokens: Place[]): void {
	let cut = end;
	if (end - start > 2 && end - start < 64) {
		const word = text.slice(start, end);
		const clitic = CLITIC.exec(word);
		const plain = CONTRACTIONS.get(word.toLowerCase());
		if (plain !== undefined) cut = start + plain;
		else if (NEGATION.test(word)) cut = end - 3;
		else if (clitic) cut = start + clitic.index + 1;
		else if (isDigit(text.charCodeAt(start))) cut = start + (UNIT.exec(word)?.[1]!.length ?? word.length);
	}
	if (cut < end && cut - start > 5 && NEGATION.test(text.slice(start, cut))) {
		tokens.push({ start, end: cut - 3 }, { start: cut - 3, end: cut });
	} else tokens.push({ start, end: cut });
	if (cut < end) tokens.push({ start: cut, end });
}

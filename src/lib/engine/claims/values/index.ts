import type { Value } from '#lib/model/index.ts';
import type { Token } from '../../types.ts';
import { readDates, type DateContext } from './dates.ts';
import { readQuantities } from './quantities.ts';
import { cutPieces } from './words.ts';

export { readDay } from './calendar.ts';
export type { DateContext } from './dates.ts';

/**
 * Reads the dates and quantities of one sentence, in order. Lengths of time are in seconds with the unit `second`,
 * sums carry their currency's code, shares `%`, steps between shares `point`, ages `age`, and an ordinal the unit
 * of what is counted through, as in "their third round": 3, `round in order`.
 */
export function readValues(
	text: string,
	start: number,
	end: number,
	tokens: readonly Token[],
	context: DateContext
): Value[] {
	const dates = readDates(text, start, end, context);
	const quantities = /\d|[a-z](?:e|o|r|x|n|t|y|d|h|s|f)\b/i.test(text.slice(start, end))
		? readQuantities(text, cutPieces(text, start, end), tokens, dates)
		: [];
	return [...dates, ...quantities].sort((a, b) => a.start - b.start);
}

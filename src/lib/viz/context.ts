import type { Span } from '#lib/model/index.ts';

/** Most characters of context on either side of a claim. */
const REACH = 320;

/** Where a sentence ends and another begins: end mark, closing quotes, white space, an opening character. */
const BREAK = /[.!?…]["'”’)\]]*\s+(?=["'“‘([]*[\p{Lu}\p{N}])/gu;

function paragraphAround(text: string, { start, end }: Span): Span {
	const before = text.lastIndexOf('\n', Math.max(0, start - 1));
	const after = text.indexOf('\n', end);
	return { start: start === 0 ? 0 : before + 1, end: after === -1 ? text.length : after };
}

/** Places after which a sentence begins. */
function breaks(text: string): number[] {
	return [...text.matchAll(BREAK)].map((match) => match.index + match[0].length);
}

/** The nearest place to cut at white space, so that no word is cut. */
function word(text: string, at: number, step: 1 | -1): number {
	let place = at;
	while (place > 0 && place < text.length && !/\s/.test(text[place] ?? ' ')) place += step;
	return place;
}

/**
 * The part of an account that shows a claim in context: the sentence it stands in and the one on either side,
 * inside its paragraph, and no more than 320 characters to a side.
 */
export function contextOf(text: string, span: Span): Span {
	const paragraph = paragraphAround(text, span);
	const low = Math.max(paragraph.start, span.start - REACH);
	const high = Math.min(paragraph.end, span.end + REACH);
	// Read in one go: whether a break stands before the claim shows only in the claim's first character.
	const all = breaks(text.slice(low, high)).map((at) => low + at);
	const before = all.filter((at) => at <= span.start);
	const after = all.filter((at) => at >= span.end);
	// One sentence back from the claim's own; where too few breaks are near, as far as the reach goes.
	const start = before.at(-2) ?? (low > paragraph.start ? word(text, low, 1) : low);
	const end = after[1] ?? (high < paragraph.end ? word(text, high, -1) : high);
	return { start: Math.min(start, span.start), end: Math.max(end, span.end) };
}

/** What stands between quotation marks, up to the paragraph's end where they are not closed. */
const QUOTED = /[“"«][^”"»]*(?:[”"»]|$)/gu;

/**
 * The same for a quotation whose speaker is asked for: where its paragraph says nothing but what is quoted, the ends of
 * the paragraphs on either side too, since who speaks often stands there.
 */
export function contextOfQuote(text: string, span: Span): Span {
	const around = contextOf(text, span);
	const paragraph = paragraphAround(text, span);
	const unquoted = text.slice(paragraph.start, paragraph.end).replace(QUOTED, '');
	if (/[\p{L}\p{N}]/u.test(unquoted)) return around;
	const before = text.slice(0, paragraph.start).trimEnd().length;
	const after = text.length - text.slice(paragraph.end).trimStart().length;
	return {
		start: before === 0 ? around.start : contextOf(text, { start: before - 1, end: before }).start,
		end: after === text.length ? around.end : contextOf(text, { start: after, end: after + 1 }).end
	};
}

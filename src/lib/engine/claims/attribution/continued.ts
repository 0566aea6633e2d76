import type { Span } from '#lib/model/index.ts';
import { trimSpan, type ReadText } from '../../text/index.ts';
import { quotationAt, quotedShare } from '../quoted.ts';

/** Somebody's words as they were found in one sentence. */
type Said = { cue: Span[]; content: Span[] };

/** A sentence belongs to a quotation when nearly all its letters stand in one. */
const QUOTED = 0.9;

const overlaps = (a: Span, b: Span) => a.start < b.end && a.end > b.start;

/** Widens contents to the whole of each quotation that they begin or end in, over the sentences it runs through. */
function widen(text: string, read: ReadText, said: Said): void {
	const cue = said.cue[0]!;
	const edges = said.content.flatMap(({ start, end }) => [
		quotationAt(read.quotations, start, start + 1),
		quotationAt(read.quotations, end - 1, end)
	]);
	for (const quotation of new Set(edges)) {
		if (quotation === null || overlaps(quotation, cue)) continue;
		let at = firstAfter(read, quotation.start);
		for (; at < read.sentences.length && read.sentences[at]!.start < quotation.end; at++) {
			const { start, end } = read.sentences[at]!;
			const part = trimSpan(text, Math.max(start, quotation.start), Math.min(end, quotation.end));
			if (part.end > part.start && !said.content.some((span) => overlaps(span, part)))
				said.content.push(part);
		}
	}
}

/** The first sentence that ends after a place. */
function firstAfter({ sentences }: ReadText, place: number): number {
	let low = 0;
	let high = sentences.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (sentences[middle]!.end <= place) low = middle + 1;
		else high = middle;
	}
	return low;
}

/**
 * Lets what was found sentence by sentence run on as quotations do: through a quotation of several sentences, and
 * over the sentences after it that are nothing but quotation and name no speaker of their own.
 */
export function runOn(text: string, read: ReadText, found: readonly Said[]): void {
	const ordered = [...found].sort((a, b) => a.cue[0]!.start - b.cue[0]!.start);
	for (const said of ordered) widen(text, read, said);
	const taken = new Set(
		ordered.flatMap(({ content }) => content.map(({ start }) => firstAfter(read, start)))
	);
	const isQuoted = ({ start, end }: Span) => quotationAt(read.quotations, start, end) !== null;
	let speaking: Said | undefined;
	let block = -1;
	let next = 0;
	read.sentences.forEach((sentence, index) => {
		const outside: Said[] = [];
		for (; next < ordered.length && ordered[next]!.cue[0]!.start < sentence.end; next++)
			if (!isQuoted(ordered[next]!.cue[0]!)) outside.push(ordered[next]!);
		if (outside.length > 0) {
			speaking = outside.findLast(({ content }) => content.some(isQuoted));
			block = sentence.block;
			return;
		}
		const quotation = quotationAt(read.quotations, sentence.start, sentence.end);
		const isHere = sentence.block === block;
		const joins = isHere || (quotation?.continues === true && sentence.block === block + 1);
		if (!joins) speaking = undefined;
		if (!speaking || !quotation || quotedShare(text, sentence, read.quotations) < QUOTED) return;
		block = sentence.block;
		if (!taken.has(index)) speaking.content.push({ start: sentence.start, end: sentence.end });
	});
}

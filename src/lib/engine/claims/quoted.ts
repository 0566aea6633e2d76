import type { Quote, Span } from '#lib/model/index.ts';
import { isLetter, type Quotation } from '../text/index.ts';
import type { Quoted } from './attribution/candidates.ts';
import type { Frame } from './attribution/frames.ts';
import { trimRange, type Range } from './attribution/ranges.ts';
import { placeOf, type Tree } from './tree.ts';

export function quotationAt(quotations: readonly Quotation[], start: number, end: number): Quotation | null {
	let low = 0;
	let high = quotations.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (quotations[middle]!.end <= start) low = middle + 1;
		else high = middle;
	}
	const quotation = quotations[low];
	return quotation && quotation.start < end ? quotation : null;
}

/** For each token of a sentence the number of the quotation it stands in, counted from the sentence's first; or -1. */
export function quotedTokens(tree: Tree, quotations: readonly Quotation[]): Quoted {
	const numbers = new Map<Quotation, number>();
	return Int16Array.from(tree.tokens, ({ start, end }) => {
		const quotation = quotationAt(quotations, start, end);
		if (quotation === null) return -1;
		const number = numbers.get(quotation) ?? numbers.size;
		numbers.set(quotation, number);
		return number;
	});
}

/** Share of a stretch's letters that stand inside quotation marks. */
export function quotedShare(text: string, span: Span, quotations: readonly Quotation[]): number {
	let letters = 0;
	let inside = 0;
	for (let at = span.start; at < span.end; at++) {
		if (!isLetter(text[at]!)) continue;
		letters++;
		const quotation = quotationAt(quotations, at, at + 1);
		if (quotation) inside++;
	}
	return letters === 0 ? 0 : inside / letters;
}

export function quoteKind(share: number): Quote {
	return share >= 0.9 ? 'direct' : share > 0 ? 'mixed' : 'indirect';
}

/** Widens the contents of a frame that stands outside a quotation to the whole of it, as far as the sentence goes. */
export function wholeQuotations(tree: Tree, frame: Frame, quotations: readonly Quotation[]): Range[] {
	if (!/^(?:clause-before|words-before|words-after|frame-inside)$/.test(frame.rule)) return frame.content;
	const cue = placeOf(tree, frame.cue.from, frame.cue.to);
	return frame.content.map(({ from, to }) => {
		const { start } = tree.tokens[from]!;
		const { end } = tree.tokens[to - 1]!;
		let low = from;
		let high = to;
		for (const quotation of [
			quotationAt(quotations, start, start + 1),
			quotationAt(quotations, end - 1, end)
		]) {
			if (!quotation || (quotation.start < cue.end && quotation.end > cue.start)) continue;
			while (low > 0 && tree.tokens[low - 1]!.start >= quotation.start) low--;
			while (high < tree.tokens.length && tree.tokens[high]!.end <= quotation.end) high++;
		}
		return low === from && high === to ? { from, to } : trimRange(tree, { from: low, to: high });
	});
}

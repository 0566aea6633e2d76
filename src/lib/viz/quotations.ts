import type { Span } from '#lib/model/index.ts';
import { type WordDiff, wordDiff, wordsOf } from './word-diff.ts';

/** How a quotation stands to a fuller one: alike, cut short at an end, cut inside, or in other words. */
export type QuoteStand = 'alike' | 'cut' | 'joined' | 'changed';

/** The same utterance in two accounts. */
export type QuotePair = {
	left: Span & { text: string };
	right: Span & { text: string };
	kind: QuoteStand;
	/** Who gives more of it; null where both give the same words. */
	fuller: 'left' | 'right' | null;
	words: WordDiff;
};

/** Fewest words that make a quotation worth comparing: two or three words are quoted for their own sake. */
const LEAST = 5;
/** Words in a row that two quotations must share before they are compared at all. */
const GRAM = 4;
/** Share of the shorter one's words that must be in the longer. */
const ENOUGH = 0.6;
/** Longest quotation in characters: a mark that is never closed must not swallow the text. */
const LONGEST = 2000;

/** Whether a straight mark at a place opens a quotation: it stands at a beginning, or after white space. */
function opens(text: string, at: number): boolean {
	return at === 0 || /[\s([—–-]/.test(text[at - 1] ?? ' ');
}

/**
 * What stands between quotation marks. A quotation ends at its mark or with its paragraph, as newspapers leave
 * the mark off where the speaker goes on in the next one.
 */
export function quotations(text: string): Span[] {
	const found: Span[] = [];
	let start = -1;
	const close = (end: number) => {
		if (start !== -1 && end - start <= LONGEST && wordsOf(text.slice(start, end)).length >= LEAST)
			found.push({ start, end });
		start = -1;
	};
	for (let at = 0; at < text.length; at += 1) {
		const mark = text[at];
		if (mark === '\n') close(at);
		else if (mark === '“' || mark === '«' || (mark === '"' && start === -1 && opens(text, at)))
			start = at + 1;
		else if (mark === '”' || mark === '»' || mark === '"') close(at);
	}
	close(text.length);
	return found;
}

function grams(words: readonly { key: string }[]): string[] {
	return words.slice(GRAM - 1).map((_, at) =>
		words
			.slice(at, at + GRAM)
			.map((word) => word.key)
			.join(' ')
	);
}

/** How two forms of one utterance stand to each other, whichever is the fuller. */
export function quoteStand(words: WordDiff): QuoteStand {
	const shorter = words.words[0] <= words.words[1] ? words.a : words.b;
	const longer = shorter === words.a ? words.b : words.a;
	if (shorter.some((run) => !run.same)) return 'changed';
	const inside = longer.slice(1, -1).some((run) => !run.same);
	return words.words[0] === words.words[1] ? 'alike' : inside ? 'joined' : 'cut';
}

/** Utterances that both texts quote, in the order of the left one. */
export function quotePairs(left: string, right: string): QuotePair[] {
	const others = quotations(right).map((span) => ({ ...span, text: right.slice(span.start, span.end) }));
	const byGram = new Map<string, number>();
	others.forEach((quote, at) => {
		for (const gram of grams(wordsOf(quote.text))) if (!byGram.has(gram)) byGram.set(gram, at);
	});
	return quotations(left).flatMap((span): QuotePair[] => {
		const text = left.slice(span.start, span.end);
		const votes = new Map<number, number>();
		for (const gram of grams(wordsOf(text))) {
			const at = byGram.get(gram);
			if (at !== undefined) votes.set(at, (votes.get(at) ?? 0) + 1);
		}
		const best = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0];
		const other = best && others[best[0]];
		if (!other) return [];
		const words = wordDiff(text, other.text);
		if (words.same < ENOUGH * Math.min(...words.words)) return [];
		const [a, b] = words.words;
		return [
			{
				left: { ...span, text },
				right: other,
				kind: quoteStand(words),
				fuller: a === b ? null : a > b ? 'left' : 'right',
				words
			}
		];
	});
}

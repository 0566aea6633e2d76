import type { Block } from '../types.ts';
import { ORDINARY_WORDS, OTHER_ABBREVIATIONS, TITLE_ABBREVIATIONS } from './abbreviations.ts';
import { isBlank, isCapital, isDigit, isLetter, trimSpan } from './characters.ts';
import type { Quotation } from './quotes.ts';

/** A sentence's place; `quoted` where it begins inside a quotation that began earlier. */
export type SentenceSpan = { start: number; end: number; block: number; quoted: boolean };

const CLOSERS = '"”’\')]}»';
const OPENERS = '"“‘\'([{«„';

/** Words that start a sentence far more often than they go on after an abbreviation. */
const STARTERS = new Set(
	'the a an he she it they we i you this that these those there his her its their our my but and in on at as for when while if after before since however meanwhile according mr mrs ms what who how why yet so still also now then no nobody none nothing everyone everybody someone several some many most all both neither another other others each one two three four five six seven eight nine ten dozens hundreds thousands police officials witnesses residents firefighters with under by from until about more earlier later only even'.split(
		' '
	)
);

const SAYING = new Set(
	'said says asked asks wrote told tweeted added replied shouted demanded continued declared wondered exclaimed joked announced responded answered'.split(
		' '
	)
);

/** The word before a full stop, at most 20 characters of it. */
function wordBefore(text: string, at: number, start: number): string {
	let from = at;
	while (
		from > start &&
		at - from < 20 &&
		(isLetter(text[from - 1]!) || text[from - 1] === '.' || text[from - 1] === '-')
	)
		from--;
	return text.slice(from, at);
}

function nextWord(text: string, at: number, end: number): { word: string; end: number } {
	let to = at;
	while (to < end && to - at < 30 && !isBlank(text[to]!)) to++;
	return { word: text.slice(at, to).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''), end: to };
}

/** Whether, after a closing quotation mark, somebody is said to have spoken it: `"Why?" Ann Lee asked.` */
function isFollowedBySpeaker(text: string, at: number, end: number, finished: boolean): boolean {
	let from = at;
	for (let count = 0; count < 5; count++) {
		const { word, end: to } = nextWord(text, from, end);
		if (SAYING.has(word.toLowerCase()))
			return (
				count > 0 &&
				(!finished || /^(?:[.,]|$)/.test(text.slice(from + word.length, from + word.length + 10)))
			);
		const ordinary = count === 0 && /^(?:the|his|her|one|a|an)$/i.test(word);
		if (
			!ordinary &&
			!(word !== '' && isCapital(word[0]!)) &&
			!/^(?:he|she|they|of|police|president|officials?)$/i.test(word)
		)
			return false;
		if (!ordinary && /[,.;]$/.test(text.slice(from, to)) && !/^(?:mr|mrs|ms|dr|sen|rep|gov|gen)$/i.test(word))
			return false;
		from = to;
		while (from < end && isBlank(text[from]!)) from++;
	}
	return false;
}

/** Whether the full stop at `at` only shortens a word. */
function isAbbreviation(text: string, at: number, start: number, next: string): boolean {
	const word = wordBefore(text, at, start);
	const plain = word.toLowerCase();
	const starts = STARTERS.has(next.toLowerCase());
	if (TITLE_ABBREVIATIONS.has(plain) && isCapital(word[0]!)) return !(starts && ORDINARY_WORDS.has(plain));
	if (OTHER_ABBREVIATIONS.has(plain)) {
		if (plain === 'no' || plain === 'nos') return isDigit(next[0] ?? ' ') && isCapital(word[0]!);
		if (ORDINARY_WORDS.has(plain) && !isCapital(word[0]!)) return false;
		return !starts;
	}
	if (/^(?:[a-z]\.)+[a-z]$/i.test(word)) return !starts; // U.S. p.m. i.e.
	if (word.length === 1 && isCapital(word)) return !starts || word !== 'I';
	return false;
}

/** Index just past a sentence's end when it ends with the mark at `at`; 0 when it goes on. */
function endAfter(text: string, at: number, start: number, blockEnd: number): number {
	let to = at + 1;
	while (to < blockEnd && '.!?…'.includes(text[to]!)) to++;
	const marks = text.slice(at, to);
	while (to < blockEnd && CLOSERS.includes(text[to]!)) to++;
	if (to >= blockEnd) return blockEnd;
	let next = to;
	while (next < blockEnd && isBlank(text[next]!)) next++;
	const closed = to > at + marks.length;
	if (next === to) {
		// A missing space: "ended.The" ends a sentence, "example.com" and "3.5" do not.
		const missing =
			marks === '.' &&
			isCapital(text[to]!) &&
			isLetter(text[at - 1] ?? ' ') &&
			!isCapital(text[at - 1]!) &&
			at - 3 > start &&
			isLetter(text[to + 1] ?? ' ');
		return missing ? to : 0;
	}
	if (next >= blockEnd) return blockEnd;
	let first = next;
	while (first < blockEnd && OPENERS.includes(text[first]!)) first++;
	const lead = text[first] ?? ' ';
	const opens = first > next;
	const starts =
		isCapital(lead) ||
		isDigit(lead) ||
		lead === '@' ||
		lead === '#' ||
		lead === '$' ||
		(!isLetter(lead) && opens) ||
		(isLetter(lead) && lead.toLowerCase() === lead.toUpperCase());
	if (!starts && !(opens && marks !== '…' && marks.length === 1) && lead !== '•') return 0;
	if (!starts && opens && '(['.includes(text[next]!)) return 0;
	if ((marks === '…' || marks.length > 2) && !closed && !isCapital(lead)) return 0;
	const { word } = nextWord(text, first, blockEnd);
	if (marks === '.' && !closed && !opens && isAbbreviation(text, at, start, word)) return 0;
	// `the U.S. "went too far"`
	const goesOn = isLetter(lead) && !isCapital(lead);
	if (
		marks === '.' &&
		opens &&
		isAbbreviation(text, at, start, word) &&
		(goesOn || TITLE_ABBREVIATIONS.has(wordBefore(text, at, start).toLowerCase()))
	)
		return 0;
	if (closed && !opens && isFollowedBySpeaker(text, first, blockEnd, marks === '.')) return 0;
	return to;
}

/** Where the text of a body begins after the place and agency that head it: "PARIS (Reuters) - ". */
function afterDateline(text: string, block: Block): number {
	const head = text.slice(block.start, Math.min(block.end, block.start + 120));
	const agency = /^[\p{Lu}][\p{L}\d.,'’ /-]{1,70}?\s?\((?:[\p{L}.’' ]{2,40})\)\s?[-–—]{1,2}\s?/u.exec(head);
	const capitals =
		/^[\p{Lu}][\p{Lu}.'’/ -]{2,40}(?:, [\p{L}. ]{2,24}){0,2}(?:, (?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)\w*\.? \d{1,2})?(?:\s?[—–]\s?|\s-\s)/u.exec(
			head
		);
	// "Salem (CNN) Less than a month …": only agencies that are known, since no dash follows.
	const undashed =
		/^\p{Lu}[\p{L}.,'’ -]{1,60}?\s?\((?:Reuters|AP|AFP|CNN|UPI|Bloomberg|BBC|NPR)\)\s{1,3}(?=\p{Lu})/u.exec(
			head
		);
	const bare = /^\((?:Reuters|AP|AFP|CNN|UPI|Bloomberg|[\p{L}.’' ]{2,24})\)\s?[-–—]{0,2}\s?/u.exec(head);
	return block.start + ((agency ?? capitals ?? undashed ?? bare)?.[0].length ?? 0);
}

function sentencesOf(text: string, block: Block, index: number): SentenceSpan[] {
	const found: SentenceSpan[] = [];
	const add = (from: number, to: number) => {
		const span = trimSpan(text, from, to);
		if (span.end > span.start) found.push({ ...span, block: index, quoted: false });
	};
	let start = block.kind === 'body' ? afterDateline(text, block) : block.start;
	for (let at = start; at < block.end; at++) {
		if (!'.!?…'.includes(text[at]!)) continue;
		const end = endAfter(text, at, start, block.end);
		if (end > 0) {
			add(start, end);
			start = end;
			at = end - 1;
		} else {
			while (at + 1 < block.end && '.!?…'.includes(text[at + 1]!)) at++;
		}
	}
	add(start, block.end);
	return found;
}

/** Cuts blocks into sentences; a title or heading is one sentence whatever it contains. */
export function readSentences(
	text: string,
	blocks: readonly Block[],
	quotations: readonly Quotation[]
): SentenceSpan[] {
	const sentences = blocks.flatMap((block, index) =>
		block.kind === 'furniture' || block.kind === 'caption' ? [] : sentencesOf(text, block, index)
	);
	let next = 0;
	for (const sentence of sentences) {
		while (next < quotations.length && quotations[next]!.end <= sentence.start) next++;
		const quotation = quotations[next];
		sentence.quoted =
			quotation !== undefined &&
			(quotation.start < sentence.start || (quotation.start === sentence.start && quotation.continues));
	}
	return sentences;
}

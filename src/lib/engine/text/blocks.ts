import type { Block, BlockKind } from '../types.ts';
import { isCapital, isLetter, trimSpan } from './characters.ts';
import { isCaption, isCredit, isFurniture } from './furniture.ts';

type Line = { start: number; end: number; text: string; gapAfter: boolean };

const HEADING_LIMIT = 90;
const BYLINE_LIMIT = 60;
/** Bylines and outlet names stand among the first lines, above the text. */
const BYLINE_LINES = 6;

function readLines(text: string): Line[] {
	const lines: Line[] = [];
	let start = 0;
	while (start <= text.length) {
		const found = text.indexOf('\n', start);
		const stop = found < 0 ? text.length : found;
		const span = trimSpan(text, start, stop);
		const previous = lines.at(-1);
		if (span.end > span.start)
			lines.push({ ...span, text: text.slice(span.start, span.end), gapAfter: false });
		else if (previous) previous.gapAfter = true;
		start = stop + 1;
	}
	return lines;
}

function sameWords(a: string, b: string): boolean {
	const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
	return a.length < 1000 && b.length < 1000 && plain(a) === plain(b);
}

function endsLikeSentence(line: string): boolean {
	return /[.!?…:;,]["”’')\]]*$/.test(line.slice(-4));
}

function isAllCapitals(line: string): boolean {
	let letters = 0;
	for (const character of line) {
		if (!isLetter(character)) continue;
		if (!isCapital(character)) return false;
		letters++;
	}
	return letters >= 3;
}

/** A line of one to five capitalised words and nothing else: a reporter's name, or an outlet's. */
function isByline(line: string): boolean {
	return (
		line.length <= BYLINE_LIMIT &&
		/^(?:(?:and|of|the|[A-Z][\p{L}.'’-]*),? ?){1,8}$/u.test(line) &&
		!endsLikeSentence(line)
	);
}

/** The name under an embedded post: "— Name (@handle) June 3, 2019". */
const POST_TAIL = /[—–-]\s?[^—–()]{1,80}\(@\w{1,40}\)/;

function kindOf(lines: readonly Line[], index: number, bodySeen: number): BlockKind {
	const { text } = lines[index]!;
	if (isFurniture(text)) return 'furniture';
	if (isCaption(text)) return 'caption';
	const next = lines[index + 1];
	if (next && !lines[index]!.gapAfter && isCredit(next.text)) return 'caption';
	if (text.length <= 1200 && POST_TAIL.test(text.slice(-160))) return 'quote';
	if (/^[>|]\s?\S/.test(text)) return 'quote';
	if (bodySeen === 0 && index < BYLINE_LINES && isByline(text)) return 'furniture';
	if (text.length <= HEADING_LIMIT && isAllCapitals(text) && !/[.!?]$/.test(text)) return 'heading';
	if (
		text.length <= HEADING_LIMIT &&
		next &&
		!endsLikeSentence(text) &&
		!/["”]$/.test(text) &&
		/\s/.test(text)
	) {
		return next.text.length > 2 * text.length ? 'heading' : 'body';
	}
	return 'body';
}

/**
 * Cuts a text into blocks, a line a block, and tells the account's own words from the page around them. The first
 * line is the title where it has the title's words, or where no title is known and a blank line follows it.
 */
export function readBlocks(text: string, title = ''): Block[] {
	const lines = readLines(text);
	const blocks: Block[] = [];
	let bodySeen = 0;
	lines.forEach((line, index) => {
		const first = index === 0 && lines.length > 1;
		const isTitle =
			first &&
			(title === ''
				? line.gapAfter && line.text.length <= 300
				: sameWords(title, line.text) ||
					(line.gapAfter && line.text.length <= 200 && !endsLikeSentence(line.text)));
		const kind = isTitle ? 'title' : kindOf(lines, index, bodySeen);
		if (kind === 'body') bodySeen++;
		blocks.push({ start: line.start, end: line.end, kind });
	});
	return blocks;
}

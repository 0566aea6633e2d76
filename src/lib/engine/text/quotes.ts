import type { Block } from '../types.ts';
import type { Span } from '#lib/model/index.ts';
import { isBlank, isLetter } from './characters.ts';

/** A stretch inside quotation marks, with its marks; `continues` where it goes on from the block before. */
export type Quotation = Span & { block: number; continues: boolean; closed: boolean };

/** A quotation in single marks that runs longer than this is an apostrophe that was misread. */
const SINGLE_LIMIT = 400;

type Mark = { at: number; length: number; role: 'open' | 'close' };

function isEdge(character: string | undefined): boolean {
	return character === undefined || isBlank(character) || '([{-–—/…:;'.includes(character);
}

function isAfterword(character: string | undefined): boolean {
	return character === undefined || isBlank(character) || '.,;:!?)]}-–—…/'.includes(character);
}

/** Which part a double quotation mark plays; a straight one is told by what stands on either side. */
function readMark(text: string, at: number, end: number): Mark | null {
	const character = text[at]!;
	if (character === '“' || character === '„' || character === '«') return { at, length: 1, role: 'open' };
	if (character === '”' || character === '»') return { at, length: 1, role: 'close' };
	const doubled =
		(character === "'" || character === '’' || character === '`' || character === '‘') &&
		text[at + 1] === character;
	if (character !== '"' && character !== '″' && character !== '＂' && !doubled) return null;
	const length = doubled ? 2 : 1;
	const next = at + length < end ? text[at + length] : undefined;
	const previous = at > 0 ? text[at - 1] : undefined;
	const opens = isEdge(previous) && !isAfterword(next);
	const closes = !isEdge(previous) && isAfterword(next);
	if (opens !== closes) return { at, length, role: opens ? 'open' : 'close' };
	return { at, length, role: isEdge(previous) ? 'open' : 'close' };
}

function singleEnd(text: string, start: number, end: number, close: string): number {
	const limit = Math.min(end, start + SINGLE_LIMIT);
	for (let at = start + 2; at < limit; at++) {
		if (text[at] !== close || text[at + 1] === close || text[at - 1] === close) continue;
		if (!isBlank(text[at - 1]!) && isAfterword(at + 1 < end ? text[at + 1] : undefined)) return at + 1;
	}
	return -1;
}

/** Finds a block's quotations in one pass. Marks that are missing are supplied at the block's edge. */
function quotationsOf(
	text: string,
	block: Block,
	index: number,
	open: boolean
): { found: Quotation[]; open: boolean } {
	const found: Quotation[] = [];
	let start = -1;
	let continues = false;
	let singleUntil = block.start;
	for (let at = block.start; at < block.end; at++) {
		const mark = readMark(text, at, block.end);
		if (mark === null) {
			const character = text[at]!;
			if (start >= 0 || at < singleUntil || (character !== '‘' && character !== "'")) continue;
			const previous = at > block.start ? text[at - 1] : undefined;
			if (!isEdge(previous) || !isLetter(text[at + 1] ?? ' ')) continue;
			const end = singleEnd(text, at, block.end, character === '‘' ? '’' : "'");
			singleUntil = end < 0 ? at + SINGLE_LIMIT : end;
			if (end > 0) found.push({ start: at, end, block: index, continues: false, closed: true });
			if (end > 0) at = end - 1;
			continue;
		}
		if (mark.role === 'open' && start < 0) {
			start = at;
			continues = open && found.length === 0 && text.slice(block.start, at).trim() === '';
		} else if (mark.role === 'close') {
			// A closing mark without an opening one: the opening one was lost, and the words before it are quoted.
			const from = start >= 0 ? start : (found.at(-1)?.end ?? block.start);
			if (start >= 0 || (found.length === 0 && open))
				found.push({
					start: from,
					end: at + mark.length,
					block: index,
					continues: continues || start < 0,
					closed: true
				});
			start = -1;
			continues = false;
		}
		at += mark.length - 1;
	}
	if (start < 0) return { found, open: false };
	found.push({ start, end: block.end, block: index, continues, closed: false });
	return { found, open: true };
}

/**
 * Finds every quotation, straight, curly or with doubled apostrophes. A quotation that a paragraph leaves open goes
 * on in the next one where that begins with an opening mark, as newspapers print long quotations.
 */
export function findQuotations(text: string, blocks: readonly Block[]): Quotation[] {
	const all: Quotation[] = [];
	let open = false;
	blocks.forEach((block, index) => {
		if (block.kind === 'furniture' || block.kind === 'caption') return;
		const result = quotationsOf(text, block, index, open);
		for (const quotation of result.found) all.push(quotation);
		open = result.open;
	});
	return all;
}

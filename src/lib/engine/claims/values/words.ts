/** A piece of a sentence as the value readers see it: a number, a word or a sign, with its place in the text. */
export type Piece = { start: number; end: number; text: string; lower: string };

/** Longest stretch that is cut at once; a sentence is never longer. */
const PIECE =
	/\d+(?:,\d{3})*(?:\.\d+)?(?:(?:st|nd|rd|th|[mkb]n?)\b)?|[\p{L}\p{M}]+(?:['’](?:[\p{L}]+))?\.?(?<!\.)|[^\s\p{L}\p{N}]/gu;

/** Cuts a stretch of text into numbers, words and signs. */
export function cutPieces(text: string, start: number, end: number): Piece[] {
	const pieces: Piece[] = [];
	for (const match of text.slice(start, end).matchAll(PIECE)) {
		const from = start + match.index;
		pieces.push({ start: from, end: from + match[0].length, text: match[0], lower: match[0].toLowerCase() });
	}
	return pieces;
}

/** Whether two pieces stand together without a space. */
export function touch(a: Piece | undefined, b: Piece | undefined): boolean {
	return a !== undefined && b !== undefined && a.end === b.start;
}

/** Cuts `text.slice(start, end)` into words and marks; offsets point into the whole text. */
export function cutTokens(text: string, start: number, end: number): { start: number; end: number }[] {
	const tokens: { start: number; end: number }[] = [];
	for (const match of text.slice(start, end).matchAll(/[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu)) {
		tokens.push({ start: start + match.index, end: start + match.index + match[0].length });
	}
	return tokens;
}

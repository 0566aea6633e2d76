import { readText } from '../text/index.ts';

const FURNITURE = new Set(['furniture', 'caption']);

/** The words that an account itself says, without punctuation, spaces, and what belongs to the page around it. */
function wordsOf(text: string, title: string): string {
	return readText(text, title)
		.blocks.filter(({ kind }) => !FURNITURE.has(kind))
		.map(({ start, end }) =>
			text
				.slice(start, end)
				.normalize('NFKC')
				.toLowerCase()
				.replace(/['’]/g, '')
				.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
				.trim()
		)
		.join(' ');
}

/** Whether two texts of one account say the same words: a comma, a line break or a link box makes no new edition. */
export function isSameInSubstance(
	a: { text: string; title: string },
	b: { text: string; title: string }
): boolean {
	return wordsOf(a.text, a.title) === wordsOf(b.text, b.title);
}

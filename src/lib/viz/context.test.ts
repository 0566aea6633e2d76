import { describe, expect, it } from 'vitest';
import { contextOfQuote } from './context.ts';

const WORDS = 'We will open the sluice at dawn';

function shown(text: string): string {
	const start = text.indexOf(WORDS);
	const { start: from, end } = contextOfQuote(text, { start, end: start + WORDS.length });
	return text.slice(from, end);
}

describe('the words around a quotation whose speaker is asked for', () => {
	it('stay in its paragraph where that says who speaks', () => {
		expect(shown(`Rain fell.\n\n“${WORDS},” said Mary Reed.\n\nThe mayor left.`)).toBe(
			`“${WORDS},” said Mary Reed.`
		);
	});

	it.each([
		['a paragraph of its own', `“${WORDS}.”`],
		['one among others that are quoted', `“It rained. ${WORDS}. Nobody was told.”`],
		['one that goes on in the next paragraph', `“${WORDS}.`]
	])('reach into the paragraphs on either side of %s', (_, quoted) => {
		const text = `Rain fell. The mayor spoke. He was late.\n\n${quoted}\n\nThen he left. It was noon. The rain stopped.`;
		const found = shown(text);
		expect(found).toContain('He was late.');
		expect(found).toContain('Then he left.');
		expect(found).not.toContain('Rain fell.');
		expect(found).not.toContain('The rain stopped.');
	});

	it('are all there is where the text begins and ends with it', () => {
		expect(shown(`“${WORDS}.”`)).toBe(`“${WORDS}.”`);
	});
});

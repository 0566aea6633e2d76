import { describe, expect, it } from 'vitest';
import { lexicon } from '../../../../../tests/support/lexicon.ts';
import { createSyntax } from '../../syntax/index.ts';
import { makeTree, wordsOf } from '../tree.ts';
import { createFactualityReader, loadFactuality, readFactuality } from './factuality.ts';

const { factuality } = createFactualityReader(lexicon);
const degreeOf = (text: string, word: string) => factuality(text, text.indexOf(word));

describe('how firmly a sentence holds what a word stands for', () => {
	it.each([
		['The mayor closed the bridge.', 'The mayor may close the bridge.', 'close'],
		['The mayor closed the bridge.', 'The mayor said he might close the bridge.', 'close'],
		['The mayor may close the bridge.', 'The mayor did not close the bridge.', 'close'],
		['The ferry sank off the coast.', 'If the ferry sank, divers will find it.', 'sank'],
		['The crew repaired the pump.', 'The crew plans to repair the pump.', 'repair'],
		['The crew managed to repair the pump.', 'The crew failed to repair the pump.', 'repair'],
		['The council knows that the dam leaks.', 'The council doubts that the dam leaks.', 'leaks'],
		['Nobody doubts that the dam leaks.', 'Nobody believes that the dam leaks.', 'leaks']
	])('“%s” is firmer than “%s”', (firm, weak, word) => {
		expect(degreeOf(firm, word)).toBeGreaterThan(degreeOf(weak, word));
	});

	it('holds a plain statement for all but certain, and a negated one for rather not so', () => {
		expect(degreeOf('The mayor closed the bridge on Sunday.', 'closed')).toBeGreaterThan(2.5);
		expect(degreeOf('The mayor did not close the bridge on Sunday.', 'close')).toBeLessThan(0);
	});

	it('tells which word moved it most', () => {
		const text = 'The mayor did not close the bridge.';
		const tree = makeTree(text, createSyntax(lexicon).parse(text, 0, text.length));
		const { moved } = readFactuality(tree, tree.lower.indexOf('close'), loadFactuality(lexicon));
		expect(wordsOf(tree, moved[0]!.at)).toBe('not');
		expect(moved[0]!.by).toBeLessThan(0);
	});

	it('holds everything for certain without the weights', () => {
		const reader = createFactualityReader({ ...lexicon, 'claims-factuality.json': undefined! });
		expect(reader.factuality('The mayor may close the bridge.', 14)).toBe(3);
	});
});

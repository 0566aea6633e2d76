import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupPieces, type Piece } from './index.ts';
import { timeWork } from '../../../../tests/support/work.ts';

const FERRY: Piece[] = [
	[
		'Ferry Marlow strikes buoy off Norrsund',
		'The ferry Marlow took on water after it struck a buoy off the north pier of Norrsund. All 64 aboard are safe.'
	],
	[
		'Norrsund ferry holed, passengers safe',
		'Divers will look at the hull of the Marlow, which hit a harbour buoy. Tor Belling, the harbour master, praised the crew.'
	],
	[
		'Board opens inquiry into Marlow',
		'The maritime board asked for the log of the ferry that struck a buoy at Norrsund on Tuesday.'
	]
].map(([title, text], index) => ({
	id: `ferry-${index}`,
	title: title!,
	text: text!,
	publishedAt: '2031-05-06'
}));

const MILL: Piece[] = [
	[
		'Blaze at Ekeby paper mill',
		'Seventy firefighters fought a fire in a store of baled paper at the Ekeby mill. Two workers were treated for smoke.'
	],
	[
		'Ekeby mill fire out after nine hours',
		'Lena Roth, chief of the fire service, said a sprinkler line at the paper mill had been shut for repairs.'
	]
].map(([title, text], index) => ({
	id: `mill-${index}`,
	title: title!,
	text: text!,
	publishedAt: '2031-05-07'
}));

const idsOf = (pieces: readonly Piece[]) => groupPieces(pieces).map((group) => [...group.pieces].sort());

describe('a pile of reports', () => {
	test('falls into the events that it speaks of', () => {
		expect(idsOf([...FERRY, ...MILL])).toEqual([
			['ferry-0', 'ferry-1', 'ferry-2'],
			['mill-0', 'mill-1']
		]);
	});

	test('gives the same groups in whatever order it comes', () => {
		const pile = [...FERRY, ...MILL];
		fc.assert(
			fc.property(fc.shuffledSubarray(pile, { minLength: pile.length }), (shuffled) => {
				expect(idsOf(shuffled)).toEqual(idsOf(pile));
			}),
			{ numRuns: 20 }
		);
	});

	test('keeps every piece, once', () => {
		const text = fc.array(fc.constantFrom('ferry', 'mill', 'Ekeby', 'Norrsund', 'fire', 'buoy', '7', ''), {
			maxLength: 12
		});
		fc.assert(
			fc.property(fc.array(text, { maxLength: 20 }), (texts) => {
				const pieces = texts.map((words, index) => ({ id: `p${index}`, title: '', text: words.join(' ') }));
				expect(idsOf(pieces).flat().sort()).toEqual(pieces.map(({ id }) => id).sort());
			}),
			{ numRuns: 60 }
		);
	});

	test('holds two like events apart that lie a year apart', () => {
		const again = FERRY.map((piece) => ({ ...piece, id: `${piece.id}-b`, publishedAt: '2032-05-06' }));
		expect(
			idsOf([...FERRY, ...again]).every((ids) => new Set(ids.map((id) => id.endsWith('-b'))).size === 1)
		).toBe(true);
	});

	test('says in a few words what holds a group together', () => {
		expect(groupPieces(FERRY)[0]?.words).toContain('marlow');
	});

	test('of 500 copies of one text is grouped in a few seconds', async () => {
		const copies = Array.from({ length: 500 }, (_, index) => ({ ...FERRY[0]!, id: `c${index}` }));
		const { seconds, result } = await timeWork(() => groupPieces(copies));
		expect(result).toHaveLength(1);
		expect(seconds).toBeLessThan(10);
	});
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inventedComparison, inventedEvent } from '../../../tests/support/invented-event.ts';
import { indexComparison } from './comparison-index.ts';
import { quotePairs } from './quotations.ts';
import { ribbons } from './ribbons.ts';
import { sideBySide } from './side-by-side.ts';
import { wordDiff } from './word-diff.ts';

const index = indexComparison(inventedComparison);
const account = (id: string) => inventedEvent.accounts.find((one) => one.id === id)!;
const view = sideBySide(account('03-courier'), account('04-lantern'), index);

describe('two accounts side by side', () => {
	it('put conflicts before everything else', () => {
		const kinds = view.pairs.map((pair) => pair.kind);
		expect(kinds.filter((kind) => kind === 'conflicts').length).toBeGreaterThan(1);
		expect(kinds.lastIndexOf('conflicts')).toBe(view.counts.conflicts - 1);
	});

	it('name the words that a conflict is about', () => {
		expect(view.pairs.map((pair) => pair.label)).toContain('31 / more than 40');
	});

	it('keep both texts whole, but for blank lines', () => {
		for (const side of [view.left, view.right]) {
			const shown = side.paragraphs.map((part) => part.segments.map((run) => run.text).join(''));
			expect(shown.join('\n\n')).toBe(account(side.id).text);
		}
	});

	it('mark a claim that the other account lacks as standing alone', () => {
		const alone = view.left.paragraphs
			.flatMap((part) => part.segments)
			.filter((run) => run.marks.some((mark) => mark.kind === 'alone'));
		expect(alone.map((run) => run.text).join('')).toContain('until Friday');
	});

	it('find the same pairs from either side', () => {
		const turned = sideBySide(account('04-lantern'), account('03-courier'), index);
		expect(turned.counts).toEqual(view.counts);
	});
});

describe('word differences', () => {
	it('join to the two texts again, and have the same words in common', () => {
		const word = fc.constantFrom('the', 'boat', 'left', '31', 'people', 'early', '“Friday”', 'not');
		const text = fc.array(word, { minLength: 1, maxLength: 30 }).map((all) => all.join(' '));
		fc.assert(
			fc.property(text, text, (a, b) => {
				const found = wordDiff(a, b);
				expect(found.a.map((run) => run.text).join('')).toBe(a);
				expect(found.b.map((run) => run.text).join('')).toBe(b);
				expect(found.same).toBeLessThanOrEqual(Math.min(...found.words));
			})
		);
	});

	it('leave nothing marked between texts that differ only in quotation marks and case', () => {
		const found = wordDiff('“We don’t know,” she said.', '"we don\'t know" She said');
		expect(found.a.every((run) => run.same)).toBe(true);
	});
});

describe('quotations in both', () => {
	const full = 'He said: “We saw the light go out and then we ran to the shore at once.”';
	it.each([
		['“We saw the light go out and then we ran to the shore at once.”', 'alike', null],
		['“We saw the light go out and then we ran,” he said.', 'cut', 'left'],
		['“We saw the light go out and ran to the shore at once.”', 'joined', 'left'],
		['“We saw the lamp go out and then we walked to the shore at once.”', 'changed', null]
	] as const)('%s is %s', (other, kind, fuller) => {
		expect(quotePairs(full, other)[0]).toMatchObject({ kind, fuller });
	});

	it('are none where two people say different things', () => {
		expect(quotePairs(full, '“Nobody told us that the bridge was closed today.”')).toEqual([]);
	});
});

describe('ribbons', () => {
	const extent = fc
		.tuple(fc.integer({ min: -2000, max: 2000 }), fc.integer({ min: 1, max: 300 }))
		.map(([top, tall]) => ({ top, bottom: top + tall }));

	const KINDS = ['agrees', 'conflicts', 'differs'] as const;

	it('keep their labels inside the gutter, and none covers another', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(extent, extent), { maxLength: 20 }), (all) => {
				const drawn = ribbons(
					all.map(([left, right], at) => ({
						key: String(at),
						kind: KINDS[at % 3]!,
						label: 'more than 40',
						left,
						right
					})),
					{ width: 240, height: 500 }
				);
				const labels = drawn.filter((one) => one.label);
				for (const one of labels) {
					expect(one.x).toBeGreaterThanOrEqual(36);
					expect(one.x).toBeLessThanOrEqual(240 - 36);
					expect(one.y).toBeGreaterThanOrEqual(9);
					expect(one.y).toBeLessThanOrEqual(500 - 9);
					for (const other of labels)
						if (other !== one)
							expect(Math.abs(other.y - one.y) >= 18 || Math.abs(other.x - one.x) >= 72).toBe(true);
				}
			})
		);
	});

	it('label a conflict before anything that it crosses, and one that crosses it further along', () => {
		const at = (top: number) => ({ top, bottom: top + 20 });
		const drawn = ribbons(
			[
				{ key: 'a', kind: 'agrees', label: 'agree', left: at(40), right: at(400) },
				{ key: 'c', kind: 'conflicts', label: '31 / 40', left: at(400), right: at(40) }
			],
			{ width: 240, height: 500 }
		);
		const place = (key: string) => drawn.find((one) => one.key === key)!;
		expect(place('c')).toMatchObject({ x: 120, label: '31 / 40' });
		expect(place('a').label).toBe('agree');
		expect(place('a').x).not.toBe(120);
	});

	it('have no labels where the gutter has no room for them', () => {
		const at = { top: 40, bottom: 60 };
		const end = { key: 'a', kind: 'conflicts' as const, label: 'more than 40 / 31', left: at, right: at };
		expect(ribbons([end], { width: 56, height: 500 })[0]).toMatchObject({ label: '' });
	});

	it('are gone once both ends are out of sight', () => {
		const out = { top: -50, bottom: -10 };
		const end = { key: 'a', kind: 'agrees' as const, label: '', left: out, right: out };
		expect(ribbons([end], { width: 200, height: 500 })).toEqual([]);
	});
});

import { describe, expect, it } from 'vitest';
import type { Claim, Line, Value } from '#lib/model/index.ts';
import { inventedComparison } from '../../../tests/support/invented-event.ts';
import { indexComparison } from './comparison-index.ts';
import { shortValues } from './short-value.ts';
import { versionByClaim, versionsOf } from './tones.ts';

type Said = { words: string; label?: string; value?: Pick<Value, 'kind' | 'text'> & Partial<Value> };

/** What cells show of two claims that conflict, each the only one of its version. */
function cellsOf(...said: Said[]) {
	const claims = said.map(({ words, value }, at): Claim => {
		const start = value ? words.indexOf(value.text) : 0;
		return {
			id: `c${at}`,
			account: `a${at}`,
			start: 0,
			end: words.length,
			text: words,
			voice: 'own',
			certainty: 'stated',
			attribution: [],
			holder: `Holder ${at}`,
			values: value ? [{ start, end: start + value.text.length, ...value }] : []
		};
	});
	const line: Line = {
		...inventedComparison.lines[0]!,
		versions: said.map(({ label, value }, at) => ({
			id: `v${at}`,
			label: label ?? value?.text ?? '',
			claims: [`c${at}`]
		}))
	};
	const evidence = claims.map(({ id, values: [one], text }) => ({
		claim: id,
		start: one?.start ?? 0,
		end: one?.end ?? text.length
	}));
	const index = indexComparison({
		...inventedComparison,
		claims,
		lines: [line],
		relations: [
			{
				a: 'c0',
				b: 'c1',
				kind: 'conflicts',
				reason: { code: 'number', text: 'They differ.', evidence },
				score: 1
			}
		]
	});
	const found = shortValues(line, versionByClaim(versionsOf(line, index.claims)), index);
	return claims.map(({ id }) => found.get(id));
}

const dated = (text: string, from: string): Said => ({
	words: `The kiln was lit ${text}`,
	value: { kind: 'date', text, from, to: from }
});

describe('the words that a cell carries', () => {
	it('are the claim’s own where they fit, else figures, and then the full words are kept', () => {
		expect(
			cellsOf(
				dated('at 06:10', '2031-05-02T06:10'),
				dated('at twenty past six on Friday morning', '2031-05-02T06:20')
			)
		).toEqual([{ label: 'at 06:10' }, { label: '06:20', words: 'at twenty past six on Friday morning' }]);
	});

	it('have the day where two versions give the same time', () => {
		const [one, other] = cellsOf(
			dated('at ten past six on Friday morning', '2031-05-02T06:10'),
			dated('at ten past six on Sunday morning', '2031-05-04T06:10')
		);
		expect([one?.label, other?.label]).toEqual(['2 May, 06:10', '4 May, 06:10']);
	});

	it('are cut behind a word where nothing shorter says the same', () => {
		const [one] = cellsOf(
			{ words: 'Salt had been left in the lower chamber', label: 'Salt had been left in the lower chamber' },
			{ words: 'Nothing was left', label: 'Nothing was left' }
		);
		expect(one).toEqual({
			label: 'Salt had been left in…',
			words: 'Salt had been left in the lower chamber'
		});
	});

	it('never are the same for two versions', () => {
		const [one, other] = cellsOf(
			{ words: 'Salt had been left in the lower chamber', label: 'Salt had been left in the lower chamber' },
			{ words: 'Salt had been left in the upper chamber', label: 'Salt had been left in the upper chamber' }
		);
		expect([one?.label, other?.label]).toEqual(['a', 'b']);
		expect(one?.words).toBe('Salt had been left in the lower chamber');
	});

	it('are the claims’ where two versions would both be a yes', () => {
		const cells = cellsOf(
			{ words: 'Nothing was cracked', label: 'affirmed' },
			{ words: 'Tiles were cracked', label: 'affirmed' }
		);
		expect(cells.map((cell) => cell?.label)).toEqual(['Nothing was cracked', 'Tiles were cracked']);
	});
});

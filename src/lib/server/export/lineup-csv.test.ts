import { csvParseRows } from 'd3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexComparison } from '#lib/viz/comparison-index.ts';
import { lineup } from '#lib/viz/lineup.ts';
import { inventedComparison } from '../../../../tests/support/invented-event.ts';
import { csv } from './csv.ts';
import { lineupCsv } from './lineup-csv.ts';

describe('a table to take away', () => {
	it('has no cell that a spreadsheet would run, and loses no text', () => {
		fc.assert(
			fc.property(
				fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), { maxLength: 5 }),
				(rows) => {
					const read = csvParseRows(csv([['head'], ...rows]).replace(/^\uFEFF/, ''));
					for (const cell of read.flat()) expect(cell).not.toMatch(/^[=+\-@\t]/);
				}
			)
		);
		expect(csv([['=1+1', 'a,b']])).toContain(`'=1+1,"a,b"`);
	});

	it('has a row for each line and a column for each account, as on screen', () => {
		const view = lineup(indexComparison(inventedComparison), { columns: 'accounts' });
		const rows = csvParseRows(
			lineupCsv(view)
				.replace(/^\uFEFF/, '')
				.trimEnd()
		);
		expect(rows).toHaveLength(1 + inventedComparison.lines.length);
		for (const row of rows) expect(row).toHaveLength(5 + inventedComparison.accounts.length);
		expect(rows.flat()).toContain('silent');
		expect(rows.flat()).toContain('31 (named source)');
	});
});

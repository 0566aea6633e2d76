import { describe, expect, it } from 'vitest';
import { inventedComparison } from '../../../tests/support/invented-event.ts';
import { indexComparison } from './comparison-index.ts';
import { gapOf, lineup, type Lineup } from './lineup.ts';

const index = indexComparison(inventedComparison);
const byAccount = lineup(index, { columns: 'accounts' });
const byHolder = lineup(index, { columns: 'holders' });

function row(view: Lineup, id: string) {
	const found = view.groups.flatMap((group) => group.rows).find((one) => one.id === id);
	if (!found) throw new Error(`no row ${id}`);
	return found;
}

function cell(view: Lineup, line: string, column: string) {
	return row(view, line).cells.find((one) => one.column === column)?.marks ?? [];
}

describe('the lineup', () => {
	it('groups lines in dispute before agreed ones, and those of one account last', () => {
		expect(byAccount.groups.map(({ state, rows }) => [state, rows.length])).toEqual([
			['disputed', 3],
			['agreed', 1],
			['single', 2]
		]);
	});

	it('orders accounts by when they were published, those without a date last', () => {
		const accounts = inventedComparison.accounts.map((account) =>
			account.id === '01-brigade' ? { ...account, publishedAt: undefined } : account
		);
		const view = lineup(indexComparison({ ...inventedComparison, accounts }), { columns: 'accounts' });
		expect(view.columns.map((column) => column.id)).toEqual([
			'02-wire',
			'03-courier',
			'04-lantern',
			'05-radio',
			'06-builder',
			'01-brigade'
		]);
	});

	it('gives the first colour to the version with most holders', () => {
		expect(row(byAccount, 'fell').versions[0]).toMatchObject({ label: '06:40', tone: 1 });
	});

	it('leaves a claim that fits several versions without a colour', () => {
		expect(cell(byAccount, 'hurt', '01-brigade').map((mark) => mark.tone)).toEqual(['none']);
	});

	it('shows every position that an account reports', () => {
		const marks = cell(byAccount, 'hurt', '04-lantern');
		expect(marks.map((mark) => mark.glyph)).toEqual(['unnamed', 'named']);
	});

	it('writes the value in dispute beside the glyph', () => {
		expect(cell(byAccount, 'hurt', '03-courier')[0]?.label).toBe('31');
		expect(cell(byAccount, 'fell', '06-builder')[0]?.label).toBe('06:52');
	});

	it('writes the version beside the glyph where no value is in dispute', () => {
		expect(cell(byAccount, 'alarm', '04-lantern')[0]).toMatchObject({ glyph: 'denied', label: 'no' });
	});

	it('writes nothing beside the glyphs of an agreed line', () => {
		expect(row(byAccount, 'killed').cells.flatMap((one) => one.marks.map((mark) => mark.label))).toEqual([
			'',
			''
		]);
	});

	it('tells silence from not known', () => {
		expect(gapOf(row(byAccount, 'alarm'), '01-brigade')).toBe('silent');
		expect(gapOf(row(byAccount, 'alarm'), '05-radio')).toBe('unknown');
	});

	it('puts what one holder said into one column, wherever it was printed', () => {
		const hospital = byHolder.columns.filter((column) => column.name === 'Lode hospital');
		expect(hospital).toHaveLength(1);
		expect(cell(byHolder, 'hurt', hospital[0]!.id)).toHaveLength(1);
	});

	it('stands officials and institutions in a lane before everyone else', () => {
		expect(byHolder.lanes.map((run) => run.lane)).toEqual(['official', 'other', 'press']);
		const officials = byHolder.columns.slice(0, byHolder.lanes[0]?.columns).map((column) => column.name);
		expect(officials).toContain('Tarn Fire Brigade');
		expect(officials).toContain('Lode hospital');
		expect(officials).not.toContain('onlookers');
	});

	it('can keep to lines in dispute, and to lines on which somebody unnamed speaks', () => {
		const disputed = lineup(index, { columns: 'accounts', disputed: true });
		expect(disputed.groups.map((group) => group.state)).toEqual(['disputed']);
		const unnamed = lineup(index, { columns: 'accounts', voice: 'unnamed' });
		expect(unnamed.groups.flatMap((group) => group.rows.map((one) => one.id))).toEqual([
			'hurt',
			'fell',
			'alarm'
		]);
		expect([unnamed.shown, unnamed.lines]).toEqual([3, 6]);
	});

	it('holds nothing for an event without lines', () => {
		const view = lineup(indexComparison({ ...inventedComparison, claims: [], lines: [], relations: [] }), {
			columns: 'holders'
		});
		expect([view.columns, view.groups]).toEqual([[], []]);
	});
});

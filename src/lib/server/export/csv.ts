import { csvFormatRows } from 'd3';

/** What a spreadsheet would take for a formula, and run. */
const RUNS = /^[=+\-@\t\r\n]/;

/** A cell that a spreadsheet shows as it is. */
export function harmless(cell: string): string {
	return RUNS.test(cell) ? `'${cell}` : cell;
}

/** Rows as CSV with a mark that tells spreadsheets it is UTF-8, and no cell that could run. */
export function csv(rows: readonly (readonly string[])[]): string {
	return `\uFEFF${csvFormatRows(rows.map((row) => row.map(harmless)))}\r\n`;
}

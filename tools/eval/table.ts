import type { Figures } from './figures.ts';

/** Lays figures out for a terminal: a row a figure, a column an event, the number of cases in brackets. */
export function tableOf(columns: ReadonlyMap<string, Figures>): string {
	const names = [...new Set([...columns.values()].flatMap((figures) => Object.keys(figures)))];
	const rows = [
		['', ...columns.keys()],
		...names.map((name) => [name, ...[...columns.values()].map((figures) => cell(figures, name))])
	];
	const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
	return rows
		.map((row) =>
			row
				.map((text, column) => (column === 0 ? text.padEnd(widths[0]!) : text.padStart(widths[column]!)))
				.join('  ')
		)
		.join('\n');
}

function cell(figures: Figures, name: string): string {
	const figure = figures[name];
	return figure && figure.n > 0 ? `${figure.value.toFixed(2)} (${figure.n})` : '-';
}

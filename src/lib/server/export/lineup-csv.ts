import { words } from '#lib/i18n/en.ts';
import { gapOf, type Lineup } from '#lib/viz/lineup.ts';
import { csv } from './csv.ts';

/** The lineup as it is shown, as a table: a row for each line, a column for each account or holder. */
export function lineupCsv(view: Lineup): string {
	const head = [
		'State',
		'Line',
		'Versions',
		'Accounts',
		'Origins',
		...view.columns.map((column) => column.name)
	];
	const rows = view.groups.flatMap((group) =>
		group.rows.map((row) => [
			words.group[group.state],
			row.title,
			row.versions.map((version) => version.label || version.letter).join(' / '),
			String(row.carriers),
			String(row.origins),
			...view.columns.map(({ id }) => {
				const cell = row.cells.find((one) => one.column === id);
				if (!cell) return words.glyph[gapOf(row, id)];
				return cell.marks
					.map(({ glyph, words: full, label }) =>
						label ? `${full ?? label} (${words.glyph[glyph]})` : words.glyph[glyph]
					)
					.join('; ');
			})
		])
	);
	return csv([head, ...rows]);
}

import type { Comparison } from '#lib/model/index.ts';
import { indexComparison } from './comparison-index.ts';
import { gapOf, lineup } from './lineup.ts';
import type { Tone } from './tones.ts';

/** A dot for what an account says on a line; `silent` dots are drawn as a hairline only. */
export type Dot = { x: number; y: number; tone: Tone | 'silent' | 'unknown' };
export type Miniature = { width: number; height: number; radius: number; dots: Dot[]; lines: number };

/** Distance between dots, in the miniature's own units. */
const STEP = 10;
const ROWS = 14;

/**
 * The lineup in small: accounts across, lines down, most disputed first, cut after 14 lines or at `rows`.
 * Colours are those of the lineup itself.
 */
export function miniature(comparison: Comparison, rows = ROWS): Miniature {
	const view = lineup(indexComparison(comparison), { columns: 'accounts' });
	const shown = view.groups.flatMap((group) => group.rows).slice(0, rows);
	const dots = shown.flatMap((row, line) =>
		view.columns.map((column, at): Dot => {
			const mark = row.cells.find((cell) => cell.column === column.id)?.marks[0];
			return {
				x: at * STEP + STEP / 2,
				y: line * STEP + STEP / 2,
				tone: mark ? mark.tone : gapOf(row, column.id)
			};
		})
	);
	return {
		width: Math.max(1, view.columns.length) * STEP,
		height: Math.max(1, shown.length) * STEP,
		radius: STEP * 0.34,
		dots,
		lines: shown.length
	};
}

import type { Attachment } from 'svelte/attachments';

type Step = { row: number; column: number };

const STEPS: Record<string, Step> = {
	ArrowUp: { row: -1, column: 0 },
	ArrowDown: { row: 1, column: 0 },
	ArrowLeft: { row: 0, column: -1 },
	ArrowRight: { row: 0, column: 1 },
	Home: { row: 0, column: -Infinity },
	End: { row: 0, column: Infinity }
};

/** What takes the focus in a cell: its link, or the cell itself where it holds none. */
function targetOf(cell: Element | undefined): HTMLElement | null {
	if (!(cell instanceof HTMLElement)) return null;
	return cell.querySelector<HTMLElement>('a, button') ?? cell;
}

function rowsOf(table: HTMLTableElement): HTMLTableRowElement[] {
	return [...table.rows].filter((row) => row.dataset.row !== undefined);
}

function place(
	table: HTMLTableElement,
	from: Element
): { rows: HTMLTableRowElement[]; row: number; column: number } {
	const cell = from.closest('td, th');
	const rows = rowsOf(table);
	const row = rows.findIndex((one) => one === cell?.parentElement);
	return {
		rows,
		row,
		column: cell && row !== -1 ? [...rows[row]!.cells].indexOf(cell as HTMLTableCellElement) : -1
	};
}

/**
 * Arrows, Home and End move the focus among the cells of a table's rows (those with `data-row`), and only one
 * cell at a time is a stop for Tab. Without JavaScript every link stays a stop.
 */
export function gridKeys(): Attachment<HTMLTableElement> {
	return (table) => {
		let current: HTMLElement | null = null;

		function hold(target: HTMLElement) {
			if (current && current !== target) current.tabIndex = -1;
			current = target;
			target.tabIndex = 0;
		}

		for (const row of rowsOf(table))
			for (const cell of row.cells) {
				const target = targetOf(cell);
				if (target) target.tabIndex = -1;
			}
		const first = table.querySelector<HTMLElement>('[data-row] [aria-current="true"]');
		const start = first ?? targetOf(rowsOf(table)[0]?.cells[0]);
		if (start) hold(start);

		function onfocusin(event: FocusEvent) {
			const { target } = event;
			if (target instanceof HTMLElement && place(table, target).column !== -1) hold(target);
		}

		function onkeydown(event: KeyboardEvent) {
			const step = STEPS[event.key];
			if (!step || event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element))
				return;
			const { rows, row, column } = place(table, event.target);
			if (column === -1) return;
			event.preventDefault();
			const next = rows[Math.min(rows.length - 1, Math.max(0, row + step.row))];
			const last = (next?.cells.length ?? 1) - 1;
			// On a narrow page cells in which nothing is said are not shown: on to the next one that is.
			const way = Number.isFinite(step.column) ? Math.sign(step.column) || -1 : -Math.sign(step.column);
			let at = Math.min(last, Math.max(0, column + step.column));
			while (at > 0 && at < last + 1 && !next?.cells[at]?.checkVisibility()) at += way;
			targetOf(next?.cells[at])?.focus();
		}

		table.addEventListener('focusin', onfocusin);
		table.addEventListener('keydown', onkeydown);
		return () => {
			table.removeEventListener('focusin', onfocusin);
			table.removeEventListener('keydown', onkeydown);
		};
	};
}

/**
 * A table's roles, written out because the matrix is laid out as a list of cards on a phone, and CSS `display`
 * would take them from it.
 */
export const roles = {
	table: 'table',
	rowgroup: 'rowgroup',
	row: 'row',
	cell: 'cell',
	columnheader: 'columnheader',
	rowheader: 'rowheader'
} as const;

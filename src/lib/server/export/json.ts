import type { Comparison } from '#lib/model/index.ts';

/** The comparison document as a file: the same bytes wherever it is written. */
export function comparisonJson(comparison: Comparison): string {
	return `${JSON.stringify(comparison, null, 2)}\n`;
}

import type { ComparisonIndex } from './comparison-index.ts';

/** The ids of lines and claims on which a person decided something; a line also where it was about what it holds. */
export function reviewedIds({ comparison, lineOf }: ComparisonIndex): Record<string, true> {
	const found: Record<string, true> = {};
	const mark = (claim: string) => {
		found[claim] = true;
		const line = lineOf.get(claim);
		if (line) found[line.id] = true;
	};
	for (const { id, reviewed } of comparison.claims) if (reviewed) mark(id);
	for (const { a, b, reviewed } of comparison.relations)
		if (reviewed) for (const claim of [a, b]) mark(claim);
	for (const { id, reviewed } of comparison.lines) if (reviewed) found[id] = true;
	return found;
}

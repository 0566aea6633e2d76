/** A printed line: its text, and where its left end stands and how tall it is, in points from the bottom left. */
export type Line = { text: string; x: number; y: number; height: number };

/** Share of a line's height by which the gap above a new paragraph is larger than between lines. */
const GAP = 0.35;

/**
 * Paragraphs out of the printed lines of pages: lines are joined where the next follows closely, words that were
 * parted at a line's end are made whole, and what stands at the edge of every page is left out.
 */
export function toParagraphs(pages: readonly (readonly Line[])[]): string[] {
	const furniture = repeatedLines(pages);
	const paragraphs: string[] = [];
	let last: Line | null = null;
	for (const page of pages) {
		let isTurn = true;
		const body = page.filter(
			({ text }) =>
				!furniture.has(shape(text)) && !/^\s*(?:page\s+)?\d{1,4}(?:\s*(?:\/|of)\s*\d{1,4})?\s*$/i.test(text)
		);
		const step = usualStep(body);
		for (const line of body) {
			const before = paragraphs.at(-1);
			const isApart: boolean =
				last === null ||
				(!isTurn && last.y - line.y > step * (1 + GAP)) ||
				(isTurn && /[.!?:]["”’)]?\s*$/.test(last.text)) ||
				Math.abs(line.height - last.height) > 1.5;
			if (before === undefined || isApart) paragraphs.push(line.text.trim());
			else paragraphs[paragraphs.length - 1] = join(before, line.text.trim());
			last = line;
			isTurn = false;
		}
	}
	return paragraphs.map((text) => text.split(/\s+/).join(' ')).filter(Boolean);
}

function join(before: string, after: string): string {
	if (/\p{Ll}[-\u00ad]$/u.test(before) && /^\p{Ll}/u.test(after)) return before.slice(0, -1) + after;
	return `${before} ${after}`;
}

/** The usual distance from one line to the next: the smaller middle, since gaps between paragraphs are larger. */
function usualStep(lines: readonly Line[]): number {
	const steps = lines
		.slice(1)
		.map((line, index) => lines[index]!.y - line.y)
		.filter((step) => step > 2)
		.sort((a, b) => a - b);
	return steps[Math.floor(steps.length * 0.3)] ?? 14;
}

/** Lines at the top and bottom of at least three pages, and of most: running heads, addresses. */
function repeatedLines(pages: readonly (readonly Line[])[]): Set<string> {
	const counts = new Map<string, number>();
	for (const page of pages) {
		const edges = new Set([...page.slice(0, 2), ...page.slice(-2)].map(({ text }) => shape(text)));
		for (const edge of edges) counts.set(edge, (counts.get(edge) ?? 0) + 1);
	}
	const fewest = Math.max(3, pages.length / 2);
	return new Set([...counts].filter(([, count]) => count >= fewest).map(([edge]) => edge));
}

/** A line without its numbers, which differ from page to page. */
function shape(text: string): string {
	return text.replace(/\d+/g, '#').trim().toLowerCase();
}

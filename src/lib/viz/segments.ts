import type { Span } from '#lib/model/index.ts';

/** A run of text on which the same marks lie. */
export type Segment<M> = Span & { text: string; marks: M[] };

/**
 * Cuts a part of a text into runs that no mark begins or ends inside, each with the marks that cover it,
 * longest mark first. Joined, the runs are the part again, however the marks overlap.
 */
export function segments<M extends Span>(text: string, part: Span, marks: readonly M[]): Segment<M>[] {
	const inside = marks.filter(
		(mark) => mark.start < part.end && mark.end > part.start && mark.end > mark.start
	);
	const cuts = new Set([part.start, part.end]);
	for (const mark of inside) {
		cuts.add(Math.max(part.start, mark.start));
		cuts.add(Math.min(part.end, mark.end));
	}
	const places = [...cuts].sort((a, b) => a - b);
	const starts = [...inside].sort((a, b) => a.start - b.start);
	const found: Segment<M>[] = [];
	let open: M[] = [];
	let next = 0;
	for (let at = 0; at + 1 < places.length; at += 1) {
		const [start, end] = [places[at]!, places[at + 1]!];
		while (next < starts.length && starts[next]!.start <= start) open.push(starts[next++]!);
		open = open.filter((mark) => mark.end > start);
		found.push({
			start,
			end,
			text: text.slice(start, end),
			marks: [...open].sort((a, b) => b.end - b.start - (a.end - a.start))
		});
	}
	return found;
}

/** The paragraphs of a text that hold more than white space. */
export function paragraphs(text: string): Span[] {
	const found: Span[] = [];
	let start = 0;
	while (start < text.length) {
		const newline = text.indexOf('\n', start);
		const end = newline === -1 ? text.length : newline;
		if (text.slice(start, end).trim() !== '') found.push({ start, end });
		start = end + 1;
	}
	return found;
}

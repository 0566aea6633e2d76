import { fromShown } from '#lib/i18n/unseen.ts';

/** Words that a person marked in a text, with their place in it. */
export type MarkedWords = { words: string; place: string };

/** Shorter marks are a slip of the hand. */
const FEWEST = 8;

/** Where in the text an end of a selection stands: what holds each run says in `data-at` where it begins. */
function placeOf(node: Node | null, offset: number): { at: number; part: Element } | null {
	const holder = node instanceof Element ? node : (node?.parentElement ?? null);
	const run = holder?.closest('[data-at]');
	const part = holder?.closest('[data-part]');
	if (!run || !part || !(node instanceof Text)) return null;
	// On the page, what cannot be seen is written out.
	const before = fromShown(node.data.slice(0, offset)).length;
	return { at: Number(run.getAttribute('data-at')) + before, part };
}

/** The marked words, where they stand in one paragraph of the text inside `element`; null otherwise. */
export function markedIn(element: Element, selection: Selection | null): MarkedWords | null {
	if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
	const range = selection.getRangeAt(0);
	const [from, to] = [
		placeOf(range.startContainer, range.startOffset),
		placeOf(range.endContainer, range.endOffset)
	];
	if (!from || !to || from.part !== to.part || !element.contains(from.part)) return null;
	const marked = fromShown(range.toString());
	const words = marked.trim();
	if (words.length < FEWEST) return null;
	const start = from.at + (marked.length - marked.trimStart().length);
	return { words, place: `${start}-${start + words.length}` };
}

import { generateOpml, parseOpml } from 'feedsmith';
import { checkUrl } from '../fetch/index.ts';

type Outline = { text?: string; title?: string; xmlUrl?: string; outlines?: Outline[] };

/** Characters of a list of feeds. */
const LONGEST = 2_000_000;

/** The feeds that an OPML list names, wherever in it; null where it is no such list. */
export function readOpml(text: string): { url: string; title: string }[] | null {
	if (text.length > LONGEST || /<!(?:DOCTYPE|ENTITY)/i.test(text)) return null;
	let outlines: Outline[];
	try {
		outlines = (parseOpml(text) as { body?: { outlines?: Outline[] } }).body?.outlines ?? [];
	} catch {
		return null;
	}
	const found = new Map<string, string>();
	const waiting = [...outlines];
	for (let outline = waiting.shift(); outline && found.size < 1_000; outline = waiting.shift()) {
		const url = outline.xmlUrl ? checkUrl(outline.xmlUrl.trim()) : null;
		if (url?.ok)
			found.set(url.value.href, (outline.title ?? outline.text ?? url.value.hostname).slice(0, 200));
		waiting.push(...(outline.outlines ?? []));
	}
	return [...found].map(([url, title]) => ({ url, title }));
}

/** A list of feeds that other readers take in. */
export function writeOpml(feeds: readonly { url: string; title: string }[]): string {
	const outlines = feeds.map(({ url, title }) => ({ text: title, type: 'rss', xmlUrl: url }));
	return generateOpml({ head: { title: 'Feeds in Lateral' }, body: { outlines } });
}

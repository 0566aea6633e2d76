/** Elements that hold nothing and are never closed. */
const VOID = new Set(
	'area base br col embed hr img input link meta param source track wbr basefont frame keygen'.split(' ')
);

/** Elements whose content is text up to their own end tag. */
const RAW = new Set(
	'script style textarea title xmp iframe noembed noframes noscript svg math template'.split(' ')
);

/** Old pages leave these open; opening the next one closes the last. */
const CLOSES_ITSELF = new Set('p li dt dd option optgroup tr td th thead tbody tfoot rp rt'.split(' '));

/** What the reading of a page asks for; every other attribute is dropped, and each is kept once and short. */
const ATTRIBUTES = new Set(
	(
		'class id href rel itemprop itemtype itemscope datetime pubdate content name property lang role hidden ' +
		'aria-hidden style http-equiv title'
	).split(' ')
);
const MAX_ATTRIBUTE = 2048;

/** Characters from which a run of one mark or blank is ornament, of which a few are kept. */
const ORNAMENT = 1000;

export type Tidied = {
	/** The page without scripts, styles, comments and stray angle brackets. */
	html: string;
	/** The JSON-LD documents that the page carries. */
	jsonLd: string[];
};

/**
 * Makes a page safe to build a tree from, in one linear pass, or says why none should be built: it nests deeper
 * than `depth`, or has more than `most` pieces (elements, and the references and stray brackets that each become a
 * text node). Tree builders and what walks them call themselves once a level, and are quadratic on stray brackets,
 * references and attributes: 5 MB of `<` took two minutes.
 */
export function tidyPage(page: string, depth: number, most: number): Tidied | 'too deep' | 'too many' {
	const out: string[] = [];
	const jsonLd: string[] = [];
	const open: string[] = [];
	let pieces = 0;
	let kept = 0;
	const keepText = (end: number) => {
		const text = page.slice(kept, end);
		for (const mark of ['&', '>'])
			for (let at = text.indexOf(mark); at !== -1 && pieces <= most; at = text.indexOf(mark, at + 1))
				pieces++;
		out.push(withoutOrnament(text));
	};

	for (let at = page.indexOf('<'); at !== -1; at = page.indexOf('<', at)) {
		keepText(at);
		if (++pieces > most) return 'too many';
		const mark = page[at + 1] ?? '';
		const name = tagName(page, mark === '/' ? at + 2 : at + 1);
		if (name === '') {
			const end = mark === '!' || mark === '?' || mark === '/' ? endOfDeclaration(page, at) : at + 1;
			if (end === at + 1) out.push('&lt;');
			kept = at = end;
			continue;
		}
		const tag = readAttributes(page, at + (mark === '/' ? 2 : 1) + name.length);
		kept = at = tag.end;
		if (mark === '/') {
			const index = open.lastIndexOf(name);
			if (index === -1) continue;
			open.length = index;
			out.push(`</${name}>`);
			continue;
		}
		if (RAW.has(name)) {
			const end = endOfRaw(page, at, name);
			const content = page.slice(at, end);
			if (name === 'title') out.push(`<title>${content.replaceAll('<', '&lt;')}</title>`);
			if (name === 'script' && /ld\+json/i.test(tag.type)) jsonLd.push(content);
			kept = at = end;
			continue;
		}
		out.push(`<${name}${tag.attributes}>`);
		if (VOID.has(name)) continue;
		if (CLOSES_ITSELF.has(name) && open.at(-1) === name) open.pop();
		open.push(name);
		if (open.length > depth) return 'too deep';
	}
	keepText(page.length);
	return pieces > most ? 'too many' : { html: out.join(''), jsonLd };
}

/** The libraries read a text several times over, and megabytes of one mark cost them a second. */
function withoutOrnament(text: string): string {
	const out: string[] = [];
	let kept = 0;
	for (let start = 0, at = 1; at <= text.length; at++) {
		if (text.charCodeAt(at) === text.charCodeAt(start)) continue;
		if (at - start >= ORNAMENT && !/[\p{L}\p{N}]/u.test(text[start]!)) {
			out.push(text.slice(kept, start + 3));
			kept = at;
		}
		start = at;
	}
	return out.join('') + text.slice(kept);
}

function tagName(page: string, start: number): string {
	const pattern = /[a-zA-Z][a-zA-Z0-9:-]{0,40}/y;
	pattern.lastIndex = start;
	return pattern.exec(page)?.[0].toLowerCase() ?? '';
}

/** Where a comment, a doctype or the like ends: at the end of the page where it is never closed. */
function endOfDeclaration(page: string, start: number): number {
	const comment = page.startsWith('<!--', start);
	const end = page.indexOf(comment ? '-->' : '>', start + 2);
	return end === -1 ? page.length : end + (comment ? 3 : 1);
}

/** Where a raw element's end tag begins, or the end of the page. */
function endOfRaw(page: string, start: number, name: string): number {
	const pattern = new RegExp(`</${name}`, 'gi');
	pattern.lastIndex = start;
	return pattern.exec(page)?.index ?? page.length;
}

/** Reads a tag from behind its name to behind its `>`; a tag that is never closed takes the rest of the page. */
function readAttributes(page: string, start: number): { end: number; attributes: string; type: string } {
	const seen = new Set<string>();
	let attributes = '';
	let type = '';
	let at = start;
	while (at < page.length && page[at] !== '>') {
		const name = match(page, at, /[^\s/>=]+/y);
		if (name === '') {
			at++;
			continue;
		}
		at += name.length;
		const equals = match(page, at, /\s*=\s*/y);
		at += equals.length;
		let value = '';
		if (equals !== '') {
			const quote = page[at];
			if (quote === '"' || quote === "'") {
				const close = page.indexOf(quote, at + 1);
				const end = close === -1 ? page.length : close;
				value = page.slice(at + 1, end);
				at = end + 1;
			} else {
				value = match(page, at, /[^\s>]+/y);
				at += value.length;
			}
		}
		const key = name.length < 20 ? name.toLowerCase() : '';
		if (key === 'type') type = value.slice(0, 100);
		if (!ATTRIBUTES.has(key) || seen.has(key) || value.length > MAX_ATTRIBUTE) continue;
		seen.add(key);
		attributes += ` ${key}="${value.replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`;
	}
	return { end: Math.min(at + 1, page.length), attributes, type };
}

function match(page: string, start: number, pattern: RegExp): string {
	pattern.lastIndex = start;
	return pattern.exec(page)?.[0] ?? '';
}

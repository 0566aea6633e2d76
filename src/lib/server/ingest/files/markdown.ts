import { marked } from 'marked';
import type { Draft, Result } from '#lib/model/index.ts';
import { decodeText, readPlain } from '../plain.ts';
import { readWhen } from '../when.ts';
import { paragraphsOf, toDraft } from './blocks.ts';

/** Characters past which a text is kept as it stands: no person writes that much by hand in Markdown. */
const LONGEST = 200_000;

/** `---` with `key: value` lines, as static sites put above a text. */
const FRONT = /^---\n((?:[^\n]*\n){0,60}?)---\n/;

/** Reads a Markdown text without its marks. */
export function readMarkdown(bytes: Uint8Array, name: string): Result<Draft> {
	const decoded = decodeText(bytes, name);
	if (!decoded.ok) return decoded;
	const whole = decoded.value.replace(/\r\n?/g, '\n');
	if (whole.length > LONGEST) return readPlain(whole, name);
	const front = FRONT.exec(whole);
	const field = (key: string) =>
		new RegExp(`^${key}:[ \\t]*["']?([^"'\\n]+)`, 'm').exec(front?.[1] ?? '')?.[1]?.trim();
	let html: string;
	try {
		html = marked.parse(whole.slice(front?.[0].length ?? 0), { async: false, gfm: true });
	} catch {
		// Marks nested past what the library can follow: the text itself is still there.
		return readPlain(whole, name);
	}
	const paragraphs = paragraphsOf(html, name);
	if (!paragraphs.ok) return paragraphs;
	const about = { title: field('title'), source: field('source'), publishedAt: readWhen(field('date')) };
	return toDraft(paragraphs.value, about, name);
}

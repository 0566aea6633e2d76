import { type Draft, fail, ok, type Result } from '#lib/model/index.ts';
import { readDocument } from '../html/index.ts';
import { formOfText } from '../form-of-text.ts';
import { readHeading } from '../heading.ts';
import { guessLanguage } from '../language.ts';
import { optional } from '../optional.ts';
import { guessKind } from '../source-kind.ts';
import { checkText, normaliseText } from '../text.ts';
import { cutShort } from '../cut-short.ts';

/** What a document says about itself. */
export type About = {
	title?: string | undefined;
	source?: string | undefined;
	publishedAt?: string | null | undefined;
	/** When the file was made, which is when it was printed or saved, more often than when it appeared. */
	madeAt?: string | null | undefined;
	authors?: string[] | undefined;
	note?: string | undefined;
};

/** The account that a document's paragraphs give; the title is its first line, once. */
export function toDraft(paragraphs: readonly string[], about: About, name: string): Result<Draft> {
	const lines = paragraphs.map((line) => normaliseText(line).trim()).filter(Boolean);
	const title = (about.title?.trim() || lines[0] || '').slice(0, 300);
	const body = lines[0] === title ? lines.slice(1) : lines;
	const text = checkText([title, ...body].filter(Boolean).join('\n\n'), name);
	if (!text.ok) return text;
	const heading = readHeading(text.value);
	const source = about.source?.trim().slice(0, 200) || heading.source;
	return ok({
		title,
		source: { name: source, kind: guessKind(source) },
		text: text.value,
		...optional('publishedAt', about.publishedAt ?? heading.day ?? about.madeAt),
		...optional('authors', about.authors && about.authors.length > 0 ? about.authors : null),
		...optional('language', guessLanguage(text.value)),
		...optional('note', [about.note, formOfText(text.value)].filter(Boolean).join(' ') || null),
		rendering: 'verbatim',
		truncated: cutShort(text.value)
	});
}

/** The paragraphs of mark-up that a library made out of a document: all of it is the document. */
export function paragraphsOf(html: string, name: string): Result<string[]> {
	const blocks = readDocument(html);
	return blocks === null ? fail('too_deep', { name }) : ok(blocks);
}

import { Readability } from '@mozilla/readability';
import { DefuddleClass } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import { type Draft, fail, ok, type Result } from '#lib/model/index.ts';
import { cutShort } from '../cut-short.ts';
import { decodeBytes, fileKind, isBinary } from '../../bytes/index.ts';
import { MAX_HTML_DEPTH, MAX_HTML_PIECES, MAX_TEXT_BYTES } from '../limits.ts';
import { guessKind } from '../source-kind.ts';
import { checkText, countWords, normaliseText } from '../text.ts';
import { formOfText } from '../form-of-text.ts';
import { guessLanguage } from '../language.ts';
import { optional } from '../optional.ts';
import { hostOf } from '../url.ts';
import { readBlocks } from './blocks.ts';
import { type Metadata, readMetadata } from './metadata.ts';
import { findStub, hasWall, isWallLine } from './stub.ts';
import { tidyPage } from './tidy.ts';

/** Characters that an article has at least; below it, what was found is a menu, a notice or a wall. */
const SHORTEST_ARTICLE = 140;

/** The library wants an address to resolve links against; nothing is fetched. */
const NOWHERE = 'https://page.invalid/';

/** Characters of a page past which no second opinion is asked for. */
const LONGEST_SECOND = 200_000;

/** Characters of a headline that stands in a list of links. */
const LONGEST_LINK = 60;

/** Characters below which an article on a page with a wall may be only its beginning. */
const WALLED = 2_000;

export function isHtmlName(name: string): boolean {
	return /\.(x?html?|xht)$/i.test(name);
}

/**
 * Reads the article out of a saved page: its paragraphs parted by blank lines with the title as first line,
 * and what the page says about itself. `name` is the file's name, for messages.
 */
export function readHtml(page: Uint8Array | string, name: string): Result<Draft> {
	const size = typeof page === 'string' ? Buffer.byteLength(page) : page.byteLength;
	if (size > MAX_TEXT_BYTES) {
		return fail('text_too_long', { name, size: size });
	}
	const type = typeof page === 'string' ? null : fileKind(page);
	if (type) return fail('not_html', { name, type });
	const html = typeof page === 'string' ? page : decodeBytes(page);
	if (isBinary(html)) return fail('not_html', { name, type: 'a binary file' });
	if (html.trim() === '') return fail('text_empty', { name });

	const tidied = tidyPage(html, MAX_HTML_DEPTH, MAX_HTML_PIECES);
	if (tidied === 'too deep') return fail('too_deep', { name });
	if (tidied === 'too many') return fail('no_article', { name });
	const document = parsePage(tidied.html);
	const metadata = readMetadata(document, tidied.jsonLd);
	// What stands around an article tells a wall; a page this long is none.
	const isShort = tidied.html.length <= LONGEST_SECOND * 3;
	const everything = document.body && isShort ? readBlocks(document.body).join('\n') : '';
	const found = attempt(() => extract(document)) ?? attempt(() => secondOpinion(tidied.html));
	const title = metadata.title ?? found?.title ?? '';
	const blocks = found?.blocks ?? everything.split('\n');
	const stub = findStub({ title, page: everything, blocks, isPaid: metadata.paid });
	if (stub) {
		const words = countWords(blocks.filter((block) => !isWallLine(block)).join('\n'));
		const site = hostOf(metadata.url) ?? name;
		return fail(stub, { name, host: site, ...(stub === 'paywall' ? { words } : {}) });
	}
	if (!found || !isArticle(found.blocks)) return fail('no_article', { name });

	const body = found.blocks.filter(
		(block, index) => (index > 2 || !isSame(block, title)) && !isWallLine(block)
	);
	const text = checkText(normaliseText([title, ...body].filter(Boolean).join('\n\n')), name);
	if (!text.ok) return text;
	const site = metadata.site ?? '';
	return ok({
		title,
		source: { name: site, kind: guessKind(site, hostOf(metadata.url)) },
		text: text.value,
		...optional('url', metadata.url),
		...optional('publishedAt', metadata.publishedAt),
		...optional('editedAt', laterOf(metadata)),
		...optional('language', guessLanguage(text.value) ?? metadata.language),
		...optional('authors', metadata.authors.length > 0 ? metadata.authors : null),
		...optional('note', formOfText(text.value)),
		rendering: 'verbatim',
		truncated:
			metadata.paid || cutShort(text.value) || (hasWall(everything) && body.join(' ').length < WALLED)
	});
}

/** When the page was changed, where that is later than when it was published. */
function laterOf({ publishedAt, editedAt }: Metadata): string | null {
	if (publishedAt === null || editedAt === null) return null;
	return Date.parse(editedAt) > Date.parse(publishedAt) ? editedAt : null;
}

/** All paragraphs of mark-up that is a document by itself; null where it nests too deeply to be read safely. */
export function readDocument(html: string): string[] | null {
	const tidied = tidyPage(html, MAX_HTML_DEPTH, MAX_HTML_PIECES);
	if (typeof tidied === 'string') return null;
	const { body } = parsePage(tidied.html);
	return body ? readBlocks(body) : [];
}

/** The one place that builds a tree out of a page. */
function parsePage(html: string): Document {
	const whole = /<html[\s>]/i.test(html.slice(0, 5000)) ? html : `<html><body>${html}</body></html>`;
	return parseHTML(whole).document as unknown as Document;
}

/** The one place that knows which library finds the article in a tree. */
function extract(document: Document): Opinion | null {
	if (!document.body) return null;
	const reader = new Readability<Node>(document, { serializer: (node) => node, charThreshold: 250 });
	const article = reader.parse();
	if (!article?.content) return null;
	const blocks = readBlocks(article.content);
	return isArticle(blocks) ? { title: article.title ?? '', blocks } : null;
}

type Opinion = { title: string; blocks: string[] };

/** The libraries run out of stack on some pages that were made for it; such a page shows no article. */
function attempt(read: () => Opinion | null): Opinion | null {
	try {
		return read();
	} catch {
		return null;
	}
}

/** Another way to find an article, asked where the first found none: slower, and better with odd mark-up. */
function secondOpinion(html: string): Opinion | null {
	if (html.length > LONGEST_SECOND) return null;
	const { content, title } = new DefuddleClass(parsePage(html), { url: NOWHERE, removeImages: true }).parse();
	const body = parsePage(content).body;
	return body ? { title, blocks: readBlocks(body) } : null;
}

/** An article has some length, and at least one paragraph that is longer than a headline in a list. */
function isArticle(blocks: readonly string[]): boolean {
	return (
		blocks.join(' ').length >= SHORTEST_ARTICLE &&
		blocks.some((block) => block.length >= LONGEST_LINK || /[.!?。！？؟।]["”’»」]?$/.test(block))
	);
}

/** Whether a paragraph only repeats the title. */
function isSame(block: string, title: string): boolean {
	const bare = (line: string) =>
		line
			.toLowerCase()
			.replace(/[^\p{L}\p{N}]+/gu, ' ')
			.trim();
	return bare(block.slice(0, 400)) === bare(title);
}

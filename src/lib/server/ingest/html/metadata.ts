import { parseJson } from '../json.ts';
import { hostOf, isWebAddress } from '../url.ts';
import { readWhen } from '../when.ts';
import { normaliseText } from '../text.ts';

/** What a page says about itself. */
export type Metadata = {
	title: string | null;
	site: string | null;
	authors: string[];
	publishedAt: string | null;
	/** When this text of it appeared, where the page says so. */
	editedAt: string | null;
	url: string | null;
	language: string | null;
	/** Whether the page says that a part of it must be paid for. */
	paid: boolean;
};

type Node = Record<string, unknown>;

const ARTICLE_TYPE = /(Article|NewsArticle|BlogPosting|LiveBlogPosting|Report|PressRelease|Statement)$/;

/**
 * Reads a page's own metadata: JSON-LD first, because it is written for machines, then OpenGraph, then the
 * older `<meta>` names, then `<time>` and `<title>`.
 */
export function readMetadata(document: Document, jsonLd: readonly string[]): Metadata {
	const article = findArticle(jsonLd);
	const meta = (names: string) => readMeta(document, names.split(' '));
	const url = [
		text(article?.url) ?? text(article?.mainEntityOfPage) ?? text(asNode(article?.mainEntityOfPage)?.['@id']),
		document.querySelector('link[rel="canonical"]')?.getAttribute('href'),
		meta('og:url')
	].find((address) => address && isWebAddress(address));
	const heading = clean(document.querySelector('h1')?.textContent);
	const whole = clean(document.querySelector('title')?.textContent);
	const [headline, suffix] = splitTitle(whole);
	const pageTitle = clean(text(article?.headline)) ?? meta('og:title twitter:title dc.title citation_title');
	const site =
		meta('og:site_name') ??
		clean(nameOf(article?.publisher)) ??
		meta('citation_journal_title dc.publisher application-name') ??
		suffix ??
		hostOf(url ?? undefined);

	return {
		title: stripSite(pageTitle ?? heading ?? headline, site),
		site,
		authors: authors(document, article, meta),
		publishedAt:
			readWhen(text(article?.datePublished)) ??
			readWhen(
				meta(
					'article:published_time og:article:published_time datepublished parsely-pub-date sailthru.date pubdate ' +
						'publishdate publish-date date dc.date dc.date.issued dcterms.created citation_publication_date'
				)
			) ??
			timeElement(document),
		editedAt:
			readWhen(text(article?.dateModified)) ??
			readWhen(
				meta(
					'article:modified_time og:article:modified_time og:updated_time lastmod last-modified dcterms.modified'
				)
			),
		url: url ?? null,
		language: language(
			text(article?.inLanguage) ??
				document.documentElement?.getAttribute('lang') ??
				meta('content-language og:locale dc.language')
		),
		paid: article?.isAccessibleForFree === false || /^false$/i.test(text(article?.isAccessibleForFree) ?? '')
	};
}

function findArticle(documents: readonly string[]): Node | null {
	for (const document of documents.slice(0, 20)) {
		const json = parseJson(document.trim(), 'JSON-LD');
		if (!json.ok) continue;
		const roots = Array.isArray(json.value) ? json.value : [json.value];
		const nodes = roots.flatMap((root) => {
			const graph = asNode(root)?.['@graph'];
			return Array.isArray(graph) ? [root, ...graph] : [root];
		});
		for (const node of nodes.map(asNode)) if (node && isArticle(node)) return node;
	}
	return null;
}

function isArticle(node: Node): boolean {
	const types = Array.isArray(node['@type']) ? node['@type'] : [node['@type']];
	return types.some((type) => typeof type === 'string' && ARTICLE_TYPE.test(type));
}

function asNode(value: unknown): Node | null {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Node) : null;
}

function text(value: unknown): string | null {
	return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function nameOf(value: unknown): string | null {
	const first = Array.isArray(value) ? value[0] : value;
	return text(first) ?? text(asNode(first)?.name);
}

function readMeta(document: Document, names: readonly string[]): string | null {
	const found = new Map<string, string>();
	for (const element of document.querySelectorAll('meta')) {
		const content = clean(element.getAttribute('content'));
		if (!content) continue;
		for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
			const key = element.getAttribute(attribute)?.toLowerCase();
			if (key && !found.has(key)) found.set(key, content);
		}
	}
	return names.map((name) => found.get(name)).find((content) => content !== undefined) ?? null;
}

function authors(document: Document, article: Node | null, meta: (names: string) => string | null): string[] {
	const stated = Array.isArray(article?.author) ? article.author : article?.author ? [article.author] : [];
	const named = stated.map(nameOf).filter((name) => name !== null);
	const listed =
		named.length > 0 ? named : splitByline(meta('author byl parsely-author citation_author dc.creator'));
	const byline = document.querySelector('[itemprop="author"], [rel="author"], .byline, .author')?.textContent;
	const names = listed.length > 0 ? listed : splitByline(clean(byline));
	return [...new Set(names.map(clean).filter((name) => name !== null))]
		.filter((name) => name.length <= 100 && !/^https?:/.test(name))
		.slice(0, 10);
}

/** `By Ana Ruiz and Tom Hale, staff` is two names and a role; only short parts in capitals are names. */
export function splitByline(byline: string | null): string[] {
	if (!byline || byline.length > 300) return [];
	return byline
		.replace(/^\s*(?:by|from)\b[:\s]*/i, '')
		.split(/\s*(?:,|;|\||&|\band\b)\s*/)
		.filter((part) => /^\p{Lu}[\p{L}.'’-]*(?: [\p{L}.'’-]+){1,4}$/u.test(part));
}

function timeElement(document: Document): string | null {
	const times = document.querySelectorAll(
		'[itemprop="datePublished"], time[pubdate], article time[datetime], main time[datetime], time[datetime]'
	);
	for (const time of times) {
		const when = readWhen(time.getAttribute('datetime') ?? time.getAttribute('content') ?? time.textContent);
		if (when) return when;
	}
	return null;
}

/** `Title | Site` and `Title - Site`: the site is short and stands last. */
function splitTitle(title: string | null): [string | null, string | null] {
	const cut = title
		? Math.max(...[' | ', ' – ', ' — ', ' - ', ' :: '].map((mark) => title.lastIndexOf(mark)))
		: -1;
	if (!title || cut < 10) return [title, null];
	const suffix = title.slice(cut).replace(/^\s*\S+\s*/, '');
	return suffix.length > 0 && suffix.length <= 40 ? [title.slice(0, cut).trim(), suffix] : [title, null];
}

function stripSite(title: string | null, site: string | null): string | null {
	if (!title || !site) return title;
	const [headline, suffix] = splitTitle(title);
	return suffix?.toLowerCase() === site.toLowerCase() ? headline : title;
}

function language(tag: string | null): string | null {
	return /^[a-z]{2,3}(?![a-z])/i.exec(tag?.trim() ?? '')?.[0].toLowerCase() ?? null;
}

/** One line of text: white space collapsed, at most 300 characters; null where nothing is left. */
function clean(value: string | null | undefined): string | null {
	const line = normaliseText((value ?? '').slice(0, 1000))
		.replace(/\s+/g, ' ')
		.trim()
		.slice(0, 300);
	return line === '' ? null : line;
}

import type { FactKind, Span } from '#lib/model/index.ts';
import { findQuotations } from '../text/quotes.ts';
import { readBlocks } from '../text/blocks.ts';
import { monthsOf } from './months.ts';

/** Something that stays the same from language to language; two with one `key` mean the same. */
export type Fact = Span & { kind: FactKind; key: string };

/** Numbers that English writes as words, up to where it mostly turns to figures. */
const WORDS = new Map(
	'two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, at) => [word, at + 2])
);

/** Letters of a single capitalised word from which on it may be a name. */
const SHORTEST_NAME = 4;

/** Characters of a quotation that is worth comparing. */
const SHORTEST_QUOTE = 12;

/** Figures of any script, with what groups or parts them. */
const FIGURES =
	/(?<![\p{sc=Latin}\p{Nd}])\p{Nd}{1,15}(?:[.,'’\u00a0\u202f ]\p{Nd}{3}(?!\p{Nd})){0,6}(?:[.,]\p{Nd}{1,9})?(?!\p{Nd})/gu;

/** Quotations as other languages mark them. */
const MARKED = /[„«»「『]([^„“”«»「」『』\n]{12,600})[“”«»」』]/gu;

/** Words that begin with a capital letter, one after another, with the particles that names have between. */
const CAPITALS =
	/(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}’'-]+(?:\s(?:(?:van|von|der|de|da|di|la|le|al|el|bin|ibn|dos)\s){0,2}\p{Lu}[\p{L}\p{M}’'-]+){0,4}/gu;

/** What a text says that can be compared across languages, in order of place. */
export function factsOf(text: string, language: string): Fact[] {
	const dates = findDates(text, language);
	const dated = new Set(
		dates.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at))
	);
	const isDate = ({ start, end }: Span) => dated.has(start) || dated.has(end - 1);
	return [
		...dates,
		...findNumbers(text, language).filter((number) => !isDate(number)),
		...findNames(text).filter((name) => !isDate(name)),
		...findQuotes(text)
	].sort((a, b) => a.start - b.start || a.end - b.end);
}

function findNumbers(text: string, language: string): Fact[] {
	const found: Fact[] = [];
	for (const match of text.matchAll(FIGURES)) {
		const value = valueOf(match[0], language);
		if (value !== null) found.push({ ...spanOf(match), kind: 'number', key: String(value) });
	}
	if (language === 'en')
		for (const match of text.matchAll(/\b[a-z]+\b/gi)) {
			const value = WORDS.get(match[0].toLowerCase());
			if (value !== undefined) found.push({ ...spanOf(match), kind: 'number', key: String(value) });
		}
	return found;
}

/** A number's value: `1.200` is 1200 where points group, and a mark before other than three figures parts the decimals. */
function valueOf(figures: string, language: string): number | null {
	const plain = [...figures].map((sign) => figureOf(sign) ?? sign).join('');
	const decimal = language === 'en' ? '.' : ',';
	const isGrouped = /^\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+$/.test(plain);
	const [whole = '', part] = isGrouped && !plain.includes(decimal) ? [plain] : splitLast(plain, decimal);
	const value = Number(whole.replace(/\D/g, '') + (part === undefined ? '' : `.${part}`));
	return Number.isFinite(value) ? value : null;
}

function splitLast(text: string, mark: string): [string, string?] {
	const other = mark === '.' ? ',' : '.';
	const at = text.lastIndexOf(mark) >= 0 ? text.lastIndexOf(mark) : text.lastIndexOf(other);
	// A lone mark before three figures groups; any other number of figures after it are decimals.
	if (at < 0 || (text[at] === other && text.length - at === 4)) return [text];
	return [text.slice(0, at), text.slice(at + 1)];
}

/** The decimal figure that a sign of any script stands for: each script has its ten in a row, from zero. */
function figureOf(sign: string): number | null {
	if (/^\d$/.test(sign)) return Number(sign);
	if (!/^\p{Nd}$/u.test(sign)) return null;
	let zero = sign.codePointAt(0)!;
	while (zero > 0 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1)) && zero % 16 !== 0 && zero % 16 !== 6)
		zero--;
	return sign.codePointAt(0)! - zero;
}

/** Days with their month: `14. März`, `March 14`, `14.3.2026`, `2026-03-14`, `3月14日`. */
function findDates(text: string, language: string): Fact[] {
	const months = monthsOf(language);
	const found: Fact[] = [];
	const add = (match: RegExpMatchArray, month: number, day: number) => {
		if (month >= 1 && month <= 12 && day >= 1 && day <= 31)
			found.push({ ...spanOf(match), kind: 'date', key: `${month}-${day}` });
	};
	for (const match of text.matchAll(
		/(?<!\p{N})(\d{1,2})(?:\.|º|er|st|nd|rd|th)?\s(?:de\s|of\s)?(\p{L}{3,14})/gu
	)) {
		const month = months.get(match[2]!.toLowerCase());
		if (month) add(match, month, Number(match[1]));
	}
	for (const match of text.matchAll(/(?<!\p{L})(\p{L}{3,14})\s(\d{1,2})(?!\p{N}|[.,]\p{N})/gu)) {
		const month = months.get(match[1]!.toLowerCase());
		if (month) add(match, month, Number(match[2]));
	}
	for (const match of text.matchAll(/(?<!\p{N})(\d{4})-(\d{2})-(\d{2})(?!\p{N})/gu))
		add(match, Number(match[2]), Number(match[3]));
	if (language !== 'en')
		for (const match of text.matchAll(/(?<!\p{N})(\d{1,2})\.\s?(\d{1,2})\.(?:\s?\d{4})?/gu))
			add(match, Number(match[2]), Number(match[1]));
	for (const match of text.matchAll(/(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/gu))
		add(match, Number(match[1]), Number(match[2]));
	return found;
}

/** What may be a name: only one that other accounts have too will count. */
function findNames(text: string): Fact[] {
	const found: Fact[] = [];
	for (const match of text.matchAll(CAPITALS)) {
		const { start } = spanOf(match);
		const parts = match[0].split(/\s/);
		// Each run of its words that ends with a capital may be the name that others have.
		let at = start;
		for (const [index, part] of parts.entries()) {
			for (let last = parts.length; last > index; last--) {
				const name = parts.slice(index, last).join(' ');
				if (!/^\p{Lu}/u.test(part) || !/^\p{Lu}/u.test(parts[last - 1]!)) continue;
				if (last - index === 1 && name.length < SHORTEST_NAME) continue;
				found.push({ start: at, end: at + name.length, kind: 'name', key: fold(name) });
			}
			at += part.length + 1;
		}
	}
	return found;
}

function findQuotes(text: string): Fact[] {
	const marked = [...text.matchAll(MARKED)].map(spanOf);
	return [...marked, ...findQuotations(text, readBlocks(text, ''))]
		.map(({ start, end }) => ({ start, end, kind: 'quote' as const, key: fold(text.slice(start, end)) }))
		.filter(({ key }) => key.length >= SHORTEST_QUOTE);
}

function fold(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{M}+/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

function spanOf(match: RegExpMatchArray): Span {
	return { start: match.index!, end: match.index! + match[0].length };
}

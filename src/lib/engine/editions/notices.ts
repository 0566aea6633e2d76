import type { ChangeNotice, NOTICE_KINDS } from '#lib/model/index.ts';
import { trimSpan } from '../text/index.ts';

type Kind = (typeof NOTICE_KINDS)[number];

/** Longest paragraph that is a notice: one that runs on is the account itself. */
const LONGEST = 1_200;

/** What may stand before the word. */
const LABEL = /^[([*_\s]*(?:editor['’]?s['’]? note\s*[:–—-]?\s*)?/i;

/** A word at the head of a paragraph with a date or time behind it, or nothing, and a mark. */
const headed = (word: string) =>
	new RegExp(
		`^${word}(?:\\s*\\([^)]{1,40}\\)|\\s*,[^:–—]{1,40}|\\s+(?:\\w{3,9}\\.? )?\\d[^:–—]{0,30})?\\s*[:–—]`,
		'i'
	);

const SIGNS: readonly (readonly [Kind, RegExp])[] = [
	['correction', headed('(?:corrections?|corrected|erratum|errata)')],
	['clarification', headed('clarifications?')],
	[
		'correction',
		/\b(?:earlier|previous|original|initial|first) versions? of (?:this|the) (?:article|story|report|post|piece|text|headline|statement|caption)\b/i
	],
	[
		'correction',
		/\bthis (?:article|story|report|post|piece|headline|statement)\b.{0,40}\b(?:was|has been|is)\b.{0,30}\b(?:corrected|amended)\b/i
	],
	[
		'correction',
		/\bthis (?:version|story|article|report) corrects\b|\bcorrects (?:the )?(?:spelling|number|name|date|figure|day|age|title|paragraph)\b/i
	],
	[
		'clarification',
		/\bthis (?:article|story|report|post|piece|headline|statement)\b.{0,40}\b(?:was|has been)\b.{0,30}\bclarif(?:ied|y)\b/i
	],
	['update', headed('updated?')],
	[
		'update',
		/\bthis (?:article|story|report|post|piece|headline|statement)\b.{0,40}\b(?:was|has been)\b.{0,30}\bupdated\b/i
	]
];

function kindOf(paragraph: string): Kind | null {
	const words = paragraph.replace(LABEL, '');
	return SIGNS.find(([, sign]) => sign.test(words))?.[0] ?? null;
}

/** The paragraphs in which an account says of itself that it was corrected, clarified or updated. */
export function findNotices(text: string): ChangeNotice[] {
	const notices: ChangeNotice[] = [];
	let at = 0;
	for (const line of text.split('\n')) {
		const span = trimSpan(text, at, at + line.length);
		at += line.length + 1;
		if (span.end - span.start > LONGEST || span.end === span.start) continue;
		const words = text.slice(span.start, span.end);
		const kind = kindOf(words);
		if (kind !== null) notices.push({ kind, ...span, text: words });
	}
	return notices;
}

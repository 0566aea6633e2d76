import Fuse, { type IFuseOptions } from 'fuse.js';
import { isForeign } from '#lib/engine/languages/index.ts';
import type { Account, Event, LineState, SourceKind } from '#lib/model/index.ts';
import { accountNames } from '#lib/viz/account-names.ts';
import { nameOf } from '#lib/viz/comparison-index.ts';
import type { FoundClaim, FoundSource, Piece, SearchResult } from '#lib/viz/found.ts';
import { glyphOf } from '#lib/viz/glyph.ts';
import { indexOf } from './event-views.ts';

type Entry = { event: Event; claim: string; text: string; holder: string };

/** Most claims shown of one event, and in all. */
const PER_EVENT = 12;
const LONGEST_QUERY = 120;

/** Characters of a passage that is shown of a text without claims. */
const LONGEST_PASSAGE = 240;

/** Scripts that write no spaces between words. */
const WITHOUT_SPACES = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;

const OPTIONS: IFuseOptions<Entry> = {
	keys: [
		{ name: 'text', weight: 3 },
		{ name: 'holder', weight: 1 }
	],
	includeScore: true,
	ignoreLocation: true,
	ignoreDiacritics: true,
	threshold: 0.34
};

function fold(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{M}+/gu, '')
		.toLowerCase();
}

/** The words of a query, without marks and case. */
function wordsOf(query: string): string[] {
	return [...new Set(fold(query).match(/[\p{L}\p{N}]+/gu) ?? [])];
}

/** Cuts a text where words of the query begin a word in it. */
export function markWords(text: string, words: readonly string[]): Piece[] {
	if (words.length === 0 || text === '') return [{ text, marked: false }];
	const pieces: Piece[] = [];
	const push = (part: string, marked: boolean) => {
		const last = pieces.at(-1);
		if (part === '') return;
		if (last?.marked === marked) last.text += part;
		else pieces.push({ text: part, marked });
	};
	let at = 0;
	for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
		push(text.slice(at, match.index), false);
		const found = words.find((word) => fold(match[0]).startsWith(word));
		// Only the part that was typed is marked, unless folding changed its length.
		const length =
			found && fold(match[0]).length === match[0].length ? found.length : found ? match[0].length : 0;
		push(match[0].slice(0, length), true);
		push(match[0].slice(length), false);
		at = match.index + match[0].length;
	}
	push(text.slice(at), false);
	return pieces;
}

/** What can be searched of an event, kept as long as the store keeps that event's version. */
const entries = new WeakMap<Event, { claims: (Entry & { folded: string })[]; fuse: Fuse<Entry> }>();

function entriesOf(event: Event) {
	const known = entries.get(event);
	if (known) return known;
	const claims = (event.comparison?.claims ?? []).map((claim) => {
		const source = event.accounts.find((account) => account.id === claim.account)?.source.name ?? '';
		const holder = claim.holder === source ? source : `${source} ${claim.holder}`;
		return { event, claim: claim.id, text: claim.text, holder, folded: fold(`${claim.text} ${holder}`) };
	});
	const made = { claims, fuse: new Fuse<Entry>(claims, OPTIONS) };
	entries.set(event, made);
	return made;
}

/** Claims that hold every word of the query at the start of some word, best first. */
function exactClaims(event: Event, words: readonly string[]): Entry[] {
	const begins = (folded: string, word: string) => {
		for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + 1))
			if (at === 0 || !/[\p{L}\p{N}]/u.test(folded[at - 1] ?? ' ')) return true;
		return false;
	};
	// What the claim says goes before who says it.
	const inHolder = (entry: Entry) => (words.every((word) => begins(fold(entry.text), word)) ? 0 : 1);
	return entriesOf(event)
		.claims.filter((entry) => words.every((word) => begins(entry.folded, word)))
		.map((entry) => ({ entry, rank: inHolder(entry) }))
		.sort((a, b) => a.rank - b.rank || a.entry.text.length - b.entry.text.length)
		.map(({ entry }) => entry);
}

/** Claims that Fuse finds near enough, so that a slip of the finger still finds something; `score` 0 is best. */
function nearClaims(event: Event, query: string): { claims: Entry[]; score: number } {
	const found = query.length < 4 ? [] : entriesOf(event).fuse.search(query, { limit: PER_EVENT });
	return { claims: found.map(({ item }) => item), score: found[0]?.score ?? 1 };
}

function foundClaim({ event, claim: id }: Entry, words: readonly string[]): FoundClaim[] {
	const index = indexOf(event);
	const claim = index?.claims.get(id);
	const account = event.accounts.find((one) => one.id === claim?.account);
	if (!index || !claim || !account) return [];
	const line = index.lineOf.get(id);
	const name = nameOf(index, account.id);
	return [
		{
			event: event.id,
			claim: id,
			line: line?.id ?? null,
			lineTitle: line?.title ?? null,
			account: account.id,
			source: markWords(name, words),
			holder: claim.holder === account.source.name ? null : markWords(claim.holder, words),
			glyph: glyphOf(claim),
			text: markWords(claim.text, words),
			summary: account.rendering === 'summary'
		}
	];
}

function sourcesOf(event: Event, words: readonly string[]): FoundSource[] {
	const names = accountNames(event.accounts);
	return event.accounts.flatMap((account): FoundSource[] => {
		const isNamed = hasWords(`${account.source.name} ${account.title}`, words);
		const passage = isNamed ? null : passageOf(account, words);
		if (!isNamed && passage === null) return [];
		return [
			{
				event: event.id,
				account: account.id,
				name: markWords(names.get(account.id) ?? account.source.name, words),
				title: markWords(account.title, words),
				kind: account.source.kind,
				...(passage === null ? {} : { passage: markWords(passage, words) })
			}
		];
	});
}

function hasWords(text: string, words: readonly string[]): boolean {
	const parts = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
	return words.every((word) =>
		parts.some((part) => part.startsWith(word) || (WITHOUT_SPACES.test(word) && part.includes(word)))
	);
}

/** The paragraph of an account without claims that holds the words, since nothing else of its text can be found. */
function passageOf(account: Account, words: readonly string[]): string | null {
	if (!isForeign(account)) return null;
	const paragraph = account.text.split('\n').find((line) => hasWords(line, words));
	return paragraph === undefined ? null : around(paragraph, words);
}

/** A part of a paragraph with the words in it. */
function around(paragraph: string, words: readonly string[]): string {
	if (paragraph.length <= LONGEST_PASSAGE) return paragraph;
	const first = markWords(paragraph, words).findIndex(({ marked }) => marked);
	const before = markWords(paragraph, words).slice(0, Math.max(first, 0));
	const at = before.reduce((sum, { text }) => sum + text.length, 0);
	const start = Math.max(0, at - LONGEST_PASSAGE / 3);
	const part = paragraph.slice(start, start + LONGEST_PASSAGE);
	return `${start > 0 ? '…' : ''}${part.trim()}${start + LONGEST_PASSAGE < paragraph.length ? '…' : ''}`;
}

/** What of an event may be found: sources of one kind, lines in one state, one event alone. */
export type SearchFilters = { kind?: SourceKind; state?: LineState; event?: string };

function passes(event: Event, id: string, { kind, state }: SearchFilters): boolean {
	if (!kind && !state) return true;
	const index = indexOf(event);
	const claim = index?.claims.get(id);
	if (!index || !claim) return false;
	return (
		(!kind || index.accounts.get(claim.account)?.source.kind === kind) &&
		(!state || index.lineOf.get(id)?.state === state)
	);
}

/** Searches the claims and sources of all events; an empty query finds nothing. */
export function searchEvents(
	events: readonly Event[],
	text: string,
	filters: SearchFilters = {}
): SearchResult {
	const query = text.trim().slice(0, LONGEST_QUERY);
	const words = wordsOf(query);
	if (words.length === 0) return { query, events: [], total: 0, near: false };
	const asked = filters.event ? events.filter(({ id }) => id === filters.event) : events;
	const exact = asked.map((event) => ({
		event,
		claims: exactClaims(event, words),
		sources: sourcesOf(event, words),
		score: 0
	}));
	// Near misses only where nothing holds the words themselves: they would bury what does.
	const near = exact.every(({ claims, sources }) => claims.length + sources.length === 0);
	const found = near ? asked.map((event) => ({ event, sources: [], ...nearClaims(event, query) })) : exact;
	const hits = found
		.map(({ event, score, ...all }) => {
			const claims = all.claims.filter(({ claim }) => passes(event, claim, filters));
			// A state is a line's: sources have none.
			const sources = filters.state
				? []
				: all.sources.filter(({ kind }) => !filters.kind || kind === filters.kind);
			const shown = claims.slice(0, PER_EVENT).flatMap((entry) => foundClaim(entry, words));
			const more = Math.max(0, claims.length - PER_EVENT);
			return { id: event.id, title: event.title, claims: shown, sources, more, score };
		})
		.filter(({ claims, sources }) => claims.length + sources.length > 0)
		.sort(
			(a, b) =>
				a.score - b.score ||
				b.claims.length + b.more + b.sources.length - (a.claims.length + a.more + a.sources.length)
		);
	return {
		query,
		events: hits.map(({ id, title, claims, sources, more }) => ({ id, title, claims, sources, more })),
		total: hits.reduce((sum, { claims, sources, more }) => sum + claims.length + sources.length + more, 0),
		near
	};
}

import type { Account, Line, LineState, Span } from '#lib/model/index.ts';
import type { ComparisonIndex } from './comparison-index.ts';
import { type Glyph, glyphOf } from './glyph.ts';
import { type Segment, segments, paragraphs } from './segments.ts';
import { type Tone, type ToneVersion, versionByClaim, versionsOf } from './tones.ts';

/** A claim in its place in the text. */
export type ReadingMark = Span & { claim: string; state: LineState | 'none'; tone: Tone; glyph: Glyph };

export type Reading = {
	paragraphs: { start: number; title: boolean; segments: Segment<ReadingMark>[] }[];
	/** Where each claim's first run begins, for links to it. */
	places: Record<string, number>;
	/** Lines that only this account has. */
	alone: { line: string; title: string }[];
	/** Lines that two origins or more carry and on which this account is silent. */
	silent: { line: string; title: string; origins: number }[];
	claims: number;
};

/** The marks that touch each part, in one pass over both; parts and marks are in order of their start. */
export function marksByPart<M extends Span>(parts: readonly Span[], marks: readonly M[]): M[][] {
	let next = 0;
	let open: M[] = [];
	return parts.map((part) => {
		while (next < marks.length && marks[next]!.start < part.end) open.push(marks[next++]!);
		open = open.filter((mark) => mark.end > part.start);
		return [...open];
	});
}

/** Where the first run of each claim begins; a run belongs to the shortest claim that covers it. */
function placesOf(runs: readonly Segment<ReadingMark>[]): Record<string, number> {
	const places: Record<string, number> = {};
	for (const run of runs) {
		const mark = run.marks.at(-1);
		if (mark) places[mark.claim] ??= run.start;
	}
	return places;
}

/** A text whose claims are not known yet. */
function unread(account: Account, parts: readonly Span[], titleEnds: number): Reading {
	return {
		paragraphs: parts.map((part) => ({
			start: part.start,
			title: part.end <= titleEnds,
			segments: segments(account.text, part, [])
		})),
		places: {},
		alone: [],
		silent: [],
		claims: 0
	};
}

/** An account to be read: its whole text with the claims marked, what it alone says, what it leaves out. */
export function readAccount(account: Account, index: ComparisonIndex | null): Reading {
	const parts = paragraphs(account.text);
	const titleEnds = account.title !== '' && account.text.startsWith(account.title) ? account.title.length : 0;
	if (!index) return unread(account, parts, titleEnds);
	const versions = new Map<string, Map<string, ToneVersion>>();
	const versionIn = (line: Line, claim: string) => {
		const found = versions.get(line.id) ?? versionByClaim(versionsOf(line, index.claims));
		versions.set(line.id, found);
		return found.get(claim);
	};
	const claims = index.comparison.claims.filter((claim) => claim.account === account.id);
	const marks = [...claims]
		.sort((a, b) => a.start - b.start)
		.map((claim): ReadingMark => {
			const line = index.lineOf.get(claim.id);
			return {
				start: claim.start,
				end: claim.end,
				claim: claim.id,
				state: line?.state ?? 'none',
				tone: (line && versionIn(line, claim.id)?.tone) ?? 'none',
				glyph: glyphOf(claim)
			};
		});
	const inPart = marksByPart(parts, marks);
	const own = new Set(claims.map((claim) => index.lineOf.get(claim.id)?.id));
	const drawn = parts.map((part, at) => ({
		start: part.start,
		title: part.end <= titleEnds,
		segments: segments(account.text, part, inPart[at] ?? [])
	}));
	return {
		paragraphs: drawn,
		places: placesOf(drawn.flatMap((part) => part.segments)),
		alone: index.comparison.lines
			.filter((line) => line.state === 'single' && own.has(line.id))
			.map((line) => ({ line: line.id, title: line.title })),
		silent: index.comparison.lines
			.filter((line) => line.origins.length > 1 && line.silent.includes(account.id))
			.sort((a, b) => b.origins.length - a.origins.length)
			.map((line) => ({ line: line.id, title: line.title, origins: line.origins.length })),
		claims: claims.length
	};
}

/** Words of a text, as a reader counts them, and as the forms do (`server/ingest/text.ts`): a dash is none. */
export function countWords(text: string): number {
	return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0;
}

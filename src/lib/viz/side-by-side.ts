import type { Account, Claim, Line, RelationKind, SourceKind, Span } from '#lib/model/index.ts';
import { marksByPart } from './account-reading.ts';
import { type Between, KIND_ORDER, pairReader } from './claim-pairs.ts';
import { type ComparisonIndex, nameOf } from './comparison-index.ts';
import { type Glyph, glyphOf } from './glyph.ts';
import { type QuotePair, quotePairs } from './quotations.ts';
import { paragraphs, type Segment, segments } from './segments.ts';
import { type DiffRun, isNear, wordDiff, wordsOf } from './word-diff.ts';

export type PairClaim = { id: string; text: string; glyph: Glyph; holder: string; own: boolean };

/** Two claims, one of each account, that speak to the same point. */
export type Pair = {
	key: string;
	line: string;
	title: string;
	kind: RelationKind;
	/** The words that differ, short enough for a ribbon: `31 / more than 40`; empty where there are none. */
	label: string;
	/** Why it is so, in a sentence; empty where only the versions tell it. */
	reason: string;
	left: PairClaim;
	right: PairClaim;
	words: { a: DiffRun[]; b: DiffRun[]; near: boolean };
};

/** A claim in its text, or (`key`) the words in it that a conflict rests on. */
export type SideMark = Span & { claim: string; kind: RelationKind | 'alone'; pair: string; key: boolean };

export type Side = {
	id: string;
	source: string;
	kind: SourceKind;
	title: string;
	publishedAt?: string;
	summary: boolean;
	truncated: boolean;
	paragraphs: { start: number; title: boolean; segments: Segment<SideMark>[] }[];
	claims: number;
	/** Claims that have a counterpart in the other account. */
	shared: number;
};

export type SideBySide = {
	left: Side;
	right: Side;
	/** Conflicts first, then in the order of the left text. */
	pairs: Pair[];
	counts: Record<RelationKind, number>;
	quotes: QuotePair[];
};

/** Claims of one account on one line that are matched; a reader follows no more, and the work stays bounded. */
const MOST = 8;
/** Longest words from a claim that a ribbon carries. */
const LABEL = 22;

type Match = { line: Line; left: Claim; right: Claim; between: Between; near: number };

/** The words that only one side has; nothing is marked where the two put it in other words altogether. */
function runsOf(left: string, right: string): Pair['words'] {
	const diff = wordDiff(left, right);
	if (isNear(diff)) return { a: diff.a, b: diff.b, near: true };
	return { a: [{ text: left, same: true }], b: [{ text: right, same: true }], near: false };
}

/** Share of the words of the shorter claim that the other has too. */
function nearness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	let common = 0;
	for (const word of a) if (b.has(word)) common += 1;
	return common / Math.max(1, Math.min(a.size, b.size));
}

/**
 * Matches the claims of two accounts on one line: the nearest wordings first and each claim once, then what is
 * left over with its nearest, so that no claim of the line stands alone.
 */
function matchLine(
	line: Line,
	left: readonly Claim[],
	right: readonly Claim[],
	read: ReturnType<typeof pairReader>
) {
	const bags = new Map(
		[...left, ...right].map((claim) => [claim.id, new Set(wordsOf(claim.text).map((word) => word.key))])
	);
	const all = left.flatMap((a) =>
		right.map((b): Match => {
			const between = read(line, a, b);
			return { line, left: a, right: b, between, near: nearness(bags.get(a.id)!, bags.get(b.id)!) };
		})
	);
	// A relation that the engine found says more than words in common.
	const weight = ({ near, between }: Match) => near + (between.relation ? 1 : 0);
	const sorted = all.sort(
		(a, b) => weight(b) - weight(a) || a.left.start - b.left.start || a.right.start - b.right.start
	);
	const [takenLeft, takenRight] = [new Set<string>(), new Set<string>()];
	const take = (match: Match) => {
		takenLeft.add(match.left.id);
		takenRight.add(match.right.id);
		return match;
	};
	const once = sorted.filter(
		(match) => !takenLeft.has(match.left.id) && !takenRight.has(match.right.id) && take(match)
	);
	const rest = sorted.filter(
		(match) => (!takenLeft.has(match.left.id) || !takenRight.has(match.right.id)) && take(match)
	);
	return [...once, ...rest];
}

function evidence(claim: Claim, between: Between): Span[] {
	return (between.relation?.reason.evidence ?? []).filter(
		(one) => one.claim === claim.id && one.start >= claim.start && one.end <= claim.end
	);
}

function shortWords(claim: Claim, between: Between): string {
	const spans = evidence(claim, between);
	const first = spans[0];
	if (!first) return '';
	const words = claim.text
		.slice(first.start - claim.start, first.end - claim.start)
		.replace(/\s+/g, ' ')
		.trim();
	return words.length <= LABEL ? words : '';
}

function labelOf({ left, right, between }: Match): string {
	if (between.kind === 'agrees') return '';
	const [a, b] = [shortWords(left, between), shortWords(right, between)];
	if (!a || !b) return '';
	// "report / reports" tells nobody anything.
	const [x, y] = [a.toLowerCase(), b.toLowerCase()];
	const same = /\d/.test(a + b) ? x === y : x.startsWith(y) || y.startsWith(x);
	return same ? '' : `${a} / ${b}`;
}

function pairClaim(claim: Claim): PairClaim {
	const { id, text, holder, attribution } = claim;
	return { id, text, holder, own: attribution.length === 0, glyph: glyphOf(claim) };
}

/** The strongest match of each claim, by its id. */
function strongest(matches: readonly Match[], side: 'left' | 'right'): Map<string, Match> {
	const found = new Map<string, Match>();
	for (const match of matches) if (!found.has(match[side].id)) found.set(match[side].id, match);
	return found;
}

const keyOf = (match: Match) => `${match.left.id}~${match.right.id}`;

function sideOf(account: Account, index: ComparisonIndex, own: ReadonlyMap<string, Match>): Side {
	const claims = index.comparison.claims.filter((claim) => claim.account === account.id);
	const marks = claims.flatMap((claim): SideMark[] => {
		const match = own.get(claim.id);
		const mark = {
			claim: claim.id,
			kind: match?.between.kind ?? ('alone' as const),
			pair: match ? keyOf(match) : ''
		};
		const keys = match?.between.kind === 'conflicts' ? evidence(claim, match.between) : [];
		return [
			{ start: claim.start, end: claim.end, ...mark, key: false },
			...keys
				.filter((span) => span.end - span.start < claim.end - claim.start)
				.map(({ start, end }) => ({ start, end, ...mark, key: true }))
		];
	});
	marks.sort((a, b) => a.start - b.start || b.end - a.end);
	const parts = paragraphs(account.text);
	const inPart = marksByPart(parts, marks);
	const titleEnds = account.title !== '' && account.text.startsWith(account.title) ? account.title.length : 0;
	return {
		id: account.id,
		source: nameOf(index, account.id),
		kind: account.source.kind,
		title: titleEnds > 0 ? '' : account.title,
		...(account.publishedAt ? { publishedAt: account.publishedAt } : {}),
		summary: account.rendering === 'summary',
		truncated: account.truncated,
		paragraphs: parts.map((part, at) => ({
			start: part.start,
			title: part.end <= titleEnds,
			segments: segments(account.text, part, inPart[at] ?? [])
		})),
		claims: claims.length,
		shared: own.size
	};
}

/** Two accounts side by side: their texts with the claims marked, the matched claims, the shared quotations. */
export function sideBySide(left: Account, right: Account, index: ComparisonIndex): SideBySide {
	const read = pairReader(index);
	const of = (line: Line, account: Account) =>
		(index.claimsOf.get(line.id) ?? [])
			.filter((claim) => claim.account === account.id)
			.sort((a, b) => a.start - b.start)
			.slice(0, MOST);
	const matches = index.comparison.lines
		.flatMap((line) => matchLine(line, of(line, left), of(line, right), read))
		.sort(
			(a, b) =>
				KIND_ORDER.indexOf(a.between.kind) - KIND_ORDER.indexOf(b.between.kind) ||
				a.left.start - b.left.start ||
				a.right.start - b.right.start
		);
	const counts: SideBySide['counts'] = { conflicts: 0, update: 0, differs: 0, agrees: 0 };
	for (const { between } of matches) counts[between.kind] += 1;
	return {
		left: sideOf(left, index, strongest(matches, 'left')),
		right: sideOf(right, index, strongest(matches, 'right')),
		pairs: matches.map((match) => ({
			key: keyOf(match),
			line: match.line.id,
			title: match.line.title,
			kind: match.between.kind,
			label: labelOf(match),
			reason: match.between.relation?.reason.text ?? '',
			left: pairClaim(match.left),
			right: pairClaim(match.right),
			words: runsOf(match.left.text, match.right.text)
		})),
		counts,
		quotes: quotePairs(left.text, right.text)
	};
}

import { extent } from 'd3';
import type { Claim, Line, Relation } from '#lib/model/index.ts';
import { type ComparisonIndex, nameOf } from './comparison-index.ts';
import { type Glyph, glyphOf } from './glyph.ts';
import { momentSpan, percentScale, ticksOf } from './timeline.ts';
import { type Tone, type ToneVersion, versionByClaim, versionsOf } from './tones.ts';

/** An account that carries a line, where it stands in time (percent of the drawing's width). */
export type Carrier = {
	account: string;
	name: string;
	publishedAt: string;
	x: number;
	first: boolean;
	tone: Tone;
	glyph: Glyph;
	/** Accounts published at the same place stand above each other, counted from 0. */
	level: number;
};

/** A step from what was said earlier to what a later account knows. */
export type Step = { from: string; to: string; x0: number; x1: number; tone: Tone };

export type CarriedLine = {
	line: string;
	title: string;
	disputed: boolean;
	/** In order of publication. */
	carriers: Carrier[];
	/** Names of those who had it first; several where they were published at the same time. */
	first: string[];
	steps: Step[];
	levels: number;
};

export type FirstCarried = { lines: CarriedLine[]; ticks: { x: number; label: string }[] };

/** Percent within which two dots would cover each other. */
const CLOSE = 2.4;

/** When a claim appeared: with its account, or with a later edition of it. */
export const whenOf = (index: ComparisonIndex, claim: Claim) =>
	claim.since ?? index.accounts.get(claim.account)?.publishedAt;

/** A function that tells the version of each claim of a line, worked out once a line. */
export function versionsFor(index: ComparisonIndex) {
	const known = new Map<string, Map<string, ToneVersion>>();
	return (line: Line) => {
		const found = known.get(line.id) ?? versionByClaim(versionsOf(line, index.claims));
		known.set(line.id, found);
		return found;
	};
}

/** The first claim of each account on a line, in order of publication; accounts without a date are left out. */
function firstClaims(line: Line, index: ComparisonIndex): Claim[] {
	const seen = new Set<string>();
	return [...(index.claimsOf.get(line.id) ?? [])]
		.filter((claim) => whenOf(index, claim) !== undefined)
		.sort((a, b) => {
			const [x, y] = [whenOf(index, a)!, whenOf(index, b)!];
			return x < y
				? -1
				: x > y
					? 1
					: a.account < b.account
						? -1
						: a.account > b.account
							? 1
							: a.start - b.start;
		})
		.filter((claim) => !seen.has(claim.account) && seen.add(claim.account));
}

/** The earlier and the later of two related claims, by publication. */
function inOrder(index: ComparisonIndex, a: Claim, b: Claim): [Claim, Claim] {
	return (whenOf(index, a) ?? '9999') <= (whenOf(index, b) ?? '9999') ? [a, b] : [b, a];
}

const sinces = (index: ComparisonIndex) => index.comparison.claims.map(({ since }) => since);

/** Who carried each line first: lines of two dated accounts or more, those with later news and in dispute first. */
export function firstCarried(index: ComparisonIndex): FirstCarried {
	const versionsOfLine = versionsFor(index);
	const dated = [
		...index.comparison.accounts.map(({ publishedAt }) => publishedAt),
		...sinces(index)
	].flatMap((at) => (at ? (momentSpan(at) ?? []) : []));
	const [from = 0, to = 0] = extent(dated);
	const scale = percentScale(from, to);
	const xOf = (iso: string) => {
		const span = momentSpan(iso);
		return span ? scale((span[0] + span[1]) / 2) : 0;
	};
	const steps = stepsByLine(index, xOf, versionsOfLine);
	const lines = index.comparison.lines.flatMap((line): CarriedLine[] => {
		const claims = firstClaims(line, index);
		if (claims.length < 2) return [];
		const versions = versionsOfLine(line);
		const earliest = momentSpan(whenOf(index, claims[0]!)!)![1];
		const rows: number[] = [];
		const carriers = claims.map((claim): Carrier => {
			const publishedAt = whenOf(index, claim)!;
			const x = xOf(publishedAt);
			const free = rows.findIndex((end) => end <= x);
			const level = free === -1 ? rows.length : free;
			rows[level] = x + CLOSE;
			return {
				account: claim.account,
				name: nameOf(index, claim.account),
				publishedAt,
				x,
				// A date without a time may be any moment of its day: then nobody else of that day was later.
				first: momentSpan(publishedAt)![0] <= earliest - 1 || publishedAt === whenOf(index, claims[0]!),
				tone: versions.get(claim.id)?.tone ?? 'none',
				glyph: glyphOf(claim),
				level
			};
		});
		return [
			{
				line: line.id,
				title: line.title,
				disputed: line.state === 'disputed',
				carriers,
				first: carriers.filter((one) => one.first).map((one) => one.name),
				steps: steps.get(line.id) ?? [],
				levels: rows.length
			}
		];
	});
	const rank = (one: CarriedLine) => (one.steps.length > 0 ? 0 : one.disputed ? 1 : 2);
	return {
		lines: lines.sort(
			(a, b) => rank(a) - rank(b) || b.carriers.length - a.carriers.length || (a.line < b.line ? -1 : 1)
		),
		ticks: ticksOf(scale)
	};
}

/** Every pair of which one is later news than the other, with its line, the earlier one first. */
export function updatePairs(
	index: ComparisonIndex
): { relation: Relation; line: Line; earlier: Claim; later: Claim }[] {
	return index.comparison.relations.flatMap((relation) => {
		if (relation.kind !== 'update') return [];
		const [a, b] = [index.claims.get(relation.a), index.claims.get(relation.b)];
		const line = index.lineOf.get(relation.a);
		if (!a || !b || !line) return [];
		const [earlier, later] = inOrder(index, a, b);
		return [{ relation, line, earlier, later }];
	});
}

function stepsByLine(
	index: ComparisonIndex,
	xOf: (iso: string) => number,
	versionsOfLine: (line: Line) => ReadonlyMap<string, ToneVersion>
): Map<string, Step[]> {
	const found = new Map<string, Step[]>();
	for (const { line, earlier, later } of updatePairs(index)) {
		const [start, end] = [whenOf(index, earlier), whenOf(index, later)];
		if (!start || !end) continue;
		const step = {
			from: earlier.account,
			to: later.account,
			x0: xOf(start),
			x1: xOf(end),
			tone: versionsOfLine(line).get(later.id)?.tone ?? ('none' as const)
		};
		const known = found.get(line.id) ?? [];
		found.set(line.id, known);
		// Two accounts may be joined by several claims; a reader sees one step.
		if (!known.some((one) => one.from === step.from && one.to === step.to)) known.push(step);
	}
	return found;
}

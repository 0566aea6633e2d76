import { byText } from '../comparison.ts';
import type { Extraction } from '../types.ts';
import type { Words } from '../words/index.ts';
import { CANDIDATES } from './candidates.ts';
import { cluster, type Links } from './cluster.ts';
import { gistOf, type Gist } from './gist.ts';
import { scorePairs } from './scores.ts';
import { makeSpace } from './space.ts';

export type { Links } from './cluster.ts';
export type { Gist } from './gist.ts';

/** Claims that speak to one point. */
export type ClaimGroup = {
	gists: Gist[];
	/** How likely two of the event's claims speak to one point, 0..1. */
	near: Nearness;
};

export type Nearness = (a: Gist, b: Gist) => number;

/** Where no model says otherwise. */
const THRESHOLD = 0.3;

/** How near claims have to be, on average, to be in one line. */
export function thresholdOf(words: Words): number {
	return words.model('company')?.threshold ?? THRESHOLD;
}

/** Every claim of an event boiled down, in an order that does not depend on that of the accounts. */
export function gistsOf(extractions: readonly Extraction[]): Gist[] {
	return extractions
		.flatMap((extraction) => extraction.claims.map((claim) => gistOf(extraction, claim)))
		.sort(
			(a, b) =>
				byText(a.claim.account, b.claim.account) ||
				a.claim.start - b.claim.start ||
				a.claim.end - b.claim.end ||
				byText(a.claim.id, b.claim.id)
		);
}

/** Fewer words than this may be the same by chance: "he said so". */
const TELLING = 4;

/**
 * The first of each wording, in order, and for every claim the place of its wording among them: what many accounts
 * print word for word is lined up once. Claims that people linked stand for themselves.
 */
function distinctWordings(gists: readonly Gist[], links?: Links): { kept: number[]; homes: Int32Array } {
	const linked = new Set([...(links?.must ?? []), ...(links?.cannot ?? []), ...(links?.told ?? [])].flat());
	const seen = new Map<string, number>();
	const kept: number[] = [];
	const homes = Int32Array.from(gists, ({ plain, terms }, at) => {
		const isShared = terms.length >= TELLING && !linked.has(at);
		const home = isShared ? seen.get(plain) : undefined;
		if (home !== undefined) return home;
		if (isShared) seen.set(plain, kept.length);
		return kept.push(at) - 1;
	});
	return { kept, homes };
}

/** A line has about one claim an account; what grows far beyond is a topic. */
const largestOf = (gists: readonly Gist[]) =>
	Math.max(60, 2 * new Set(gists.map(({ claim }) => claim.account)).size);

/**
 * Groups claims, from any accounts, that speak to the same point; a claim is in exactly one group. `links`, by place in
 * `gists`, are what people decided: they stand above every score.
 */
export function groupLines(gists: readonly Gist[], words: Words, links?: Links): ClaimGroup[] {
	const { kept, homes } = distinctWordings(gists, links);
	const edges = scorePairs(
		makeSpace(
			kept.map((at) => gists[at]!),
			words
		),
		words
	);
	const threshold = thresholdOf(words);
	const scores = new Map(edges.map(({ a, b, score }) => [a * kept.length + b, score]));
	const homeOf = new Map(gists.map((gist, at) => [gist.claim.id, homes[at]!]));
	const near: Nearness = (a, b) => {
		const [x, y] = [homeOf.get(a.claim.id)!, homeOf.get(b.claim.id)!];
		return x === y ? 1 : (scores.get(Math.min(x, y) * kept.length + Math.max(x, y)) ?? 0);
	};
	const ofKept = new Map(kept.map((at, home) => [at, home]));
	const among = (pairs: Links['must']) => pairs.map(([a, b]) => [ofKept.get(a)!, ofKept.get(b)!] as const);
	const decided = links && {
		must: among(links.must),
		cannot: among(links.cannot),
		told: among(links.told ?? [])
	};
	const reach = { largest: largestOf(gists), candidates: CANDIDATES };
	const members: number[][] = kept.map(() => []);
	homes.forEach((home, at) => members[home]!.push(at));
	return cluster(kept.length, edges, threshold, decided, reach).map((group) => ({
		gists: group
			.flatMap((home) => members[home]!)
			.sort((a, b) => a - b)
			.map((at) => gists[at]!),
		near
	}));
}

import type { Claim, Line } from '#lib/model/index.ts';
import type { ComparisonIndex } from './comparison-index.ts';
import { holderKey } from './holders.ts';

/**
 * How much a line matters to a reader, with what it was made from. Counts weigh by their logarithm: a second
 * holder says more than a seventh.
 */
export type Weight = {
	/** Holders behind the second heaviest version: two sides of weight are a dispute, a lone voice is a remark. */
	contest: number;
	holders: number;
	origins: number;
	/** Share of the accounts that carry the line. */
	carried: number;
	/** 1 where the accounts open with it, near 0 where they end with it: news puts first what matters. */
	early: number;
	/** All of it in one number. */
	total: number;
};

const holdersIn = (claims: readonly Claim[]) => new Set(claims.map(holderKey)).size;

/** The place of each claim in its account, as a share: 0 for the first, towards 1 for the last. */
function placesOf(index: ComparisonIndex): Map<string, number> {
	const perAccount = new Map<string, Claim[]>();
	for (const claim of index.comparison.claims)
		perAccount.set(claim.account, [...(perAccount.get(claim.account) ?? []), claim]);
	const places = new Map<string, number>();
	for (const claims of perAccount.values())
		[...claims]
			.sort((a, b) => a.start - b.start)
			.forEach((claim, at) => places.set(claim.id, at / claims.length));
	return places;
}

function earliness(claims: readonly Claim[], places: ReadonlyMap<string, number>): number {
	const first = new Map<string, number>();
	for (const claim of claims)
		first.set(claim.account, Math.min(first.get(claim.account) ?? 1, places.get(claim.id) ?? 1));
	if (first.size === 0) return 0;
	return [...first.values()].reduce((sum, place) => sum + 1 - place, 0) / first.size;
}

/** How many holders stand behind the second heaviest version of a disputed line. */
function contestOf(line: Line, index: ComparisonIndex): number {
	if (line.state !== 'disputed') return 0;
	const sides = line.versions
		.map(({ claims }) => holdersIn(claims.flatMap((id) => index.claims.get(id) ?? [])))
		.sort((a, b) => b - a);
	return sides[1] ?? 0;
}

/** Weighs every line of a comparison, by its id. */
export function weighLines(index: ComparisonIndex): Map<string, Weight> {
	const places = placesOf(index);
	const accounts = Math.max(1, index.comparison.accounts.length);
	return new Map(
		index.comparison.lines.map((line) => {
			const claims = index.claimsOf.get(line.id) ?? [];
			const parts = {
				contest: contestOf(line, index),
				holders: holdersIn(claims),
				origins: line.origins.length,
				carried: new Set(claims.map((claim) => claim.account)).size / accounts,
				early: earliness(claims, places)
			};
			const total =
				2 * Math.log2(1 + parts.contest) +
				Math.log2(1 + parts.holders) +
				Math.log2(1 + parts.origins) +
				3 * parts.carried +
				parts.early;
			return [line.id, { ...parts, total }];
		})
	);
}

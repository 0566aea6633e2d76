import { byText } from '../comparison.ts';
import type { Extraction } from '../types.ts';
import type { Words } from '../words/index.ts';
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

const keyOf = (a: Gist, b: Gist) => {
	const [x, y] = [a.claim.id, b.claim.id];
	return x < y ? `${x} ${y}` : `${y} ${x}`;
};

/**
 * Groups claims, from any accounts, that speak to the same point; a claim is in exactly one group. `links`, by place in
 * `gists`, are what people decided: they stand above every score.
 */
export function groupLines(gists: readonly Gist[], words: Words, links?: Links): ClaimGroup[] {
	const edges = scorePairs(makeSpace(gists, words), words);
	const threshold = words.model('company')?.threshold ?? THRESHOLD;
	const scores = new Map(edges.map(({ a, b, score }) => [keyOf(gists[a]!, gists[b]!), score]));
	const near: Nearness = (a, b) => scores.get(keyOf(a, b)) ?? 0;
	return cluster(gists.length, edges, threshold, links).map((group) => ({
		gists: group.map((at) => gists[at]!),
		near
	}));
}

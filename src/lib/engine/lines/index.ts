import { byText } from '../comparison.ts';
import type { Extraction } from '../types.ts';
import type { Words } from '../words/index.ts';
import { findCandidates } from './candidates.ts';
import { cluster } from './cluster.ts';
import { gistOf, type Gist } from './gist.ts';
import { coverage, trigramOverlap } from './similarity.ts';
import { weigh } from './weights.ts';

export type { Gist } from './gist.ts';

/** Claims that speak to one point. */
export type ClaimGroup = { gists: Gist[] };

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

/** Groups claims, from any accounts, that speak to the same point; a claim is in exactly one group. */
export function groupLines(gists: readonly Gist[], words: Words): ClaimGroup[] {
	const weights = weigh(gists, words);
	const edges = findCandidates(gists, words, weights).map(({ a, b }) => {
		const [x, y] = [gists[a]!, gists[b]!];
		const { ofA, ofB } = coverage(x, y, words, weights);
		return { a, b, score: 0.7 * Math.sqrt(ofA * ofB) + 0.3 * trigramOverlap(x, y) };
	});
	return cluster(gists.length, edges, THRESHOLD).map((group) => ({ gists: group.map((at) => gists[at]!) }));
}

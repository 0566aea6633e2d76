import { byText } from '../comparison.ts';
import type { Extraction } from '../types.ts';
import type { Words } from '../words/index.ts';
import { cluster } from './cluster.ts';
import { gistOf, type Gist } from './gist.ts';
import { scorePairs } from './scores.ts';
import { makeSpace } from './space.ts';

export type { Gist } from './gist.ts';

/** Claims that speak to one point. */
export type ClaimGroup = { gists: Gist[] };

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

/** Groups claims, from any accounts, that speak to the same point; a claim is in exactly one group. */
export function groupLines(gists: readonly Gist[], words: Words): ClaimGroup[] {
	const edges = scorePairs(makeSpace(gists, words), words);
	const threshold = words.model('company')?.threshold ?? THRESHOLD;
	return cluster(gists.length, edges, threshold).map((group) => ({ gists: group.map((at) => gists[at]!) }));
}

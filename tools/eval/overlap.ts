import type { Claim, Span } from '#lib/model/index.ts';
import type { Place } from './gold.ts';

const size = ({ start, end }: Span) => end - start;

function shared(a: Place, b: Place): number {
	return a.account === b.account ? Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)) : 0;
}

/** Characters that two places share, as a share of all that either holds. */
function fit(a: Place, b: Place): number {
	const both = shared(a, b);
	return both / (size(a) + size(b) - both);
}

/** Where nothing fits this closely, a claim that merely holds the place, or lies in it, counts as being on it. */
const CLOSE = 0.8;

/** The claims that are on a place: those that share half of the shorter of the two, or only the close ones. */
export function claimsOn(place: Place, claims: readonly Claim[]): Claim[] {
	const on = claims.filter((claim) => shared(claim, place) * 2 >= Math.min(size(claim), size(place)));
	const close = on.filter((claim) => fit(claim, place) >= CLOSE);
	return close.length > 0 ? close : on;
}

/** The claim that fits a place best, if any touches it. */
export function bestClaim(place: Place, claims: readonly Claim[]): Claim | undefined {
	let best: Claim | undefined;
	for (const claim of claims) {
		if (shared(claim, place) > 0 && (!best || fit(claim, place) > fit(best, place))) best = claim;
	}
	return best;
}

/** Whether claims cover at least half of a place, one or several together. */
export function isCovered(place: Place, claims: readonly Claim[]): boolean {
	const covered = new Uint8Array(size(place));
	for (const claim of claims) {
		if (shared(claim, place) > 0)
			covered.fill(1, Math.max(0, claim.start - place.start), claim.end - place.start);
	}
	return covered.reduce((sum, one) => sum + one, 0) * 2 >= size(place);
}

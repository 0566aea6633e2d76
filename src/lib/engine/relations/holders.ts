import type { Claim } from '#lib/model/index.ts';

/** One key for a holder wherever it is named, as far as the extractor could tell. */
export function holderKey(claim: Claim): string {
	return claim.holderIdentity ?? claim.holder.toLowerCase();
}

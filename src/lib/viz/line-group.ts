import type { Claim, Line } from '#lib/model/index.ts';
import type { ComparisonIndex } from './comparison-index.ts';

/** The groups that lines stand in, in order: by state, and those apart of which it is not clear whether accounts agree. */
export const LINE_GROUPS = ['disputed', 'agreed', 'unclear', 'single'] as const;
export type LineGroup = (typeof LINE_GROUPS)[number];

/** Words by which a claim may deny as much as one that is called denied: "without preconditions". */
const NEGATIVE =
	/\b(?:no|not|never|none|nobody|nothing|neither|nor|without|cannot|lack|deny|denies|denied|refuse[sd]?|reject(?:s|ed)?)\b|n['’]t\b/i;

const isDenied = (claim: Claim) => claim.certainty === 'denied';
const isPlain = (claim: Claim) => !isDenied(claim) && !NEGATIVE.test(claim.text);

/**
 * Where a line is shown: where one account denies and another states, and no conflict was found between them, nothing
 * says that they agree either.
 */
export function groupOf(line: Line, index: ComparisonIndex): LineGroup {
	if (line.state !== 'agreed') return line.state;
	const claims = index.claimsOf.get(line.id) ?? [];
	const denied = claims.filter(isDenied);
	const plain = claims.filter(isPlain);
	const isTurned = denied.some((a) => plain.some((b) => a.account !== b.account));
	return isTurned ? 'unclear' : 'agreed';
}

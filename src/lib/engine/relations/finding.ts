import type { Evidence, ReasonCode, RelationKind, Span } from '#lib/model/index.ts';
import type { Gist } from '../lines/gist.ts';

/** What holds between what two claims say, whoever says it: no finding, no relation. */
export type Finding = {
	kind: RelationKind;
	code: ReasonCode;
	text: string;
	evidence: Evidence[];
	score: number;
};

/** Evidence on exact words of a claim; spans outside the claim are cut to it. */
export function evidenceOf(gist: Gist, span: Span): Evidence {
	const { id, start, end } = gist.claim;
	return { claim: id, start: Math.max(start, span.start), end: Math.min(end, span.end) };
}

/** Who is to be named in a sentence about a claim: its holder, as the account names it. */
export function holderOf(gist: Gist): string {
	return gist.claim.holder;
}

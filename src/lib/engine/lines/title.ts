import type { Span } from '#lib/model/index.ts';
import type { Gist } from './gist.ts';

const SHORTEST = 25;
const LONGEST = 110;

/** How badly a claim's wording would serve as a heading: lower is better. */
function unfitness(gist: Gist): number {
	const { text, certainty, quote, headline } = gist.claim;
	const { length } = text;
	let cost =
		length < SHORTEST
			? (SHORTEST - length) * 2
			: length > LONGEST
				? length - LONGEST
				: Math.abs(length - 60) / 8;
	if (certainty === 'denied') cost += 30;
	if (certainty === 'hedged') cost += 8;
	if (quote === 'direct') cost += 12;
	if (headline) cost += 6;
	// A heading has to stand alone: who "he" was, the reader has not read.
	if (
		/^(?:he|she|it|they|we|i|this|that|these|those|who|which|when|where|if|how|and|but|as|because|was|were|is|to|not)\b/i.test(
			text
		)
	)
		cost += 30;
	if (/\b(?:I|my|me|we|our|you|your)\b/.test(text)) cost += 20;
	if (gist.frames.length > 0 && !gist.frames.some((frame) => frame.agents.length + frame.patients.length > 0))
		cost += 15;
	if (/["“”]/.test(text)) cost += 6;
	if (/(?:,|\b(?:and|or|but|not|the|a|of|to|in|that|even))$/i.test(text)) cost += 25;
	return cost;
}

/** Replaces the words on which the versions differ by "…". */
function withoutVarying(gist: Gist, varying: readonly Span[]): string {
	let text = '';
	let at = gist.claim.start;
	const source = gist.extraction.account.text;
	for (const span of [...varying].sort((a, b) => a.start - b.start)) {
		if (span.start < at || span.end > gist.claim.end) continue;
		text += `${source.slice(at, span.start)}…`;
		at = span.end;
	}
	return text + source.slice(at, gist.claim.end);
}

/**
 * The clearest wording among a line's claims, with the part on which its versions differ, as `varying` gives it for
 * each claim, replaced by "…".
 */
export function titleOf(gists: readonly Gist[], varying: ReadonlyMap<string, readonly Span[]>): string {
	const [best] = [...gists].sort((a, b) => unfitness(a) - unfitness(b));
	const words = withoutVarying(best!, varying.get(best!.claim.id) ?? [])
		.replace(/\s+/g, ' ')
		.replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/g, '')
		.trim();
	return words.slice(0, 1).toUpperCase() + words.slice(1);
}

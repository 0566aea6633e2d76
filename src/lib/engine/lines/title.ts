import type { Span } from '#lib/model/index.ts';
import type { Gist } from './gist.ts';

const SHORTEST = 25;
const LONGEST = 110;

/** Mean share of a claim's words that the line's other claims have too, 0..1: a heading speaks for all of them. */
function centrality(gist: Gist, lemmas: ReadonlyMap<Gist, ReadonlySet<string>>): number {
	if (lemmas.size < 2 || gist.terms.length === 0) return 0;
	let sum = 0;
	for (const [other, theirs] of lemmas)
		if (other !== gist) sum += gist.terms.filter(({ lemma }) => theirs.has(lemma)).length / gist.terms.length;
	return sum / (lemmas.size - 1);
}

/** How badly a claim's wording would serve as a heading: lower is better. */
function unfitness(gist: Gist, lemmas: ReadonlyMap<Gist, ReadonlySet<string>>): number {
	const { text, certainty, quote, headline } = gist.claim;
	const { length } = text;
	let cost =
		length < SHORTEST
			? (SHORTEST - length) * 2
			: length > LONGEST
				? length - LONGEST
				: Math.abs(length - 60) / 8;
	cost -= 40 * centrality(gist, lemmas);
	if (gist.frames.length === 0) cost += 30;
	const first = gist.tokens.find(({ start }) => start >= gist.claim.start)?.upos;
	if (first === 'VERB' || first === 'AUX') cost += 30;
	if (first === 'ADP' || first === 'SCONJ') cost += 8;
	if (certainty === 'denied') cost += 30;
	if (certainty === 'hedged') cost += 8;
	if (quote === 'direct') cost += 12;
	if (headline) cost += 6;
	// A heading has to stand alone: who "he" was, the reader has not read.
	if (
		/^(?:(?:in|at|on|of|to|for|by|with|from|under|through) (?:which|whom)|until then|then|later|also|instead|he|she|it|they|we|i|this|that|these|those|who|which|when|where|if|how|and|but|as|because|was|were|is|to|not)\b/i.test(
			text
		)
	)
		cost += 30;
	if (/\b(?:I|my|me|we|our|you|your)\b/.test(text)) cost += 20;
	// Whose it is stands outside.
	if (/\b(?:he|she|him|his|her|its|they|them|their)\b/i.test(text)) cost += 10;
	if (gist.frames.length > 0 && !gist.frames.some((frame) => frame.agents.length + frame.patients.length > 0))
		cost += 15;
	if (/["“”]/.test(text)) cost += 6;
	if (/(?:,|\b(?:and|or|but|not|the|a|of|to|in|that|even))$/i.test(text)) cost += 25;
	return cost;
}

/** Fewer words than this beside a blank are no title. */
const LEAST_LEFT = 3;

/** One line without quotation marks, which a cut would leave open, and without marks at its ends. */
function tidy(text: string): string {
	return text
		.replace(/["“”„«»]|''|``/g, '')
		.replace(/\s+/g, ' ')
		.replace(/\s\([^)]*$/, '')
		.replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/g, '')
		.trim();
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
	const lemmas = new Map(gists.map((gist) => [gist, new Set(gist.terms.map(({ lemma }) => lemma))]));
	const costs = new Map(gists.map((gist) => [gist, unfitness(gist, lemmas)]));
	const [best] = [...gists].sort((a, b) => costs.get(a)! - costs.get(b)!);
	const cut = tidy(withoutVarying(best!, varying.get(best!.claim.id) ?? []));
	// Where nearly everything varies, the blank says nothing: the whole wording then stands for the line.
	const left = cut.match(/\p{L}+/gu)?.length ?? 0;
	const words = left >= LEAST_LEFT ? cut : tidy(best!.claim.text);
	return words.slice(0, 1).toUpperCase() + words.slice(1);
}

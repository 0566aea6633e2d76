import type { Claim } from '#lib/model/index.ts';

/** How a claim is said, in the order in which the first that applies is shown. */
export const GLYPHS = ['denied', 'hedged', 'unnamed', 'named', 'own'] as const;
export type Glyph = (typeof GLYPHS)[number];

/** What stands in a cell without a claim: nothing said, or not known whether something would have been. */
export const GAPS = ['silent', 'unknown'] as const;
export type Gap = (typeof GAPS)[number];

/** The one glyph of a claim: the first of denied, hedged, unnamed, named, own. */
export function glyphOf(claim: Pick<Claim, 'voice' | 'certainty'>): Glyph {
	return claim.certainty === 'stated' ? claim.voice : claim.certainty;
}

/** Everything about how a claim is said that its glyph may have left out, strongest first. */
export function waysOf(claim: Pick<Claim, 'voice' | 'certainty'>): Glyph[] {
	return claim.certainty === 'stated' ? [claim.voice] : [claim.certainty, claim.voice];
}

/** Compares glyphs by the order in which they are shown. */
export function byGlyph(a: Glyph, b: Glyph): number {
	return GLYPHS.indexOf(a) - GLYPHS.indexOf(b);
}

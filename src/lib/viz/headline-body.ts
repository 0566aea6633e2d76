import type { Account, Claim } from '#lib/model/index.ts';
import type { ComparisonIndex } from './comparison-index.ts';
import { type Glyph, glyphOf } from './glyph.ts';

/**
 * How a headline's claim stands to the text under it: the text conflicts with it, holds back more than it
 * does, says the same, or does not come back to it.
 */
export const HEADLINE_STANDS = ['conflicts', 'firmer', 'same', 'only'] as const;
export type HeadlineStand = (typeof HEADLINE_STANDS)[number];

export type HeadlineClaim = {
	claim: string;
	text: string;
	glyph: Glyph;
	stand: HeadlineStand;
	/** The claim under the headline that shows it, where there is one. */
	body?: { claim: string; text: string; glyph: Glyph };
};

const FIRMNESS = { stated: 2, hedged: 1, denied: 2 } as const;

/** Whether a claim leaves less room than another: stated against hedged, own voice against an attributed one. */
function isFirmer(a: Claim, b: Claim): boolean {
	const [x, y] = [FIRMNESS[a.certainty], FIRMNESS[b.certainty]];
	return x > y || (x === y && a.voice === 'own' && b.voice !== 'own');
}

/** The claims of an account's headline against those of its text on the same lines. */
export function headlineAgainstBody(account: Account, index: ComparisonIndex): HeadlineClaim[] {
	const ends = account.title !== '' && account.text.startsWith(account.title) ? account.title.length : 0;
	const mine = index.comparison.claims.filter((claim) => claim.account === account.id);
	return mine
		.filter((claim) => claim.start < ends)
		.map((claim): HeadlineClaim => {
			const line = index.lineOf.get(claim.id);
			const body = mine.filter((one) => one.start >= ends && line && index.lineOf.get(one.id) === line);
			const against = body.find((one) =>
				(index.relationsOf.get(claim.id) ?? []).some(
					(relation) => relation.kind === 'conflicts' && (relation.a === one.id || relation.b === one.id)
				)
			);
			const softest = body.every((one) => isFirmer(claim, one)) ? body[0] : undefined;
			const shown = against ?? softest ?? body[0];
			return {
				claim: claim.id,
				text: claim.text,
				glyph: glyphOf(claim),
				stand: against ? 'conflicts' : softest ? 'firmer' : shown ? 'same' : 'only',
				...(shown ? { body: { claim: shown.id, text: shown.text, glyph: glyphOf(shown) } } : {})
			};
		});
}

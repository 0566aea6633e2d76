import {
	REVIEW_MARKS,
	type Certainty,
	type Link,
	type ReviewMark,
	type Span,
	type Voice
} from '#lib/model/index.ts';
import { readDay, readValues } from '../claims/values/index.ts';
import { byText } from '../comparison.ts';
import type { ExtractedClaim, Extraction } from '../types.ts';
import { claimAt } from './places.ts';

/** The ladder's rung for a word that a person chose. */
const DEGREE: Record<Certainty, number> = { denied: 0, hedged: 0.5, stated: 1 };

/** The claim with one more mark, in the marks' own order. */
export function marked<T extends { reviewed?: ReviewMark[] | undefined }>(
	item: T,
	...marks: ReviewMark[]
): T {
	const all = new Set([...(item.reviewed ?? []), ...marks]);
	return { ...item, reviewed: REVIEW_MARKS.filter((mark) => all.has(mark)) };
}

/** The chain up to the one who is named, or with its far end called so. */
function leadTo(chain: readonly Link[], name: string, named: boolean, at: number): Link[] {
	const known = chain.findIndex((link) => link.name === name);
	if (known >= 0) return chain.slice(0, known + 1);
	const { reason: _reason, identity: _identity, ...last } = chain.at(-1) ?? { start: at, end: at };
	return [...chain.slice(0, -1), { ...last, name, named }];
}

/** The claim as held by whom a person names; its account's own source means the account's own voice. */
export function heldBy(claim: ExtractedClaim, holder: string, own: string): ExtractedClaim {
	if (holder === own) return spokenIn(claim, 'own', own);
	const named = claim.attribution.at(-1)?.named ?? true;
	const attribution = leadTo(claim.attribution, holder, named, claim.start);
	return { ...claim, holder, attribution, voice: attribution.at(-1)!.named ? 'named' : 'unnamed' };
}

/** The claim as said in the voice that a person chose. */
export function spokenIn(claim: ExtractedClaim, voice: Voice, own: string): ExtractedClaim {
	if (voice === 'own') return { ...claim, voice, attribution: [], holder: own };
	const name = claim.attribution.at(-1)?.name ?? (voice === 'unnamed' ? 'unnamed sources' : claim.holder);
	const chain = leadTo(claim.attribution, name, voice === 'named', claim.start);
	const attribution = chain.map((link, at) =>
		at === chain.length - 1 ? { ...link, named: voice === 'named' } : link
	);
	return { ...claim, voice, attribution, holder: name };
}

/** The claim put as firmly as a person says. */
export function putAs(claim: ExtractedClaim, certainty: Certainty): ExtractedClaim {
	return { ...claim, certainty, degree: DEGREE[certainty] };
}

/**
 * A claim at words where the engine made none. How it is said is taken from the claim that covers the place, as far as
 * there is one; else the account says it in its own voice.
 */
export function makeClaimAt(extraction: Extraction, place: Span): ExtractedClaim {
	const { account, sentences } = extraction;
	const found = sentences.findIndex((sentence) => sentence.end > place.start);
	const sentence = found < 0 ? Math.max(0, sentences.length - 1) : found;
	const tokens = sentences[sentence]?.tokens ?? [];
	const inside = tokens.flatMap((token, at) =>
		token.start >= place.start && token.end <= place.end ? [at] : []
	);
	const around = claimAt(place, extraction.claims);
	const published = account.publishedAt === undefined ? null : readDay(account.publishedAt);
	const kind = extraction.blocks[sentences[sentence]?.block ?? -1]?.kind;
	return {
		id: `${account.id}:${place.start}-${place.end}`,
		account: account.id,
		start: place.start,
		end: place.end,
		text: account.text.slice(place.start, place.end),
		voice: around?.voice ?? 'own',
		certainty: around?.certainty ?? 'stated',
		degree: around?.degree ?? DEGREE.stated,
		attribution: around?.attribution ?? [],
		holder: around?.holder ?? account.source.name,
		...(around?.quote === undefined ? {} : { quote: around.quote }),
		values: readValues(account.text, place.start, place.end, tokens, { published, last: null }),
		sentence,
		tokens: { start: inside[0] ?? 0, end: (inside.at(-1) ?? -1) + 1 },
		headline: kind === 'title' || kind === 'heading'
	};
}

/** Claims in their order in the text. */
export function inOrder(claims: Iterable<ExtractedClaim>): ExtractedClaim[] {
	return [...claims].sort((a, b) => a.start - b.start || a.end - b.end || byText(a.id, b.id));
}

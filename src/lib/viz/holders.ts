import type { Claim, SourceKind } from '#lib/model/index.ts';
import type { ComparisonIndex } from './comparison-index.ts';

/** The lanes that columns stand in when they are holders. */
export const LANES = ['official', 'other', 'press'] as const;
export type Lane = (typeof LANES)[number];

export type Holder = { key: string; name: string; named: boolean; lane: Lane; kind?: SourceKind };

/** Words in a name or a description by which a body or an office is known. */
const OFFICE =
	/\b(?:ministry|minister|department|secretary|government|president|prime|council|councill?ors?|police|mayor|governor|senator|parliament|congress|embassy|ambassador|court|judge|prosecutors?|army|navy|military|force|guard|commission(?:er)?|authority|office|officials?|officers?|spokes(?:man|woman|person|people)|hospital|university|fire service|rescue|agency|bureau|administration|nations)\b/i;

function normal(text: string): string {
	return text
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/**
 * A key that is the same for one holder across accounts. Two unnamed holders of different accounts are never
 * taken for the same, unless the engine says so.
 */
export function holderKey(claim: Claim): string {
	if (claim.holderIdentity) return claim.holderIdentity;
	const last = claim.attribution.at(-1);
	const key = normal(claim.holder);
	return last && !last.named ? `${key}@${claim.account}` : key;
}

/** Who the holders of an event's claims are, by key, in order of first appearance. */
export function holdersOf(index: ComparisonIndex): Map<string, Holder> {
	const kinds = new Map<string, SourceKind>();
	for (const account of index.comparison.accounts)
		kinds.set(normal(account.source.name), account.source.kind);
	const holders = new Map<string, Holder>();
	for (const claim of index.comparison.claims) {
		const key = holderKey(claim);
		if (holders.has(key)) continue;
		const last = claim.attribution.at(-1);
		const kind =
			kinds.get(normal(claim.holder)) ?? (last ? undefined : index.accounts.get(claim.account)?.source.kind);
		const office = kind === 'official' || kind === 'institution';
		const press = kind === 'outlet' || kind === 'agency';
		const sounds = last && OFFICE.test(`${last.name} ${last.describedAs ?? ''}`);
		holders.set(key, {
			key,
			name: claim.holderIdentity ?? claim.holder,
			named: last?.named ?? true,
			lane: office ? 'official' : press ? 'press' : sounds ? 'official' : 'other',
			...(kind ? { kind } : {})
		});
	}
	return holders;
}

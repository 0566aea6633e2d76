import type { Account, Line } from '#lib/model/index.ts';
import { type ComparisonIndex, nameOf } from './comparison-index.ts';
import { type Glyph, glyphOf } from './glyph.ts';
import { type Tone, versionByClaim, versionsOf } from './tones.ts';
import { type DiffRun, isNear, wordDiff } from './word-diff.ts';

/** One account's words on a line, with those marked that the wording it is set against does not have. */
export type StackedWording = {
	claim: string;
	account: string;
	name: string;
	holder?: string;
	publishedAt?: string;
	glyph: Glyph;
	tone: Tone;
	label: string;
	summary: boolean;
	runs: DiffRun[];
};

/** Every wording of one line, stacked: version by version, against the one with most words in common with all. */
export type AllWordings = {
	line: string;
	title: string;
	against: string;
	wordings: StackedWording[];
};

/** Wordings that are compared with each other to find the one in the middle. */
const MOST = 24;

/** The wording that has most words in common with the others; the first of equals. */
function middle(texts: readonly string[]): number {
	const some = texts.slice(0, MOST);
	const shared = some.map((a, i) =>
		some.reduce((sum, b, j) => (i === j ? sum : sum + wordDiff(a, b).same), 0)
	);
	return shared.indexOf(Math.max(...shared));
}

/** What a wording has that the other does not; nothing is marked where they share too little to compare words. */
function runsOf(reference: string, text: string): DiffRun[] {
	const diff = wordDiff(reference, text);
	return isNear(diff) ? diff.b : [{ text, same: true }];
}

/** Stacks the wordings of a line; null where it has fewer than two. */
export function allWordings(
	line: Line,
	index: ComparisonIndex,
	accounts: ReadonlyMap<string, Account>
): AllWordings | null {
	const claims = [...(index.claimsOf.get(line.id) ?? [])];
	if (claims.length < 2) return null;
	const versions = versionByClaim(versionsOf(line, index.claims));
	const order = (tone: Tone) => (tone === 'none' ? 9 : tone === 'rest' ? 5 : tone);
	const when = (account: string) => index.accounts.get(account)?.publishedAt ?? '9999';
	const toneOf = (claim: string) => versions.get(claim)?.tone ?? 'none';
	claims.sort(
		(a, b) =>
			order(toneOf(a.id)) - order(toneOf(b.id)) ||
			(when(a.account) < when(b.account) ? -1 : when(a.account) > when(b.account) ? 1 : a.start - b.start)
	);
	const reference = claims[middle(claims.map((claim) => claim.text))]!;
	return {
		line: line.id,
		title: line.title,
		against: reference.id,
		wordings: claims.map((claim) => {
			const account = accounts.get(claim.account);
			return {
				claim: claim.id,
				account: claim.account,
				name: nameOf(index, claim.account),
				...(claim.holder === account?.source.name ? {} : { holder: claim.holder }),
				...(account?.publishedAt ? { publishedAt: account.publishedAt } : {}),
				glyph: glyphOf(claim),
				tone: toneOf(claim.id),
				label: versions.get(claim.id)?.label ?? '',
				summary: account?.rendering === 'summary',
				runs: runsOf(reference.text, claim.text)
			};
		})
	};
}

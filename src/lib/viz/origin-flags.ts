import type { Account, Claim, Line } from '#lib/model/index.ts';
import { type ComparisonIndex, nameOf } from './comparison-index.ts';
import { contextOf } from './context.ts';
import type { ContextMark } from './claim-detail.ts';
import { type Segment, segments } from './segments.ts';

/** The sentence of an account that shows whom it has a claim from. */
export type Shown = {
	claim: string;
	account: string;
	source: string;
	summary: boolean;
	segments: Segment<ContextMark>[];
};

/** A line that several accounts carry and that rests on less than it seems: one origin, or only unnamed ones. */
export type OriginFlag = {
	line: string;
	title: string;
	kind: 'one' | 'unnamed';
	origins: string[];
	accounts: string[];
	shown: Shown[];
};

/** Sentences shown for a line; the rest is in the lineup. */
const MOST = 3;

function shownOf(claim: Claim, account: Account, index: ComparisonIndex): Shown {
	const marks: ContextMark[] = [
		{ start: claim.start, end: claim.end, kind: 'claim' },
		...claim.attribution.map(({ start, end }) => ({ start, end, kind: 'source' as const }))
	];
	return {
		claim: claim.id,
		account: account.id,
		source: nameOf(index, account.id),
		summary: account.rendering === 'summary',
		segments: segments(account.text, contextOf(account.text, claim), marks)
	};
}

/** One claim an account, those that say whom they have it from first. */
function tellingClaims(line: Line, index: ComparisonIndex): Claim[] {
	const claims = [...(index.claimsOf.get(line.id) ?? [])].sort(
		(a, b) => Number(a.attribution.length === 0) - Number(b.attribution.length === 0)
	);
	const seen = new Set<string>();
	return claims.filter(({ account }) => !seen.has(account) && seen.add(account));
}

/** Lines that look confirmed by two accounts or more, but have one origin or only unnamed ones; most accounts first. */
export function originFlags(index: ComparisonIndex, accounts: readonly Account[]): OriginFlag[] {
	const texts = new Map(accounts.map((account) => [account.id, account]));
	return index.comparison.lines
		.flatMap((line): OriginFlag[] => {
			const telling = tellingClaims(line, index);
			const unnamed = line.origins.length > 0 && line.origins.every((origin) => !origin.named);
			if (telling.length < 2 || (line.origins.length !== 1 && !unnamed)) return [];
			return [
				{
					line: line.id,
					title: line.title,
					kind: unnamed ? 'unnamed' : 'one',
					origins: line.origins.map((origin) => origin.name),
					accounts: telling.map((claim) => nameOf(index, claim.account)),
					shown: telling.slice(0, MOST).flatMap((claim) => {
						const account = texts.get(claim.account);
						return account ? [shownOf(claim, account, index)] : [];
					})
				}
			];
		})
		.sort((a, b) => b.accounts.length - a.accounts.length || (a.line < b.line ? -1 : 1));
}

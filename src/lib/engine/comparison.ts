import {
	COMPARISON_FORMAT,
	type Account,
	type Claim,
	type ComparedAccount,
	type Comparison,
	type EditionStep,
	type Line,
	type LostDecision,
	type Relation
} from '#lib/model/index.ts';
import { isForeign } from './languages/index.ts';
import type { ExtractedClaim } from './types.ts';

/** Version of the engine's code, and of its rules and weights: both go into every comparison. */
export const ENGINE = { version: '0.1.0', rules: '1' } as const;

/** Orders texts by code unit, so that no locale can change the bytes of a result. */
export function byText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

function comparedAccount(account: Account): ComparedAccount {
	return {
		id: account.id,
		source: { name: account.source.name, kind: account.source.kind },
		title: account.title,
		...(account.url === undefined ? {} : { url: account.url }),
		...(account.publishedAt === undefined ? {} : { publishedAt: account.publishedAt }),
		truncated: account.truncated,
		...(isForeign(account) && account.language ? { unread: account.language } : {}),
		...(account.rendering === 'draft' ? { draft: true as const } : {}),
		sha256: account.sha256
	};
}

/** Leaves behind what only the engine's own stages need. */
function plainClaim(claim: ExtractedClaim): Claim {
	const { sentence: _sentence, tokens: _tokens, headline: _headline, denies: _denies, ...plain } = claim;
	return plain;
}

/**
 * Puts the parts of a comparison into one document in an order that depends on nothing but their content:
 * accounts and claims by id and place, lines as the engine ranked them, relations by their claims.
 */
export function assembleComparison(
	event: { id: string; title: string },
	accounts: readonly Account[],
	claims: readonly ExtractedClaim[],
	lines: readonly Line[],
	relations: readonly Relation[],
	rest: {
		reviews: readonly string[];
		lost: readonly LostDecision[];
		editions: readonly EditionStep[];
	} = { reviews: [], lost: [], editions: [] }
): Comparison {
	const { reviews, lost, editions } = rest;
	return {
		format: COMPARISON_FORMAT,
		engine: ENGINE,
		event: { id: event.id, title: event.title },
		accounts: accounts.map(comparedAccount).sort((a, b) => byText(a.id, b.id)),
		claims: claims
			.map(plainClaim)
			.sort(
				(a, b) => byText(a.account, b.account) || a.start - b.start || a.end - b.end || byText(a.id, b.id)
			),
		lines: [...lines],
		relations: [...relations].sort(
			(a, b) =>
				byText(a.a, b.a) || byText(a.b, b.b) || byText(a.kind, b.kind) || byText(a.reason.code, b.reason.code)
		),
		...(editions.length === 0 ? {} : { editions: [...editions] }),
		...(reviews.length === 0 ? {} : { reviews: [...reviews] }),
		...(lost.length === 0 ? {} : { lost: [...lost] })
	};
}

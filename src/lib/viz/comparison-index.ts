import type { Claim, ComparedAccount, Comparison, Line, Relation } from '#lib/model/index.ts';
import { accountNames } from './account-names.ts';

/** A comparison with the look-ups that every view needs. */
export type ComparisonIndex = {
	comparison: Comparison;
	claims: ReadonlyMap<string, Claim>;
	accounts: ReadonlyMap<string, ComparedAccount>;
	/** What each account is called on screen, by its id. */
	names: ReadonlyMap<string, string>;
	lines: ReadonlyMap<string, Line>;
	/** The line that a claim belongs to, by the claim's id. */
	lineOf: ReadonlyMap<string, Line>;
	/** Relations by the id of either claim. */
	relationsOf: ReadonlyMap<string, readonly Relation[]>;
	/** Claims of each line in its versions' order, each once, by the line's id. */
	claimsOf: ReadonlyMap<string, readonly Claim[]>;
};

/** Groups relations under both of their claims. */
function relationsByClaim(relations: readonly Relation[]): Map<string, Relation[]> {
	const found = new Map<string, Relation[]>();
	for (const relation of relations)
		for (const claim of new Set([relation.a, relation.b])) {
			const list = found.get(claim);
			if (list) list.push(relation);
			else found.set(claim, [relation]);
		}
	return found;
}

/** Makes the look-ups of a comparison, in time proportional to its size. */
export function indexComparison(comparison: Comparison): ComparisonIndex {
	const claims = new Map(comparison.claims.map((claim) => [claim.id, claim]));
	const lineOf = new Map<string, Line>();
	const claimsOf = new Map<string, Claim[]>();
	for (const line of comparison.lines) {
		const ids = new Set(line.versions.flatMap((version) => version.claims));
		for (const id of ids) lineOf.set(id, line);
		claimsOf.set(
			line.id,
			[...ids].flatMap((id) => claims.get(id) ?? [])
		);
	}
	return {
		comparison,
		claims,
		accounts: new Map(comparison.accounts.map((account) => [account.id, account])),
		names: accountNames(comparison.accounts),
		lines: new Map(comparison.lines.map((line) => [line.id, line])),
		lineOf,
		relationsOf: relationsByClaim(comparison.relations),
		claimsOf
	};
}

/** What an account is called on screen. */
export function nameOf(index: ComparisonIndex, account: string): string {
	return index.names.get(account) ?? account;
}

/** How many accounts carry a line; a draft is none. */
export function carriersOf(line: Line, { accounts, claimsOf }: ComparisonIndex): number {
	const carriers = new Set((claimsOf.get(line.id) ?? []).map((claim) => claim.account));
	return [...carriers].filter((id) => accounts.get(id)?.draft !== true).length;
}

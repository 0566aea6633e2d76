import type { Claim, Line } from '#lib/model/index.ts';
import { type ComparisonIndex, nameOf } from './comparison-index.ts';

/** What one of the others says, word for word. */
export type Said = { claim: string; account: string; name: string; text: string };

export type DraftLine = { line: string; title: string; accounts: number; origins: number; said: Said[] };

/** A person's own draft beside what others published. */
export type DraftView = {
	/** Lines that two accounts or more carry and the draft does not, the most carried first. */
	missing: DraftLine[];
	/** Lines on which the draft conflicts with another, with the words of both. */
	against: (DraftLine & { own: string; reason: string })[];
};

const SAID = 6;

function saidOn(claims: readonly Claim[], index: ComparisonIndex): Said[] {
	const first = new Map<string, Claim>();
	for (const claim of claims) if (!first.has(claim.account)) first.set(claim.account, claim);
	return [...first.values()].slice(0, SAID).map(({ id, account, text }) => ({
		claim: id,
		account,
		name: nameOf(index, account),
		text
	}));
}

function lineOf(line: Line, claims: readonly Claim[], index: ComparisonIndex): DraftLine {
	return {
		line: line.id,
		title: line.title,
		accounts: new Set(claims.map(({ account }) => account)).size,
		origins: line.origins.length,
		said: saidOn(claims, index)
	};
}

/** What a draft leaves out of what two others or more carry, and where it says otherwise than they do. */
export function draftView(account: string, index: ComparisonIndex): DraftView {
	const isOthers = (claim: Claim) => index.accounts.get(claim.account)?.draft !== true;
	const claimsOf = (line: Line) => index.claimsOf.get(line.id) ?? [];
	const missing = index.comparison.lines
		.filter((line) => !claimsOf(line).some((claim) => claim.account === account))
		.map((line) => lineOf(line, claimsOf(line).filter(isOthers), index))
		.filter((line) => line.accounts > 1)
		.sort((a, b) => b.accounts - a.accounts || b.origins - a.origins);
	const against = index.comparison.lines.flatMap((line) => {
		const [surest] = claimsOf(line)
			.filter((claim) => claim.account === account)
			.flatMap((own) =>
				(index.relationsOf.get(own.id) ?? []).flatMap(({ kind, a, b, reason, score }) => {
					const other = index.claims.get(a === own.id ? b : a);
					return kind === 'conflicts' && other && isOthers(other) ? { own, other, reason, score } : [];
				})
			)
			.sort((x, y) => y.score - x.score || y.own.text.length - x.own.text.length);
		if (surest === undefined) return [];
		const { own, other, reason } = surest;
		return [{ ...lineOf(line, [other], index), own: own.text, reason: reason.text }];
	});
	return { missing, against };
}

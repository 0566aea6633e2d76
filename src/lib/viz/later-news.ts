import type { Claim, Relation } from '#lib/model/index.ts';
import { type ComparisonIndex, nameOf } from './comparison-index.ts';
import { updatePairs, versionsFor, whenOf } from './first-carried.ts';

export type Said = { claim: string; account: string; name: string; publishedAt?: string; text: string };

/** One piece of later news on a line: who said what, what others say since, and who still gave the earlier one. */
export type Update = {
	key: string;
	line: string;
	title: string;
	/** Why the one is later news, where there is one pair only: of several each has its own names in it. */
	reason: string;
	/** Those who said the earlier, and those who say the later, each account once, in order of publication. */
	earlier: Said[];
	later: Said[];
	still: string[];
};

/** What a claim of a pair gives: the value that the pair is about, else its version, else its words. */
function given(claim: Claim, relation: Relation, version: string | undefined): string {
	const words = relation.reason.evidence.find((one) => one.claim === claim.id);
	const value = words && claim.values.find((one) => one.start < words.end && words.start < one.end);
	if (value) {
		const bounds = [value.low, value.high, value.from, value.to];
		return `${value.kind} ${bounds.some((one) => one !== undefined) ? bounds.join() : value.text.toLowerCase()}`;
	}
	return version ?? claim.text.toLowerCase();
}

/** Adds what somebody said to a list, in order of publication; an account that is in it says so once. */
function add(list: Said[], said: Said): Said[] {
	if (list.some((one) => one.account === said.account)) return list;
	return [...list, said].sort((a, b) => ((a.publishedAt ?? '9999') < (b.publishedAt ?? '9999') ? -1 : 1));
}

/**
 * Later news, once for each step of a line: ten accounts that gave three dead before five gave four are one step,
 * not fifty pairs.
 */
export function updates(index: ComparisonIndex): Update[] {
	const versionsOfLine = versionsFor(index);
	const said = (claim: Claim): Said => {
		const publishedAt = whenOf(index, claim);
		return {
			claim: claim.id,
			account: claim.account,
			name: nameOf(index, claim.account),
			...(publishedAt ? { publishedAt } : {}),
			text: claim.text
		};
	};
	const steps = new Map<string, Update>();
	for (const { relation, line, earlier, later } of updatePairs(index)) {
		const versions = versionsOfLine(line);
		const old = versions.get(earlier.id)?.id;
		const since = whenOf(index, later) ?? '9999';
		const still = (index.claimsOf.get(line.id) ?? []).filter(
			(claim) =>
				old !== undefined &&
				claim.account !== later.account &&
				versions.get(claim.id)?.id === old &&
				(whenOf(index, claim) ?? '') > since
		);
		const sides = [earlier, later].map((claim) => given(claim, relation, versions.get(claim.id)?.id));
		const key = [line.id, ...sides].join('~');
		const known = steps.get(key);
		steps.set(key, {
			key,
			line: line.id,
			title: line.title,
			reason: known ? '' : relation.reason.text,
			earlier: add(known?.earlier ?? [], said(earlier)),
			later: add(known?.later ?? [], said(later)),
			still: [...new Set([...(known?.still ?? []), ...still.map((claim) => said(claim).name)])]
		});
	}
	return [...steps.values()];
}

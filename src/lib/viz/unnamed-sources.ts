import { type ComparisonIndex, nameOf } from './comparison-index.ts';
import { plainName } from './origins.ts';

/** An unnamed source as one account describes it. */
export type UnnamedSource = {
	key: string;
	account: string;
	source: string;
	description: string;
	/** Why the account does not name it, in its words. */
	reasons: string[];
	claims: { claim: string; text: string }[];
	/** Other accounts whose unnamed source is taken to be the same. */
	sameAs: string[];
};

/** The ledger of unnamed sources: every one that an account cites, with how it is described and why it is not named. */
export function unnamedSources(index: ComparisonIndex): UnnamedSource[] {
	const found = new Map<string, UnnamedSource & { same: Set<string> }>();
	for (const claim of index.comparison.claims)
		for (const link of claim.attribution) {
			if (link.named) continue;
			const description = link.describedAs ?? link.name;
			const key = `${claim.account}\n${plainName(description)}`;
			const entry = found.get(key) ?? {
				key,
				account: claim.account,
				source: nameOf(index, claim.account),
				description,
				reasons: [],
				claims: [],
				sameAs: [],
				same: new Set<string>()
			};
			found.set(key, entry);
			if (link.reason && !entry.reasons.includes(link.reason)) entry.reasons.push(link.reason);
			entry.claims.push({ claim: claim.id, text: claim.text });
			for (const origin of index.lineOf.get(claim.id)?.origins ?? [])
				if (!origin.named && origin.accounts.includes(claim.account))
					for (const other of origin.accounts)
						if (other !== claim.account) entry.same.add(nameOf(index, other));
		}
	return [...found.values()]
		.map(({ same, ...entry }) => ({ ...entry, sameAs: [...same].sort() }))
		.sort((a, b) => b.claims.length - a.claims.length || (a.key < b.key ? -1 : 1));
}

import type { Origin } from '#lib/model/index.ts';
import { byText } from '../comparison.ts';
import type { Gist } from '../lines/gist.ts';
import { holderKey } from '../relations/holders.ts';

/** The independent origins behind a line's claims, the most carried first. */
export function countOrigins(gists: readonly Gist[]): Origin[] {
	const origins = new Map<string, Origin>();
	for (const { claim } of [...gists].sort((a, b) => byText(a.claim.id, b.claim.id))) {
		const key = holderKey(claim);
		const origin = origins.get(key) ?? { name: claim.holder, named: claim.voice !== 'unnamed', accounts: [] };
		if (!origin.accounts.includes(claim.account)) origin.accounts.push(claim.account);
		origins.set(key, origin);
	}
	return [...origins.values()]
		.map((origin) => ({ ...origin, accounts: origin.accounts.sort(byText) }))
		.sort((a, b) => b.accounts.length - a.accounts.length || byText(a.name, b.name));
}

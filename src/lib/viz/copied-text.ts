import type { Account } from '#lib/model/index.ts';
import { accountNames } from './account-names.ts';
import { wordsOf } from './word-diff.ts';

/** An account whose words stand in an earlier one too: agency copy, or a statement printed as it came. */
export type Copied = { account: string; source: string; from: string; fromSource: string; share: number };

/** Words in a row that nobody writes twice by chance. */
const RUN = 8;
/** Share of an account's runs from which on it is worth a remark. */
const ENOUGH = 0.2;

/** Agencies and those who spoke first come first: where two share words, the later has them from the earlier. */
function byPublication(a: Account, b: Account): number {
	const when = (account: Account) => account.publishedAt?.slice(0, 10) ?? '9999';
	const copy = (account: Account) => (account.source.kind === 'outlet' ? 1 : 0);
	const at = (account: Account) => account.publishedAt ?? '9999';
	if (when(a) !== when(b)) return when(a) < when(b) ? -1 : 1;
	return copy(a) - copy(b) || (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : a.id < b.id ? -1 : 1);
}

/** Accounts of which a fifth or more stands word for word in one earlier account. */
export function copiedText(accounts: readonly Account[]): Copied[] {
	const first = new Map<string, string>();
	const byId = new Map(accounts.map((account) => [account.id, account]));
	const names = accountNames(accounts);
	const found: Copied[] = [];
	for (const account of [...accounts].sort(byPublication)) {
		if (account.rendering !== 'verbatim') continue;
		const keys = wordsOf(account.text).map((word) => word.key);
		const runs = new Set(keys.slice(RUN - 1).map((_, at) => keys.slice(at, at + RUN).join(' ')));
		const votes = new Map<string, number>();
		for (const run of runs) {
			const from = first.get(run);
			if (from === undefined) first.set(run, account.id);
			else votes.set(from, (votes.get(from) ?? 0) + 1);
		}
		const best = [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
		const source = best && byId.get(best[0]);
		if (best && source && best[1] >= ENOUGH * runs.size)
			found.push({
				account: account.id,
				source: names.get(account.id) ?? account.source.name,
				from: source.id,
				fromSource: names.get(source.id) ?? source.source.name,
				share: best[1] / runs.size
			});
	}
	return found.sort((a, b) => b.share - a.share);
}

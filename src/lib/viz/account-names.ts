import { utcFormat } from 'd3';
import type { Source } from '#lib/model/index.ts';
import { readMoment } from './moments.ts';

type Named = { id: string; source: Pick<Source, 'name'>; title: string; publishedAt?: string };

/** Characters of a title that stand behind a source's name. */
const TITLE = 32;

const DAY = utcFormat('%-d %b');
const YEAR = utcFormat('%-d %b %Y');
const MINUTE = utcFormat('%-d %b, %H:%M');

function written(format: (date: Date) => string, iso: string | undefined): string | null {
	const at = iso === undefined ? null : readMoment(iso);
	return at === null ? null : format(new Date(at));
}

function titleOf({ title }: Named): string | null {
	const text = title.trim();
	if (text === '') return null;
	return `“${text.length > TITLE ? `${text.slice(0, TITLE - 1).trimEnd()}…` : text}”`;
}

/** What can be written behind a name, the shortest first. */
const WAYS: ((account: Named) => string | null)[] = [
	(account) => written(DAY, account.publishedAt),
	(account) => written(YEAR, account.publishedAt),
	(account) => (account.publishedAt?.includes('T') ? written(MINUTE, account.publishedAt) : null),
	titleOf
];

/** What tells the accounts of one source apart: the first way in which no two are the same, else their number. */
function suffixes(accounts: readonly Named[]): string[] {
	for (const way of WAYS) {
		const found = accounts.flatMap((account) => way(account) ?? []);
		if (new Set(found).size === accounts.length) return found;
	}
	return accounts.map((_, at) => String(at + 1));
}

/**
 * What each account is called on screen, by its id: its source's name, and where one source has several
 * accounts, what tells them apart ("Courier, 21 Jun").
 */
export function accountNames(accounts: readonly Named[]): Map<string, string> {
	const bySource = new Map<string, Named[]>();
	for (const account of accounts) {
		const key = account.source.name.trim().toLowerCase();
		bySource.set(key, [...(bySource.get(key) ?? []), account]);
	}
	return new Map(
		[...bySource.values()].flatMap((same) => {
			if (same.length === 1) return same.map(({ id, source }) => [id, source.name] as const);
			const told = suffixes(same);
			return same.map(({ id, source }, at) => [id, `${source.name}, ${told[at]}`] as const);
		})
	);
}

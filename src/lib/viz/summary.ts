import { type Event, SOURCE_KINDS, type SourceKind, withoutDrafts } from '#lib/model/index.ts';
import { countOrigins } from './origins.ts';

/** An event in numbers; `null` where they are not known until it has been compared. */
export type Summary = {
	accounts: number;
	kinds: { kind: SourceKind; count: number }[];
	lines: number | null;
	disputed: number | null;
	origins: number | null;
	/** First and last date of publication, ISO. */
	first?: string;
	last?: string;
};

/** Counts what an event's card and header show; a draft is no account of the event. */
export function summarise(event: Event): Summary {
	const { accounts, comparison } = withoutDrafts(event);
	const dates = accounts.flatMap((account) => account.publishedAt ?? []).sort();
	const [first, last] = [dates[0], dates.at(-1)];
	return {
		accounts: accounts.length,
		kinds: SOURCE_KINDS.map((kind) => ({
			kind,
			count: accounts.filter((account) => account.source.kind === kind).length
		})).filter(({ count }) => count > 0),
		lines: comparison?.lines.length ?? null,
		disputed: comparison?.lines.filter((line) => line.state === 'disputed').length ?? null,
		origins: comparison ? countOrigins(comparison) : null,
		...(first ? { first } : {}),
		...(last ? { last } : {})
	};
}

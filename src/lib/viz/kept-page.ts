import type { Account, Comparison, Event } from '#lib/model/index.ts';
import { countWords } from './account-reading.ts';
import { indexComparison, nameOf } from './comparison-index.ts';
import { type Glance, glance } from './glance.ts';
import { lineDetail, type LineDetail } from './line-detail.ts';
import { type Lineup, lineup } from './lineup.ts';
import { type OriginFlag, originFlags } from './origin-flags.ts';
import { type Origins, origins } from './origins.ts';
import { reviewedIds } from './reviewed.ts';
import { shownLines } from './shown-lines.ts';

/** An account as it stands in the list of a page to keep: where its words can be read, not the words. */
export type KeptAccount = Omit<Account, 'text'> & { name: string; words: number; unread?: string };

/** All that a page to keep shows of an event. */
export type KeptPage = {
	title: string;
	what?: string;
	when?: string;
	engine: Comparison['engine'];
	/** When the page was made, ISO. */
	madeAt: string;
	/** Whether a person's own drafts are on it. */
	drafts: boolean;
	lineup: Lineup;
	glance: Glance;
	/** Every line with all its claims, in the lineup's order. */
	lines: LineDetail[];
	accounts: KeptAccount[];
	origins: Origins;
	flags: Omit<OriginFlag, 'shown'>[];
	/** Ids of lines and claims on which a person decided. */
	reviewed: Record<string, true>;
};

/** What a page to keep shows: the whole comparison, folded and paged nowhere. */
export function keptPage(
	event: Pick<Event, 'title' | 'what' | 'when' | 'accounts'> & { comparison: Comparison },
	madeAt: string
): KeptPage {
	const { title, what, when, comparison } = event;
	const index = indexComparison(comparison);
	const accounts = new Map(event.accounts.map((account) => [account.id, account]));
	const summaries = event.accounts.filter(({ rendering }) => rendering === 'summary');
	const view = lineup(index, {
		columns: 'accounts',
		wide: true,
		unfolded: true,
		summaries: new Set(summaries.map(({ id }) => id))
	});
	return {
		title,
		...(what ? { what } : {}),
		...(when ? { when } : {}),
		engine: comparison.engine,
		madeAt,
		drafts: event.accounts.some(({ rendering }) => rendering === 'draft'),
		lineup: view,
		glance: glance(index),
		lines: shownLines(index, {}).map((line) => lineDetail(line, index, accounts, { all: true })),
		accounts: view.columns.flatMap(({ id }) => {
			const account = accounts.get(id);
			if (!account) return [];
			const { text, ...rest } = account;
			const unread = index.accounts.get(id)?.unread;
			return [{ ...rest, name: nameOf(index, id), words: countWords(text), ...(unread ? { unread } : {}) }];
		}),
		origins: origins(index),
		flags: originFlags(index, []).map(({ shown: _shown, ...flag }) => flag),
		reviewed: reviewedIds(index)
	};
}

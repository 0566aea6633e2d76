import { isForeign } from '#lib/engine/languages/index.ts';
import { withoutDrafts, type Event } from '#lib/model/index.ts';
import { eventOf } from '#lib/server/event-index.ts';
import { byPublication, indexOf } from '#lib/server/event-views.ts';
import { latestJob } from '#lib/server/jobs/index.ts';
import { shownJob } from '#lib/server/shown-job.ts';
import { isStale } from '#lib/server/store/index.ts';
import { readFilters } from '#lib/state/event-address.ts';
import { accountNames } from '#lib/viz/account-names.ts';
import { countWords } from '#lib/viz/account-reading.ts';
import { glance } from '#lib/viz/glance.ts';
import { lineup } from '#lib/viz/lineup.ts';
import { lineupMap } from '#lib/viz/lineup-map.ts';
import { reviewedIds } from '#lib/viz/reviewed.ts';
import { summarise } from '#lib/viz/summary.ts';
import { lineupOptions } from '../lineup-options.ts';
import type { LayoutServerLoad } from './$types';

function listed(event: Event) {
	const claims = new Map<string, number>();
	for (const { account } of event.comparison?.claims ?? [])
		claims.set(account, (claims.get(account) ?? 0) + 1);
	const names = accountNames(event.accounts);
	return byPublication(event.accounts).map(
		({ id, source, title, publishedAt, text, truncated, rendering, language }) => ({
			id,
			name: names.get(id) ?? source.name,
			source,
			title,
			...(publishedAt ? { publishedAt } : {}),
			words: countWords(text),
			claims: claims.get(id) ?? 0,
			truncated,
			...(language && isForeign({ text, language }) ? { unread: language } : {}),
			rendering
		})
	);
}

/**
 * What a change of the open cell leaves as it is: the event, and the matrix or the list of accounts. Only the
 * filters are read from the address, so that opening a cell loads the panel alone.
 */
export const load: LayoutServerLoad = async ({ params, url, depends, locals }) => {
	depends('lateral:event');
	const event = await eventOf(params.id, locals.role);
	const filters = readFilters(url.searchParams);
	const index = indexOf(event);
	const order = byPublication(event.accounts).map((account) => account.id);
	return {
		filters,
		event: {
			id: event.id,
			name: event.name,
			title: event.title,
			...(event.what ? { what: event.what } : {}),
			sample: event.sample ?? false,
			summary: summarise(event)
		},
		stale: isStale(event),
		job: shownJob(latestJob(event.id)),
		accounts: listed(event),
		lineup: index && filters.view === 'lineup' ? lineup(index, lineupOptions(event, filters)) : null,
		map: index && filters.view === 'lineup' ? lineupMap(index, filters, order) : null,
		reviewed: index ? reviewedIds(index) : {},
		glance: index && filters.view === 'lineup' ? glance(indexOf(withoutDrafts(event)) ?? index) : null
	};
};

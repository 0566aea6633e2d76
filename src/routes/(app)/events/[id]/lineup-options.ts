import type { Event } from '#lib/model/index.ts';
import type { Filters } from '#lib/state/event-address.ts';
import type { LineupOptions } from '#lib/viz/lineup.ts';

/** What an event's lineup is made with, from the filters in the address. */
export function lineupOptions(event: Event, filters: Filters): LineupOptions {
	const { view: _view, ...options } = filters;
	const summaries = event.accounts.filter((account) => account.rendering === 'summary');
	return { ...options, summaries: new Set(summaries.map((account) => account.id)) };
}

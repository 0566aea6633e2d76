import { type Event, isEventId } from '#lib/model/index.ts';
import type { ComparisonIndex } from '#lib/viz/comparison-index.ts';
import { indexOf } from './event-views.ts';
import { errorPage } from './failure.ts';
import { getStore } from './store/index.ts';

/** The event of a page with the look-ups of its comparison; leaves for the error page where there is none. */
export async function eventWithIndex(id: string): Promise<{ event: Event; index: ComparisonIndex | null }> {
	const event = isEventId(id) ? await getStore().get(id) : null;
	if (!event) errorPage({ code: 'not_found' });
	return { event, index: indexOf(event) };
}

import { withoutDrafts, type Event } from '#lib/model/index.ts';
import { getStore } from '#lib/server/store/index.ts';
import { miniature, type Miniature } from '#lib/viz/miniature.ts';
import { type Summary, summarise } from '#lib/viz/summary.ts';
import type { PageServerLoad } from './$types';

type Drawn = { summary: Summary; miniature: Miniature | null };

/** Drawn once for each version of an event: the store never mutates one. */
const cards = new WeakMap<Event, Drawn>();

function draw(event: Event): Drawn {
	const drawn = cards.get(event) ?? {
		summary: summarise(event),
		miniature: event.comparison ? miniature(event.comparison) : null
	};
	cards.set(event, drawn);
	return drawn;
}

/** A card for each event, newest change first. */
export const load: PageServerLoad = async ({ depends }) => {
	depends('lateral:events');
	const events = (await getStore().list()).map(withoutDrafts);
	return {
		events: events.map((event) => ({
			id: event.id,
			title: event.title,
			...(event.what ? { what: event.what } : {}),
			sample: event.sample ?? false,
			...draw(event)
		}))
	};
};

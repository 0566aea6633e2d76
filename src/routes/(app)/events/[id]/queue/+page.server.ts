import { eventWithIndex } from '#lib/server/event-index.ts';
import {
	decidePairAction,
	keptJustNow,
	queueOf,
	readWho,
	undoAction,
	whoSaidAction
} from '#lib/server/reviews/index.ts';
import type { Actions, PageServerLoad } from './$types';

const readSkipped = (text: string | null) => Math.max(0, Math.trunc(Number(text)) || 0);

/** The question to decide on next. */
export const load: PageServerLoad = async ({ params, url, cookies, locals }) => {
	const { event, index } = await eventWithIndex(params.id, locals.role);
	return {
		event: { id: event.id, title: event.title, compared: index !== null },
		...queueOf(event, readSkipped(url.searchParams.get('skip'))),
		who: readWho(cookies),
		seen: event.reviews?.length ?? 0,
		kept: keptJustNow(event, url.searchParams.get('kept'))
	};
};

export const actions: Actions = {
	decide: decidePairAction,
	who: whoSaidAction,
	undo: (acting) => undoAction(acting, false)
};

import { publishedWithIndex } from '#lib/server/event-index.ts';
import { agreement } from '#lib/viz/agreement.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
	const { index } = await publishedWithIndex(params.id);
	if (!index) return { view: null };
	const by = url.searchParams.get('by') === 'holders' ? ('holders' as const) : ('accounts' as const);
	const { parties, pairs, more } = agreement(index, by);
	const [a, b] = [url.searchParams.get('a'), url.searchParams.get('b')];
	return {
		view: {
			by,
			parties,
			more,
			// Only the chosen pair's lines travel: all of them together are as many as the square of the parties.
			pairs: pairs.map(({ lines: _lines, ...pair }) => pair),
			open: pairs.find((pair) => (pair.a === a && pair.b === b) || (pair.a === b && pair.b === a)) ?? null
		}
	};
};

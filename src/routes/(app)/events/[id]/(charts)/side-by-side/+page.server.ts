import { eventWithIndex } from '#lib/server/event-index.ts';
import { agreement, widestPair } from '#lib/viz/agreement.ts';
import { sideBySide } from '#lib/viz/side-by-side.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
	const { event, index } = await eventWithIndex(params.id);
	if (!index || event.accounts.length < 2) return { view: null };
	const account = (id: string | null | undefined) => event.accounts.find((one) => one.id === id);
	const asked = [account(url.searchParams.get('a')), account(url.searchParams.get('b'))] as const;
	const widest = asked[0] && asked[1] ? null : widestPair(agreement(index, 'accounts'));
	const left = asked[0] ?? account(widest?.a) ?? event.accounts[0]!;
	const right =
		[asked[1], account(widest?.b), account(widest?.a), event.accounts[1], event.accounts[0]].find(
			(one) => one && one.id !== left.id
		) ?? event.accounts[1]!;
	return {
		view: {
			...sideBySide(left, right, index),
			open: url.searchParams.get('pair') ?? '',
			only: url.searchParams.get('only') === 'conflicts',
			words: url.searchParams.get('words') === 'plain' ? false : true
		}
	};
};

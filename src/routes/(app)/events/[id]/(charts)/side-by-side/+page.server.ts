import { eventWithIndex } from '#lib/server/event-index.ts';
import { agreement, widestPair } from '#lib/viz/agreement.ts';
import { allWordings } from '#lib/viz/all-wordings.ts';
import { quoteForms } from '#lib/viz/quote-forms.ts';
import { shownLines } from '#lib/viz/shown-lines.ts';
import { sideBySide } from '#lib/viz/side-by-side.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals }) => {
	const { event, index } = await eventWithIndex(params.id, locals.role);
	if (!index || event.accounts.length < 2) return { view: null, stacked: null, lines: [], utterances: [] };
	const several = shownLines(index, {}).filter(({ id }) => (index.claimsOf.get(id)?.length ?? 0) > 2);
	const lines = several.map(({ id, title }) => ({ id, title }));
	const line = index.lines.get(url.searchParams.get('line') ?? '');
	const accounts = new Map(event.accounts.map((one) => [one.id, one]));
	const stacked = line ? allWordings(line, index, accounts) : null;
	if (stacked) return { view: null, stacked, lines, utterances: [] };
	const account = (id: string | null | undefined) => event.accounts.find((one) => one.id === id);
	const asked = [account(url.searchParams.get('a')), account(url.searchParams.get('b'))] as const;
	const widest = asked[0] && asked[1] ? null : widestPair(agreement(index, 'accounts'));
	const left = asked[0] ?? account(widest?.a) ?? event.accounts[0]!;
	const right =
		[asked[1], account(widest?.b), account(widest?.a), event.accounts[1], event.accounts[0]].find(
			(one) => one && one.id !== left.id
		) ?? event.accounts[1]!;
	return {
		stacked: null,
		lines,
		utterances: quoteForms(event.accounts),
		view: {
			...sideBySide(left, right, index),
			open: url.searchParams.get('pair') ?? '',
			only: url.searchParams.get('only') === 'conflicts',
			words: url.searchParams.get('words') === 'plain' ? false : true
		}
	};
};

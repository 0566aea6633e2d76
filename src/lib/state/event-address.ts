import { VOICES, type Voice } from '#lib/model/index.ts';

export const VIEWS = ['lineup', 'accounts'] as const;
export type View = (typeof VIEWS)[number];

/** What decides which rows and columns an event's page shows. */
export type Filters = {
	view: View;
	columns: 'accounts' | 'holders';
	disputed: boolean;
	voice?: Voice;
	/** Whether the long group of lines in one account only is shown whole. */
	unfolded: boolean;
};

/** What is open on the page: a line, or one cell of it (an account's id or a holder's key), an account, a claim. */
export type Selection = { line?: string; column?: string; account?: string; claim?: string };

export type Address = Filters & Selection;

type Params = Pick<URLSearchParams, 'get'>;

/** Reads the filters; anything unknown is as if it was not there. */
export function readFilters(params: Params): Filters {
	const voice = VOICES.find((one) => one === params.get('voice'));
	return {
		view: params.get('view') === 'accounts' ? 'accounts' : 'lineup',
		columns: params.get('columns') === 'holders' ? 'holders' : 'accounts',
		disputed: params.get('only') === 'disputed',
		...(voice ? { voice } : {}),
		unfolded: params.get('lines') === 'all'
	};
}

/** Reads what is open. */
export function readSelection(params: Params): Selection {
	const cell = params.get('cell') ?? '';
	const cut = cell.indexOf('~');
	const line = cut === -1 ? cell : cell.slice(0, cut);
	const column = cut === -1 ? '' : cell.slice(cut + 1);
	const account = params.get('account') ?? '';
	const claim = params.get('claim') ?? '';
	return {
		...(line ? { line } : {}),
		...(line && column ? { column } : {}),
		...(account ? { account } : {}),
		...(claim ? { claim } : {})
	};
}

/**
 * The address of a state of an event's page, relative to the event: only what differs from the plain lineup
 * is written, so that equal states have equal addresses.
 */
export function addressOf(state: Partial<Address>): string {
	const params = new URLSearchParams();
	if (state.view === 'accounts') params.set('view', 'accounts');
	if (state.columns === 'holders') params.set('columns', 'holders');
	if (state.disputed) params.set('only', 'disputed');
	if (state.voice) params.set('voice', state.voice);
	if (state.unfolded) params.set('lines', 'all');
	if (state.account) params.set('account', state.account);
	if (state.line) params.set('cell', state.column ? `${state.line}~${state.column}` : state.line);
	if (state.claim) params.set('claim', state.claim);
	return `?${params}`;
}

import { SOURCE_KINDS, type SourceKind, VOICES, type Voice } from '#lib/model/index.ts';

export const VIEWS = ['lineup', 'accounts'] as const;
export type View = (typeof VIEWS)[number];

/** What decides which rows and columns an event's page shows. */
export type Filters = {
	view: View;
	columns: 'accounts' | 'holders';
	disputed: boolean;
	voice?: Voice;
	/** Only lines with a conflict of this kind (a reason's code). */
	conflict?: string;
	/** Only lines that a source of this kind speaks to. */
	kind?: SourceKind;
	/** Only lines on which this account says nothing. */
	silent?: string;
	/** A first look: few lines, and the words explained. */
	easy: boolean;
	/** Whether long groups are shown whole. */
	unfolded: boolean;
	/** The first column shown, counted from 1, where there are more than a page holds. */
	from?: number;
};

/** What is open on the page: a line, or one cell of it (an account's id or a holder's key), an account, a claim. */
export type Selection = {
	line?: string;
	column?: string;
	account?: string;
	claim?: string;
	/** The review form that is open (`writeAsk`). */
	ask?: string;
};

export type Address = Filters & Selection;

/** Where a line, or one cell of it, opens. */
export type HrefOf = (at: { line: string; column?: string }) => string;

type Params = Pick<URLSearchParams, 'get'>;

/** Reads the filters; anything unknown is as if it was not there. */
export function readFilters(params: Params): Filters {
	const voice = VOICES.find((one) => one === params.get('voice'));
	const kind = SOURCE_KINDS.find((one) => one === params.get('kind'));
	const [conflict, silent] = [params.get('conflict'), params.get('silent')];
	const from = Number(params.get('from'));
	return {
		view: params.get('view') === 'accounts' ? 'accounts' : 'lineup',
		columns: params.get('columns') === 'holders' ? 'holders' : 'accounts',
		disputed: params.get('only') === 'disputed',
		...(voice ? { voice } : {}),
		...(conflict ? { conflict } : {}),
		...(kind ? { kind } : {}),
		...(silent ? { silent } : {}),
		...(Number.isInteger(from) && from > 1 && from < 10_000 ? { from } : {}),
		easy: params.get('mode') === 'easy',
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
	const ask = params.get('ask') ?? '';
	return {
		...(line ? { line } : {}),
		...(line && column ? { column } : {}),
		...(account ? { account } : {}),
		...(claim ? { claim } : {}),
		...(ask ? { ask } : {})
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
	if (state.conflict) params.set('conflict', state.conflict);
	if (state.kind) params.set('kind', state.kind);
	if (state.silent) params.set('silent', state.silent);
	if (state.easy) params.set('mode', 'easy');
	if (state.from) params.set('from', String(state.from));
	if (state.unfolded) params.set('lines', 'all');
	if (state.account) params.set('account', state.account);
	if (state.line) params.set('cell', state.column ? `${state.line}~${state.column}` : state.line);
	if (state.claim) params.set('claim', state.claim);
	if (state.ask) params.set('ask', state.ask);
	return `?${params}`;
}

/** The filters that leave lines out, without the columns and what is unfolded. */
export function narrowing(filters: Filters): Partial<Filters> {
	const { disputed, voice, conflict, kind, silent } = filters;
	return {
		...(disputed ? { disputed } : {}),
		...(voice ? { voice } : {}),
		...(conflict ? { conflict } : {}),
		...(kind ? { kind } : {}),
		...(silent ? { silent } : {})
	};
}

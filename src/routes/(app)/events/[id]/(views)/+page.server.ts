import { isForeign, sharedFacts } from '#lib/engine/languages/index.ts';
import type { Account, Event, Line } from '#lib/model/index.ts';
import { findLine } from '#lib/model/index.ts';
import { eventOf } from '#lib/server/event-index.ts';
import { byPublication, indexOf } from '#lib/server/event-views.ts';
import { decideAction, readWho, reviewPanel, undoAction } from '#lib/server/reviews/index.ts';
import {
	addressOf,
	type Filters,
	readFilters,
	readSelection,
	type Selection
} from '#lib/state/event-address.ts';
import { accountNames } from '#lib/viz/account-names.ts';
import { countWords, readAccount } from '#lib/viz/account-reading.ts';
import type { ComparisonIndex } from '#lib/viz/comparison-index.ts';
import { draftView } from '#lib/viz/draft-view.ts';
import { headlineAgainstBody } from '#lib/viz/headline-body.ts';
import { holdersOf } from '#lib/viz/holders.ts';
import { lineDetail, type Panel } from '#lib/viz/line-detail.ts';
import { shownLines } from '#lib/viz/shown-lines.ts';
import { voiceProfiles } from '#lib/viz/voice-profile.ts';
import { labelsOf } from '#lib/server/sources/index.ts';
import type { Actions, PageServerLoad } from './$types';

function placeOf(line: Line, lines: readonly Line[], filters: Filters, selection: Selection): Panel['place'] {
	const at = lines.indexOf(line);
	if (filters.view !== 'lineup' || at === -1) return null;
	const address = (to?: Line) => (to ? addressOf({ ...filters, ...selection, line: to.id }) : undefined);
	const [previous, next] = [address(lines[at - 1]), address(lines[at + 1])];
	return { at: at + 1, of: lines.length, ...(previous ? { previous } : {}), ...(next ? { next } : {}) };
}

/** The line that is open; of one that was called otherwise in an earlier comparison, the one that has its claim now. */
function openLine(index: ComparisonIndex, { claim, line }: Selection): Line | null {
	if (claim) return index.lineOf.get(claim) ?? null;
	return line ? (findLine(line, index.comparison.lines) ?? null) : null;
}

function panelOf(
	event: Event,
	index: ComparisonIndex,
	line: Line,
	filters: Filters,
	selection: Selection
): Panel {
	const accounts = new Map(event.accounts.map((account) => [account.id, account]));
	const { column } = selection;
	const name = column
		? (index.names.get(column) ?? holdersOf(index).get(column)?.name ?? undefined)
		: undefined;
	const open = {
		...(column && name ? { column } : {}),
		...(selection.claim ? { claim: selection.claim } : {})
	};
	return {
		line: lineDetail(line, index, accounts, open),
		place: placeOf(line, shownLines(index, filters), filters, selection),
		...(name ? { column: name } : {}),
		accounts: Object.fromEntries(
			event.accounts.map(({ id, publishedAt, url }) => [
				id,
				{ ...(publishedAt ? { publishedAt } : {}), ...(url ? { url } : {}) }
			])
		)
	};
}

/** What can be compared of an account whose claims are not read. */
function foreignOf(account: Account, all: readonly Account[]) {
	if (!account.language || !isForeign(account)) return null;
	const others = all.filter(({ id, rendering }) => id !== account.id && rendering !== 'draft');
	return { language: account.language, facts: sharedFacts(account, others) };
}

async function openAccount(account: Account, event: Event, index: ComparisonIndex | null, name: string) {
	const { text, sha256: _sha256, ...rest } = account;
	const reading = readAccount(account, index);
	const headline = index ? headlineAgainstBody(account, index) : [];
	const draft = index && account.rendering === 'draft' ? draftView(account.id, index) : null;
	const foreign = foreignOf(account, event.accounts);
	const editions = 1 + (event.editions ?? []).filter((edition) => edition.account.id === account.id).length;
	const labels = await labelsOf(account.source.name);
	return { ...rest, name, labels, foreign, reading, headline, words: countWords(text), editions, draft };
}

/** What is open on the page: a line with its panel, and in the accounts view the account that is read. */
export const load: PageServerLoad = async ({ params, url, cookies, locals }) => {
	const event = await eventOf(params.id, locals.role);
	const filters = readFilters(url.searchParams);
	const selection = readSelection(url.searchParams);
	const index = indexOf(event);
	const line = index && openLine(index, selection);
	const account =
		event.accounts.find(({ id }) => id === selection.account) ?? byPublication(event.accounts)[0] ?? null;
	return {
		selection,
		profiles:
			index && filters.view === 'accounts'
				? voiceProfiles(
						index,
						byPublication(event.accounts).map(({ id }) => id)
					)
				: [],
		panel: index && line ? panelOf(event, index, line, filters, selection) : null,
		review: index
			? reviewPanel(event, index, line, {
					ask: selection.ask,
					params: url.searchParams,
					who: readWho(cookies)
				})
			: null,
		account:
			filters.view === 'accounts' && account
				? await openAccount(account, event, index, accountNames(event.accounts).get(account.id) ?? account.id)
				: null
	};
};

/** What people decide on the claims and the line of the panel, and taking it back. */
export const actions: Actions = { decide: decideAction, undo: undoAction };

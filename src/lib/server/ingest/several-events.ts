import { groupPieces } from '#lib/engine/groups/index.ts';
import type { DraftInput } from '#lib/model/index.ts';
import { readWhen } from './when.ts';

/** Accounts that are looked at: the first. */
const MOST = 250;

export type Piece = Parameters<typeof groupPieces>[0][number];

/** Puts pieces together by event; gives the ids of each group. */
export type GroupIds = (pieces: Piece[]) => string[][] | Promise<string[][]>;

/** Accounts of a form that seem to be about one event, by their places in it. */
export type DraftGroup = { title: string; places: number[] };

const here: GroupIds = (pieces) => groupPieces(pieces).map((group) => [...group.pieces]);

/**
 * The events that the accounts seem to be about, where they are several of two or more accounts each; none where they
 * are not, or one alone stands apart, which a short statement often does.
 */
export async function groupDrafts(
	drafts: readonly DraftInput[],
	group: GroupIds = here
): Promise<DraftGroup[]> {
	const shown = drafts.map((draft, place) => ({ draft, place })).filter(({ draft }) => !draft.isOut);
	if (shown.length < 4) return [];
	const pieces = shown.slice(0, MOST).map(({ draft, place }) => ({
		id: String(place),
		title: draft.title,
		text: draft.text,
		publishedAt: readWhen(draft.publishedAt) ?? undefined
	}));
	const groups = (await group(pieces)).filter((ids) => ids.length > 1);
	if (groups.length < 2) return [];
	return groups.map((ids) => {
		const places = ids.map(Number).sort((a, b) => a - b);
		return { title: drafts[places[0]!]!.title, places };
	});
}

/** A sentence for people on accounts that seem to be about several events; null where they are not. */
export function tellSeveralEvents(groups: readonly DraftGroup[]): string | null {
	if (groups.length < 2) return null;
	const names = groups
		.slice(0, 4)
		.map(({ title, places }) => `“${title}” (${places.map((place) => place + 1).join(', ')})`);
	const more = groups.length > 4 ? `; and ${groups.length - 4} more` : '';
	return `These accounts seem to be about ${groups.length} events: ${names.join('; ')}${more}. Leave out those that belong elsewhere.`;
}

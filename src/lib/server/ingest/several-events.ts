import { groupPieces } from '#lib/engine/groups/index.ts';
import type { DraftForm, DraftInput } from '#lib/model/index.ts';
import { readWhen } from './when.ts';

/** Accounts that are looked at: the first. */
const MOST = 250;

export type Piece = Parameters<typeof groupPieces>[0][number];

/** Puts pieces together by event; gives the ids of each group. */
export type GroupIds = (pieces: Piece[]) => string[][] | Promise<string[][]>;

const here: GroupIds = (pieces) => groupPieces(pieces).map((group) => [...group.pieces]);

/**
 * The form with the events that its accounts seem to be about, where they are several of two or more accounts each;
 * with none where they are not, or where one account alone stands apart, which a short statement often does. What a
 * person has made of an earlier proposal stays: only accounts that came since are put to one.
 */
export async function proposeEvents(form: DraftForm, group: GroupIds = here): Promise<DraftForm> {
	const groups = await groupPlaces(form.drafts, group);
	if (groups.length < 2 && form.events.length === 0) return form;
	const drafts = [...form.drafts];
	const events = [...form.events];
	for (const places of groups) {
		const known = places.map((place) => drafts[place]!.group).find((key) => key !== '');
		const key = known ?? nextKey(events);
		if (known === undefined) events.push({ key, title: drafts[places[0]!]!.title, isIn: true });
		for (const place of places)
			if (drafts[place]!.group === '') drafts[place] = { ...drafts[place]!, group: key };
	}
	return withoutEmpty({ ...form, drafts, events });
}

/** The form with the accounts at these places parted from their events, into one of their own. */
export function splitOff(form: DraftForm, places: readonly number[]): DraftForm {
	const chosen = new Set(places.filter((place) => form.drafts[place] !== undefined));
	if (chosen.size === 0) return form;
	const key = nextKey(form.events);
	const title = form.drafts[Math.min(...chosen)]!.title;
	const drafts = form.drafts.map((draft, place) => (chosen.has(place) ? { ...draft, group: key } : draft));
	return withoutEmpty({ ...form, drafts, events: [...form.events, { key, title, isIn: true }] });
}

/** The places of the accounts that belong to a proposed event and are not left out. */
export function placesOf({ drafts }: DraftForm, key: string): number[] {
	return drafts.flatMap((draft, place) => (draft.group === key && !draft.isOut ? [place] : []));
}

async function groupPlaces(drafts: readonly DraftInput[], group: GroupIds): Promise<number[][]> {
	const shown = drafts.map((draft, place) => ({ draft, place })).filter(({ draft }) => !draft.isOut);
	if (shown.length < 4) return [];
	const pieces = shown.slice(0, MOST).map(({ draft, place }) => ({
		id: String(place),
		title: draft.title,
		text: draft.text,
		publishedAt: readWhen(draft.publishedAt) ?? undefined
	}));
	const groups = (await group(pieces)).filter((ids) => ids.length > 1);
	return groups.map((ids) => ids.map(Number).sort((a, b) => a - b));
}

/**
 * The form without the events of which every account was left out, parted from it or made an event; with none where
 * one is left, which needs no proposal.
 */
export function withoutEmpty(form: DraftForm): DraftForm {
	const whole = form.events.filter(({ key }) => placesOf(form, key).length > 0);
	const events = whole.length > 1 ? whole : [];
	const drafts = form.drafts.map((draft) =>
		draft.group === '' || events.some(({ key }) => key === draft.group) ? draft : { ...draft, group: '' }
	);
	return { ...form, drafts, events };
}

function nextKey(events: DraftForm['events']): string {
	return `e${Math.max(0, ...events.map(({ key }) => Number(key.slice(1)) || 0)) + 1}`;
}

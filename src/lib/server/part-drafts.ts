import { type DraftForm, type EventId } from '#lib/model/index.ts';
import { newWords } from '#lib/i18n/en/new.ts';
import { messageOf, statusOf } from './failure.ts';
import { checkDrafts, createEvent, emptyForm, placesOf, withoutEmpty } from './ingest/index.ts';
import { startComparison } from './jobs/index.ts';
import { checkPosted } from './posted-drafts.ts';
import { getStore } from './store/index.ts';

/** The form with what is left of it; null where every account went into an event. */
export type Parted = { status: number; form: DraftForm } | null;

/** Makes the proposed events that the person has ticked, and has each compared. */
export async function partPosted(request: Request): Promise<Parted> {
	const checked = await checkPosted(request, [], []);
	if (!checked.ok) return checked;
	const { form } = checked;
	const made: string[] = [];
	const gone = new Set<number>();
	const left = () =>
		withoutEmpty({ ...form, drafts: form.drafts.filter((_draft, place) => !gone.has(place)) });
	for (const { key, title, isIn } of form.events) {
		if (!isIn) continue;
		const places = placesOf(form, key);
		const accounts = checkDrafts(
			{ ...form, drafts: places.map((place) => form.drafts[place]!) },
			[],
			messageOf
		);
		if (!accounts.ok || accounts.accounts.length === 0) continue;
		const kept = await createEvent(getStore(), { ...emptyForm(), title }, accounts.accounts);
		if (!kept.ok) {
			return {
				status: statusOf(kept.failure.code),
				form: { ...left(), problems: [messageOf(kept.failure)] }
			};
		}
		for (const place of places) gone.add(place);
		made.push(title);
		startComparison(kept.value.id as EventId);
	}
	const rest = left();
	if (rest.drafts.length === 0) return null;
	const notice = made.length === 0 ? newWords.events.noneMade : newWords.events.made(made);
	return { status: 200, form: { ...rest, notice, title: '', proposed: '' } };
}

import { type DraftForm, type EventId } from '#lib/model/index.ts';
import { messageOf, statusOf } from './failure.ts';
import { checkDrafts, createEvent, emptyForm, groupDrafts } from './ingest/index.ts';
import { groupInThread, startComparison } from './jobs/index.ts';
import { checkPosted } from './posted-drafts.ts';
import { getStore } from './store/index.ts';

/** The form with what is left of it; null where every account went into an event. */
export type Parted = { status: number; form: DraftForm } | null;

/** Makes an event of each group of the posted accounts that seem to be about one, and has each compared. */
export async function partPosted(request: Request): Promise<Parted> {
	const checked = await checkPosted(request, [], []);
	if (!checked.ok) return checked;
	let { form } = checked;
	const made: string[] = [];
	const gone = new Set<number>();
	const left = () => form.drafts.filter((_draft, place) => !gone.has(place));
	for (const { title, places } of await groupDrafts(form.drafts, groupInThread)) {
		const drafts = places.map((place) => form.drafts[place]!);
		const accounts = checkDrafts({ ...form, drafts }, [], messageOf);
		if (!accounts.ok) continue;
		const kept = await createEvent(getStore(), { ...emptyForm(), title }, accounts.accounts);
		if (!kept.ok) {
			form = { ...form, problems: [messageOf(kept.failure)], drafts: left() };
			return { status: statusOf(kept.failure.code), form };
		}
		for (const place of places) gone.add(place);
		made.push(title);
		startComparison(kept.value.id as EventId);
	}
	const drafts = left();
	if (drafts.length === 0) return null;
	const names = made.map((title) => `“${title}”`).join('; ');
	const notice =
		made.length === 0
			? 'These accounts seem to be about one event now. Nothing was made.'
			: `${made.length} events were made and are being compared: ${names}. What is left seems to belong to none of them.`;
	return { status: 200, form: { ...form, drafts, notice, title: '', proposed: '' } };
}

import type { Account, DraftForm, Failure } from '#lib/model/index.ts';
import { addAddresses, pageFetches } from './addresses/index.ts';
import { messageOf, statusOf } from './failure.ts';
import {
	addPosted,
	checkDrafts,
	emptyBoxes,
	readDraftForm,
	proposeEvents,
	splitOff
} from './ingest/index.ts';
import { groupInThread, readFilesInThread } from './jobs/index.ts';
import { sourceNamer } from './sources/index.ts';

/** What was posted and found whole, or the status to answer with and the form to show again. */
export type Checked =
	{ ok: true; form: DraftForm; accounts: Account[] } | { ok: false; status: number; form: DraftForm };

/**
 * The posted form with what was pasted, chosen and fetched read into drafts, and the status to answer with: that of
 * what is wrong where one thing is, 422 where several are. Nothing is kept.
 */
export async function readPosted(
	request: Request,
	kept: readonly Account[]
): Promise<{ status: number; form: DraftForm }> {
	const sent = await request.formData();
	const form = readDraftForm(sent);
	const statuses = new Set<number>();
	const say = (failure: Failure) => {
		statuses.add(statusOf(failure.code));
		return messageOf(failure);
	};
	const name = await sourceNamer();
	const added = await addPosted(form, filesOf(sent), kept, say, readFilesInThread, name);
	const whole = await withEvents(await addAddresses(added, pageFetches(), kept, messageOf, undefined, name));
	const [status = 422, ...others] = statuses;
	return { form: whole, status: whole.problems.length === 0 ? 200 : others.length === 0 ? status : 422 };
}

/** The posted form with what has come of its addresses; boxes that are being typed in stay as they are. */
export async function lookPosted(request: Request, kept: readonly Account[]): Promise<DraftForm> {
	const form = readDraftForm(await request.formData());
	const name = await sourceNamer();
	return withEvents(await addAddresses({ ...form, links: '' }, pageFetches(), kept, messageOf, 0, name));
}

function withEvents(form: DraftForm): Promise<DraftForm> {
	return proposeEvents(form, groupInThread);
}

/** The posted form with the ticked accounts parted from their proposed events, into one of their own. */
export async function splitPosted(request: Request): Promise<DraftForm> {
	const sent = await request.formData();
	return splitOff(readDraftForm(sent), sent.getAll('split').map(Number));
}

/** The posted form with one more box to paste into, for browsers without JavaScript. */
export async function withBox(request: Request): Promise<DraftForm> {
	const form = readDraftForm(await request.formData());
	return { ...form, boxes: [...form.boxes, ...emptyBoxes(1, form.round)] };
}

/**
 * The accounts that the posted form makes, beside those that the event has already (`kept`) and with ids that
 * are not among `taken`. A text that still stands in a box is shown before it is kept, like every other.
 */
export async function checkPosted(
	request: Request,
	kept: readonly Account[],
	taken: readonly string[]
): Promise<Checked> {
	const sent = await request.formData();
	const form = readDraftForm(sent);
	const files = filesOf(sent);
	const isWaiting = form.links.trim() !== '' || form.addresses.some(({ fetch }) => isOnItsWay(fetch));
	if (files.length > 0 || isWaiting || form.boxes.some((box) => box.text.trim() !== '')) {
		const name = await sourceNamer();
		const read = await addPosted(form, files, kept, messageOf, readFilesInThread, name);
		const added = await addAddresses(read, pageFetches(), kept, messageOf, undefined, name);
		const problems =
			added.problems.length > 0 ? added.problems : ['Something more was read. Check it, then compare.'];
		return { ok: false, status: 422, form: { ...added, problems } };
	}
	const checked = checkDrafts(form, taken, messageOf);
	if (!checked.ok) return { ok: false, status: statusOf(checked.failure.code), form: checked.form };
	if (checked.accounts.length > 0) return { ok: true, form, accounts: checked.accounts };
	return {
		ok: false,
		status: 400,
		form: { ...form, problems: ['Every account is left out. Put one back to compare.'] }
	};
}

function isOnItsWay(fetch: string): boolean {
	const state = pageFetches().get(fetch)?.state;
	return state !== undefined && state !== 'failed';
}

/** An empty file field is sent as a file without name and content. */
function filesOf(sent: FormData): File[] {
	return sent.getAll('files').filter((file) => file instanceof File && file.name !== '') as File[];
}

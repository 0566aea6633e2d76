import type { Account, AddressInput, Draft, DraftForm, Failure } from '#lib/model/index.ts';
import { emptyBoxes, type NameSource, takeDraft, withProposedTitle } from '../ingest/index.ts';
import type { PageFetches } from './page-fetches.ts';
import { MOST_ADDRESSES, splitAddresses } from './split-addresses.ts';

/** Milliseconds that a request waits for pages that answer at once, before the page shows them on their way. */
const PATIENCE = 1_200;

/** Failures after which the page itself may well be there: asked for again, it may come. */
const PASSING = new Set<Failure['code']>([
	'busy',
	'cancelled',
	'host_unknown',
	'unreachable',
	'no_answer',
	'too_slow',
	'upstream',
	'robots',
	'error_page',
	'not_found'
]);

/**
 * Sends for the addresses that were typed, and puts what has come among the drafts; what has not stays in the
 * list with how it stands or why it failed. `patience` is how long quick ones are waited for.
 */
export async function addAddresses(
	form: DraftForm,
	pages: PageFetches,
	kept: readonly Account[],
	say: (failure: Failure) => string,
	patience = PATIENCE,
	name: NameSource = (draft) => draft
): Promise<DraftForm> {
	const { asked } = form;
	const known = form.addresses
		.filter(({ url }) => url !== asked.drop && url !== asked.paste)
		.map((item) => (item.url === asked.retry ? start(item.url, 'page') : item));
	for (const { url, fetch } of form.addresses)
		if (url === asked.drop || url === asked.paste) pages.cancel(fetch);

	const typed = splitAddresses(form.links).filter((url) => !known.some((item) => item.url === url));
	const room = Math.max(MOST_ADDRESSES - known.length, 0);
	// One page that a person asks for is theirs to ask for; of many, only what sites let programs fetch.
	const items = [
		...known,
		...typed.slice(0, room).map((url) => start(url, typed.length > 1 ? 'batch' : 'page'))
	];
	await pages.settle(
		items.map(({ fetch }) => fetch),
		patience
	);

	const drafts = [...form.drafts];
	const memo = new Map();
	const addresses: AddressInput[] = [];
	const problems = [...form.problems];
	for (const item of items) {
		const page = pages.get(item.fetch);
		if (page?.state === 'waiting' || page?.state === 'fetching')
			addresses.push({ ...item, state: 'waiting' });
		else if (page?.draft) take(page.draft, item);
		else addresses.push(failed(item, page?.failure ?? { code: 'cancelled' }));
	}
	const boxes = asked.paste
		? [
				...form.boxes.filter((box) => box.text.trim() !== ''),
				...emptyBoxes(1, form.round).map((box) => ({ ...box, url: asked.paste }))
			]
		: form.boxes;
	const next = { ...form, drafts, addresses, problems, boxes, links: typed.slice(room).join('\n') };
	return withProposedTitle({ ...next, asked: { retry: '', paste: '', drop: '' } });

	function start(url: string, purpose: 'page' | 'batch'): AddressInput {
		return {
			url,
			fetch: pages.start(url, purpose),
			state: 'waiting',
			failure: '',
			canRetry: false,
			canPaste: true
		};
	}

	function failed(item: AddressInput, failure: Failure): AddressInput {
		const [canRetry, canPaste] = [PASSING.has(failure.code), failure.code !== 'duplicate'];
		return { ...item, state: 'failed', failure: say(failure), canRetry, canPaste };
	}

	function take(draft: Draft, item: AddressInput): void {
		const failure = takeDraft(draft, item.url, { drafts, kept, memo, name });
		if (failure) addresses.push(failed(item, failure));
	}
}

import { fail } from '@sveltejs/kit';
import { isEventId, type Failure } from '#lib/model/index.ts';
import { splitAddresses } from '#lib/server/addresses/index.ts';
import { readConfig } from '#lib/server/config.ts';
import { messageOf, statusOf } from '#lib/server/failure.ts';
import { feedBook, proposeGroups, rankForEvent, readOpml } from '#lib/server/feeds/index.ts';
import { getStore } from '#lib/server/store/index.ts';
import type { Actions, PageServerLoad } from './$types';

const MINUTE = 60_000;

/** Entries that stand below the groups. */
const MOST_OTHERS = 60;

/** Entries that are proposed for an event. */
const MOST_PROPOSED = 30;

export const load: PageServerLoad = async ({ url }) => {
	const feeds = await feedBook().list();
	const id = url.searchParams.get('event');
	const event = id && isEventId(id) ? await getStore().get(id) : null;
	const found = event && !event.deletedAt ? rankForEvent(event, feeds).slice(0, MOST_PROPOSED) : null;
	const { groups, others } = found ? { groups: [], others: [] } : proposeGroups(feeds);
	const now = Date.now();
	return {
		network: readConfig().network,
		event: event && found ? { id: event.id, title: event.title } : null,
		found: found ?? [],
		groups,
		others: others.slice(0, MOST_OTHERS),
		feeds: feeds.map(({ url: address, title, entries, isCut, checkedAt, failure, isEnded, ...feed }) => ({
			url: address,
			title,
			count: entries.length,
			isCut,
			checkedAt,
			isEnded,
			isWatched: feed.isWatched,
			dueIn: feed.dueAt === null ? null : Math.max(Math.ceil((feed.dueAt - now) / MINUTE), 1),
			failure: failure && messageOf(failure)
		}))
	};
};

export const actions = {
	/** Follows the feeds that were typed, or that a list in OPML names. */
	add: async ({ request }) => {
		const form = await request.formData();
		const typed = String(form.get('feeds') ?? '');
		const list = form.get('list');
		if (list instanceof File && list.size > 0) {
			const feeds = readOpml(await list.text());
			if (feeds === null)
				return fail(422, { typed, problems: [`'${list.name}' is no list of feeds (OPML).`] });
			await feedBook().addAll(feeds);
		}
		const problems: string[] = [];
		const left: string[] = [];
		let failure: Failure | null = null;
		for (const url of splitAddresses(typed)) {
			const added = await feedBook().add(url);
			if (added.ok) continue;
			failure ??= added.failure;
			left.push(url);
			problems.push(`${url}: ${messageOf(added.failure)}`);
		}
		if (failure) return fail(statusOf(failure.code), { typed: left.join('\n'), problems });
		return { typed: '', problems };
	},
	refresh: async () => {
		await feedBook().refresh();
	},
	/** Sets whether Lateral looks at a feed by itself. */
	watch: async ({ request }) => {
		const form = await request.formData();
		await feedBook().watch(String(form.get('url') ?? ''), form.get('by-itself') === 'on');
	},
	remove: async ({ request }) => {
		await feedBook().remove(String((await request.formData()).get('url') ?? ''));
	}
} satisfies Actions;

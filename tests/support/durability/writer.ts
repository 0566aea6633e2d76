/**
 * A process that opens a data folder and writes to it until it is stopped: `writer.js FOLDER SEED`. It says each
 * thing that it was told is kept in one line, `event kind id`, at once.
 */
import { writeSync } from 'node:fs';
import type { EventId } from '../../../src/lib/model/index.ts';
import { openStore, type FolderStore } from '../../../src/lib/server/store/index.ts';
import { must, testAccount, testDraft, testReview } from '../../../src/lib/server/store/invented.ts';
import { randomFrom } from './random.ts';

/** People who decide on something in one event at once. */
const PEOPLE = 16;

/** Decisions after which they turn to another event. */
const DECISIONS = 400;

const say = (...words: string[]) => writeSync(1, `${words.join(' ')}\n`);

async function work(store: FolderStore, random: () => number): Promise<void> {
	const known = [...(await store.list())];
	for (;;) {
		let event = known.find(({ reviews = [] }) => reviews.length < DECISIONS);
		if (event === undefined) {
			event = must(await store.create(testDraft()));
			known.push(event);
			say(event.id, 'event', event.id);
		}
		const id = event.id as EventId;
		const had = event.reviews?.length ?? 0;
		const decisions = Array.from({ length: PEOPLE }, async (_, person) => {
			const name = `r${had + person}`;
			must(await store.appendReviews(id, [testReview(name)], had + person));
			say(id, 'review', name);
		});
		const others: Promise<unknown>[] = [];
		if (random() < 0.1) {
			const name = `a${event.accounts.length}`;
			const added = store.addAccounts(id, [testAccount(name)]);
			others.push(added.then((result) => must(result) && say(id, 'account', name)));
		}
		if (random() < 0.02) others.push(store.compact());
		await Promise.all([...decisions, ...others]);
		known[known.indexOf(event)] = (await store.get(id))!;
	}
}

const [folder, seed] = process.argv.slice(2);
const opened = await openStore(folder!);
if (!opened.ok) {
	say(
		'refused',
		opened.failure.code,
		String(opened.failure.detail?.pid),
		String(opened.failure.detail?.host)
	);
	process.exit(3);
}
say('open');
try {
	await work(opened.value, randomFrom(Number(seed)));
} catch (error) {
	say('stopped', String(error));
	process.exit(4);
}

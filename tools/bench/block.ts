/**
 * A process of its own that does all that a store does with an event, `block.ts FOLDER DRAFT.json`, and prints for how
 * long each thing kept everything else waiting, in milliseconds.
 */
import { readFile } from 'node:fs/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { EventId } from '#lib/model/index.ts';
import { openStore, type EventDraft } from '#lib/server/store/index.ts';
import { must, testReview } from '#lib/server/store/invented.ts';

const TIMES = 10;

/** Milliseconds between two looks at the clock, which stand in every figure. */
const RESOLUTION = 1;

/** The longest wait while something is done: the median of some times, since the machine has other work too. */
async function blockOf(work: (n: number) => Promise<unknown>): Promise<number> {
	const longest: number[] = [];
	for (let n = 0; n < TIMES; n++) {
		const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
		delay.enable();
		await pause(20);
		delay.reset();
		await work(n);
		await pause(20);
		delay.disable();
		longest.push(delay.max / 1e6 - RESOLUTION);
	}
	return longest.sort((a, b) => a - b)[Math.floor(TIMES / 2)]!;
}

const [folder, file] = process.argv.slice(2);
const store = must(await openStore(folder!));
const draft = JSON.parse(await readFile(file!, 'utf8')) as EventDraft;
const id = must(await store.create(draft)).id as EventId;
const { comparison } = draft;
const found = {
	'nothing at all': await blockOf(() => pause(200)),
	'a decision': await blockOf(async (n) => must(await store.appendReviews(id, [testReview(`r${n}`)], n))),
	'a new comparison': await blockOf(async () => must(await store.setComparison(id, { ...comparison! }))),
	'a new generation': await blockOf(() => store.compact()),
	'a new event': await blockOf(async () => must(await store.create(draft)))
};
console.log(JSON.stringify(found));
await store.close();

import { failureMessage } from '#lib/i18n/failures.ts';
import { useAccess } from '../access/current.ts';
import { openAccess } from '../access/index.ts';
import { emptyBin, keepBinEmpty } from '../bin.ts';
import { readConfig } from '../config.ts';
import { stopFeeds, watchFeeds } from '../feeds/index.ts';
import { closeJobs, compareStale, warmJobs } from '../jobs/index.ts';
import { log } from '../log.ts';
import { addSamples } from '../samples.ts';
import { openStore, RESERVE, useStore } from '../store/index.ts';

/** On the process, for the same reason as the store. */
const SHARED = Symbol.for('lateral.start');
const shared = globalThis as { [SHARED]?: Promise<void> };

/** Opens the store and starts what runs beside the pages. Throws, with a sentence for people, when it cannot. */
export function start(): Promise<void> {
	return (shared[SHARED] ??= open());
}

async function open(): Promise<void> {
	const config = readConfig();
	const access = await openAccess(config);
	if (!access.ok) throw new Error(failureMessage(access.failure.code, access.failure.detail));
	useAccess(access.value);
	const opened = await openStore(config.data, { reserve: RESERVE });
	if (!opened.ok) throw new Error(failureMessage(opened.failure.code, opened.failure.detail));
	const store = opened.value;
	for (const path of store.setAside) log('warn', 'a damaged event was set aside', { path });
	for (const file of store.mended)
		log('warn', 'a damaged file was put right, with a copy set aside', { file });
	for (const [event, { file, at }] of store.damaged)
		log('error', 'an event is damaged and can only be read', { event, file, at });
	void store.broken.then(() => {
		log('error', 'the disk did not keep what it took: nothing is written any more');
		// `bin/start.mjs` ends the process when the open requests are answered.
		(process as NodeJS.EventEmitter).emit('lateral:disk-failed');
	});
	await addSamples(store);
	useStore(store);
	warmJobs();
	await emptyBin(store);
	keepBinEmpty(store);
	await compareStale();
	watchFeeds();
	// The server says so when its last request has ended; `bin/start.mjs` emits it, as the adapter's own would.
	process.once('sveltekit:shutdown', () => {
		stopFeeds();
		void Promise.all([store.close(), closeJobs()]);
	});
}

import { failureMessage } from '#lib/i18n/failures.ts';
import { readConfig } from '../config.ts';
import { log } from '../log.ts';
import { openStore, useStore } from '../store/index.ts';

let opening: Promise<void> | undefined;

/** Opens the store and starts what runs beside the pages. Throws, with a sentence for people, when it cannot. */
export function start(): Promise<void> {
	opening ??= open();
	return opening;
}

async function open(): Promise<void> {
	const opened = await openStore(readConfig().data);
	if (!opened.ok) throw new Error(failureMessage(opened.failure.code, opened.failure.detail));
	const store = opened.value;
	for (const path of store.setAside) log('warn', 'a damaged event was set aside', { path });
	useStore(store);
}

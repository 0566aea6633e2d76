import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readFolder } from './ingest/index.ts';
import { log } from './log.ts';
import { packageRoot } from './root.ts';
import type { FolderStore } from './store/index.ts';

/** Puts the sample events in place that this store never had: one that a person threw away stays away. */
export async function addSamples(
	store: FolderStore,
	folder = join(packageRoot(), 'data', 'samples')
): Promise<void> {
	if (!existsSync(folder)) return;
	const names = (await readdir(folder)).filter((name) => existsSync(join(folder, name, 'event.json')));
	// The first sample of the list is made last, and so stands first on the Events page.
	for (const name of names.sort().reverse()) {
		if (!store.samples.includes(name)) await addSample(store, folder, name);
	}
}

async function addSample(store: FolderStore, folder: string, name: string): Promise<void> {
	const read = await readFolder(join(folder, name));
	if (!read.ok) {
		log('error', 'a sample could not be read', { name, code: read.failure.code });
		return;
	}
	const { event, accounts } = read.value;
	const { title, what, when } = event;
	const draft = { name: event.event, title, what, when, sample: true, accounts, comparison: null };
	const created = await store.create(draft);
	if (created.ok) await store.rememberSample(name);
	else log('error', 'a sample could not be kept', { name, code: created.failure.code });
}

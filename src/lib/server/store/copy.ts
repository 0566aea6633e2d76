import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '#lib/model/index.ts';
import { openFolder } from './open-folder.ts';

/** What people keep beside their events: feeds that they follow, and what they say of sources. */
const BESIDE = ['feeds.json', 'sources.json'];

/**
 * Copies a store into a folder that is absent or empty, each event as it was last kept, also beside a Lateral that is
 * at work on it. Fails where a part of it is damaged, so that a copy is always whole. Gives the number of events.
 */
export async function copyStore(from: string, to: string): Promise<Result<number>> {
	const source = await openFolder(from, { access: 'read' });
	if (!source.ok) return source;
	const events = await source.value.load();
	const [bad] = [...source.value.setAside, ...[...source.value.damaged.values()].map(({ file }) => file)];
	if (bad !== undefined) return fail('store_damaged', { name: bad });
	const target = await openFolder(to);
	if (!target.ok) return target;
	try {
		if ((await target.value.load()).length > 0) return fail('store_taken', { name: to });
		for (const event of events) await target.value.write(event, null);
		for (const name of source.value.samples) await target.value.rememberSample(name);
		for (const name of BESIDE) await copyFile(join(from, name), join(to, name)).catch(ignoreAbsent);
	} finally {
		await target.value.close();
	}
	return ok(events.length);
}

function ignoreAbsent(error: NodeJS.ErrnoException): void {
	if (error.code !== 'ENOENT') throw error;
}

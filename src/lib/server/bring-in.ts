import { ok, type Event, type EventId, type Result } from '#lib/model/index.ts';
import { bundledEvent } from './ingest/index.ts';
import { readBundleInThread, startComparison } from './jobs/index.ts';
import { getStore, isStale } from './store/index.ts';

/** Makes an event out of a bundle, as it was when it was taken away; gives it with the bundle's seal. */
export async function bringIn(bytes: Uint8Array): Promise<Result<{ event: Event; seal: string }>> {
	const read = await readBundleInThread(bytes);
	if (!read.ok) return read;
	const created = await getStore().create(bundledEvent(read.value));
	if (!created.ok) return created;
	const event = created.value;
	if (isStale(event)) startComparison(event.id as EventId);
	return ok({ event, seal: read.value.seal });
}

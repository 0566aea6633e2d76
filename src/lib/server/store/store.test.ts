import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventId } from '#lib/model/index.ts';
import { describeStore, must, testAccount, testComparison, testDraft } from './contract.ts';
import { writeDurably } from './durable-file.ts';
import { isStale, memoryStore, openStore, type FolderStore } from './index.ts';

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'lateral-store-'));
});
afterEach(async () => {
	await last?.close();
	last = undefined;
	await rm(folder, { recursive: true, force: true });
});

describeStore('memory', (now) => Promise.resolve(memoryStore(now)));
describeStore('a folder', async (now) => must(await openStore(join(folder, 'store'), { now })));

let last: FolderStore | undefined;
/** Opens a store after the one before was closed. */
async function openAgain(...args: Parameters<typeof openStore>) {
	await last?.close();
	const opened = await openStore(...args);
	last = opened.ok ? opened.value : undefined;
	return opened;
}

const eventFile = (id: string) => join(folder, 'events', `${id}.json`);

describe('a store in a folder', () => {
	it('has everything again after it is opened anew', async () => {
		const store = must(await openAgain(folder));
		const event = must(await store.create(testDraft()));
		must(await store.setComparison(event.id as EventId, testComparison()));
		must(await store.removeAccount(event.id as EventId, 'north'));
		const binned = must(await store.create(testDraft('Gone')));
		must(await store.remove(binned.id as EventId));
		const again = must(await openAgain(folder));
		expect(await again.list()).toEqual(await store.list());
		expect(await again.bin()).toEqual(await store.bin());
	});

	it('has a write on disk when it says so', async () => {
		const store = must(await openAgain(folder));
		const { id } = must(await store.create(testDraft()));
		must(await store.rename(id as EventId, { title: 'Renamed' }));
		expect(JSON.parse(await readFile(eventFile(id), 'utf8'))).toMatchObject({ title: 'Renamed' });
	});

	it('leaves no temporary files and clears those of a killed process', async () => {
		must(await openAgain(folder));
		const left = join(folder, 'events', `.x.json.${2 ** 30}.0123456789ab.tmp`);
		await writeFile(left, '{"half');
		const store = must(await openAgain(folder));
		must(await store.create(testDraft()));
		expect((await readdir(join(folder, 'events'))).filter((name) => name.endsWith('.tmp'))).toEqual([]);
	});

	it('refuses a folder that holds something else and touches nothing in it', async () => {
		await writeFile(join(folder, 'holiday.txt'), 'sun');
		expect(await openAgain(folder)).toEqual({
			ok: false,
			failure: { code: 'store_foreign', detail: { name: folder } }
		});
		expect(await readdir(folder)).toEqual(['holiday.txt']);
	});

	it('opens an empty mounted volume', async () => {
		await writeFile(join(folder, '.DS_Store'), '');
		expect((await openAgain(folder)).ok).toBe(true);
	});

	it('refuses a folder whose marker is broken', async () => {
		must(await openAgain(folder));
		await writeFile(join(folder, 'LATERAL.json'), '{"format":"lat');
		expect(await openAgain(folder)).toMatchObject({ failure: { code: 'store_damaged' } });
	});

	it('names the file of a newer Lateral and does not touch it', async () => {
		const store = must(await openAgain(folder));
		const { id } = must(await store.create(testDraft()));
		const newer = JSON.stringify({ schema: 99, id, later: true });
		await writeFile(eventFile(id), newer);
		const refused = await openAgain(folder);
		expect(refused).toEqual({
			ok: false,
			failure: { code: 'schema_newer', detail: { name: `events/${id}.json` } }
		});
		expect(await readFile(eventFile(id), 'utf8')).toBe(newer);
	});

	it.each([
		['cut short', (text: string) => text.slice(0, -20)],
		['empty', () => ''],
		['not an event', () => '{"schema":1}'],
		['of another id', (text: string) => text.replace(/"id":"./, '"id":"7Z')]
	])('sets a damaged file aside (%s) and opens the others', async (_, damage) => {
		const store = must(await openAgain(folder));
		const damaged = must(await store.create(testDraft('Damaged')));
		const whole = must(await store.create(testDraft('Whole')));
		const broken = damage(await readFile(eventFile(damaged.id), 'utf8'));
		await writeFile(eventFile(damaged.id), broken);
		const again = must(await openAgain(folder));
		expect(await again.list()).toEqual([whole]);
		expect(again.setAside).toHaveLength(1);
		expect(await readFile(again.setAside[0]!, 'utf8')).toBe(broken);
	});

	it('refuses a folder that another process has, names that one, and opens it when it has let go', async () => {
		const store = must(await openStore(folder));
		expect(await openStore(folder)).toMatchObject({
			failure: { code: 'store_in_use', detail: { name: folder, pid: process.pid, host: hostname() } }
		});
		await store.close();
		await must(await openStore(folder)).close();
	});

	it('can be read, and not written, while another process has it', async () => {
		const store = must(await openAgain(folder));
		const event = must(await store.create(testDraft()));
		const beside = must(await openStore(folder, { access: 'read' }));
		expect(await beside.list()).toEqual([event]);
		const refused = await beside.rename(event.id as EventId, { title: 'Other' });
		expect(refused).toMatchObject({ failure: { code: 'store_read_only' } });
	});

	it('writes nothing once another process has taken the folder over', async () => {
		const store = must(await openAgain(folder));
		const event = must(await store.create(testDraft()));
		await writeFile(join(folder, 'lock', '0000000002.json'), '');
		const refused = await store.rename(event.id as EventId, { title: 'Late' });
		expect(refused).toMatchObject({ failure: { code: 'store_failed' } });
		expect(await store.list()).toEqual([event]);
	});

	it('shows nothing of a change that did not reach the disk', async () => {
		let full = false;
		const store = must(
			await openAgain(folder, {
				write: (path, text) =>
					full
						? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))
						: writeDurably(path, text)
			})
		);
		const event = must(await store.create(testDraft()));
		full = true;
		expect(await store.rename(event.id as EventId, { title: 'Lost' })).toEqual({
			ok: false,
			failure: { code: 'storage_full' }
		});
		expect(await store.create(testDraft('Lost'))).toMatchObject({ failure: { code: 'storage_full' } });
		expect(await store.probe()).toMatchObject({ failure: { code: 'storage_full' } });
		expect(await store.list()).toEqual([event]);
		full = false;
		expect(must(await store.rename(event.id as EventId, { title: 'Kept' })).title).toBe('Kept');
		expect(await must(await openAgain(folder)).list()).toEqual(await store.list());
	});

	it('shows a change only after it is on disk', async () => {
		let release: (() => void) | undefined;
		let held = false;
		const store = must(
			await openAgain(folder, {
				write: async (path, text) => {
					if (held) await new Promise<void>((resolve) => (release = resolve));
					await writeDurably(path, text);
				}
			})
		);
		const { id, title } = must(await store.create(testDraft()));
		held = true;
		const renaming = store.rename(id as EventId, { title: 'Renamed' });
		await expect.poll(() => release).toBeDefined();
		expect((await store.get(id as EventId))?.title).toBe(title);
		release?.();
		must(await renaming);
		expect((await store.get(id as EventId))?.title).toBe('Renamed');
	});

	it('remembers across openings which samples it was given', async () => {
		const store = must(await openAgain(folder));
		await store.rememberSample('ferry');
		expect(must(await openAgain(folder)).samples).toEqual(['ferry']);
	});
});

describe('a comparison', () => {
	it('goes stale when an account comes, goes or is corrected, and not when the event is renamed', async () => {
		const store = memoryStore();
		const event = must(await store.create(testDraft()));
		const id = event.id as EventId;
		expect(isStale(event)).toBe(true);
		expect(isStale(must(await store.setComparison(id, testComparison(event.accounts))))).toBe(false);
		expect(isStale(must(await store.rename(id, { title: 'Other' })))).toBe(false);
		expect(isStale(must(await store.removeAccount(id, 'north')))).toBe(true);
		expect(isStale(must(await store.restoreAccount(id, 'north')))).toBe(false);
		expect(isStale(must(await store.changeAccount(id, 'north', { publishedAt: '2030-01-02' })))).toBe(true);
		expect(isStale(must(await store.addAccounts(id, [testAccount('west')])))).toBe(true);
	});
});

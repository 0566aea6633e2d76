import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventId } from '#lib/model/index.ts';
import { describeStore } from './contract.ts';
import type { Files } from './files/files.ts';
import { nodeFiles } from './files/node-files.ts';
import { isStale, memoryStore, openStore, type FolderStore } from './index.ts';
import { must, testAccount, testComparison, testDraft, testReview } from './invented.ts';

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

const eventFile = (id: string, name: string) => join(folder, 'events', id, name);
const oldFile = (id: string) => join(folder, 'events', `${id}.json`);

/** The disk of this machine, with something done before each write. */
function disturbed(before: () => Promise<void>): Files {
	return {
		...nodeFiles,
		open: async (path) => {
			const file = await nodeFiles.open(path);
			const write = file.write.bind(file);
			return Object.assign(file, {
				write: async (bytes: Uint8Array, at: number) => {
					await before();
					await write(bytes, at);
				}
			});
		},
		create: async (path) => {
			await before();
			return nodeFiles.create(path);
		}
	};
}

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

	it('has a write on disk when it says so, and writes no more than the change', async () => {
		const store = must(await openAgain(folder));
		const { id } = must(await store.create(testDraft()));
		const snapshot = await readFile(eventFile(id, 'snapshot.1.json'), 'utf8');
		expect(JSON.parse(snapshot)).toMatchObject({ content: { state: { title: 'The mill closes' } } });
		must(await store.appendReviews(id as EventId, [testReview('one', 'Ines')], 0));
		const journal = await readFile(eventFile(id, 'journal.1.log'), 'utf8');
		expect(journal).toContain('Ines');
		expect(journal).not.toContain('closed on Monday');
		expect(await readFile(eventFile(id, 'snapshot.1.json'), 'utf8')).toBe(snapshot);
	});

	it('writes what one press decided as one record, so that no crash can keep half of it', async () => {
		const store = must(await openAgain(folder));
		const id = must(await store.create(testDraft())).id as EventId;
		must(await store.appendReviews(id, [testReview('one'), testReview('two'), testReview('three')], 0));
		const journal = await readFile(eventFile(id, 'journal.1.log'), 'utf8');
		expect(journal.match(/"seq":/g)).toHaveLength(1);
	});

	it('clears what a killed process left half written', async () => {
		const store = must(await openAgain(folder));
		const { id } = must(await store.create(testDraft()));
		const name = `.snapshot.2.json.${2 ** 30}.0123456789ab.tmp`;
		await writeFile(eventFile(id, name), '{"half');
		const again = must(await openAgain(folder));
		expect(await again.list()).toHaveLength(1);
		expect(await readdir(join(folder, 'events', id))).toEqual(['journal.1.log', 'snapshot.1.json']);
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
		const id = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
		must(await openAgain(folder));
		const newer = JSON.stringify({ schema: 99, id, later: true });
		await writeFile(oldFile(id), newer);
		const refused = await openAgain(folder);
		expect(refused).toEqual({
			ok: false,
			failure: { code: 'schema_newer', detail: { name: `events/${id}.json` } }
		});
		expect(await readFile(oldFile(id), 'utf8')).toBe(newer);
	});

	it('refuses a folder of a newer Lateral', async () => {
		const marker = JSON.stringify({ format: 'lateral-store', schema: 99 });
		await writeFile(join(folder, 'LATERAL.json'), marker);
		expect(await openAgain(folder)).toMatchObject({ failure: { code: 'schema_newer' } });
		expect(await readFile(join(folder, 'LATERAL.json'), 'utf8')).toBe(marker);
	});

	it.each([
		['cut short', (text: string) => text.slice(0, -20)],
		['empty', () => ''],
		['changed by one letter', (text: string) => text.replace('The mill closes', 'The mall closes')]
	])('gives the same state from the generation before when a snapshot is %s', async (_, damage) => {
		const store = must(await openAgain(folder));
		const { id } = must(await store.create(testDraft()));
		await store.compact();
		const renamed = must(await store.rename(id as EventId, { what: 'A mill' }));
		await store.close();
		const broken = damage(await readFile(eventFile(id, 'snapshot.2.json'), 'utf8'));
		await writeFile(eventFile(id, 'snapshot.2.json'), broken);
		const again = must(await openAgain(folder));
		expect(await again.list()).toEqual([renamed]);
		expect(again.mended).toEqual([`events/${id}/snapshot.2.json`]);
		expect(await readFile(join(folder, 'set-aside', `${id}-snapshot.2.json`), 'utf8')).toBe(broken);
		must(await again.rename(id as EventId, { what: 'Another mill' }));
		expect(must(await openAgain(folder)).mended).toEqual([]);
	});

	it('shows what is whole of a damaged event, changes nothing in it, and says so', async () => {
		const store = must(await openAgain(folder));
		const { id } = must(await store.create(testDraft()));
		const whole = must(await store.rename(id as EventId, { title: 'Whole' }));
		must(await store.rename(id as EventId, { title: 'Damaged' }));
		const other = must(await store.create(testDraft('Other')));
		await store.close();
		const path = eventFile(id, 'journal.1.log');
		const broken = (await readFile(path, 'latin1')).replace('Damaged', 'Demaged');
		await writeFile(path, broken, 'latin1');
		const again = must(await openAgain(folder));
		expect(await again.get(id as EventId)).toEqual(whole);
		expect([...again.damaged]).toMatchObject([[id, { file: `events/${id}/journal.1.log` }]]);
		expect(await again.rename(id as EventId, { title: 'New' })).toEqual({
			ok: false,
			failure: { code: 'event_damaged', detail: { name: `events/${id}/journal.1.log` } }
		});
		must(await again.rename(other.id as EventId, { title: 'New' }));
		expect(await readFile(path, 'latin1')).toBe(broken);
	});

	it('sets an event aside of which nothing is whole, and opens the others', async () => {
		const store = must(await openAgain(folder));
		const damaged = must(await store.create(testDraft('Damaged')));
		const whole = must(await store.create(testDraft('Whole')));
		await writeFile(eventFile(damaged.id, 'snapshot.1.json'), '{"half');
		const again = must(await openAgain(folder));
		expect(await again.list()).toEqual([whole]);
		expect(again.setAside).toHaveLength(1);
		expect(await readFile(join(again.setAside[0]!, 'snapshot.1.json'), 'utf8')).toBe('{"half');
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
		const files = disturbed(() =>
			full ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) : Promise.resolve()
		);
		const store = must(await openAgain(folder, { files }));
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
		const files = disturbed(async () => {
			if (held) await new Promise<void>((resolve) => (release = resolve));
		});
		const store = must(await openAgain(folder, { files }));
		const { id, title } = must(await store.create(testDraft()));
		held = true;
		const renaming = store.rename(id as EventId, { title: 'Renamed' });
		await expect.poll(() => release).toBeDefined();
		expect((await store.get(id as EventId))?.title).toBe(title);
		held = false;
		release?.();
		must(await renaming);
		expect((await store.get(id as EventId))?.title).toBe('Renamed');
	});

	it('lets all that waits fail with what it was built on, and keeps what comes after', async () => {
		let failing = false;
		const files = disturbed(() =>
			failing ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) : Promise.resolve()
		);
		const store = must(await openAgain(folder, { files }));
		const id = must(await store.create(testDraft())).id as EventId;
		failing = true;
		const names = ['one', 'two', 'three'];
		const answers = await Promise.all(
			names.map((name, at) => store.appendReviews(id, [testReview(name)], at))
		);
		expect(answers.map(({ ok }) => ok)).toEqual([false, false, false]);
		failing = false;
		must(await store.appendReviews(id, [testReview('four')], 0));
		const again = must(await openAgain(folder));
		expect((await again.get(id))?.reviews?.map((review) => review.id)).toEqual(['four']);
	});

	it('opens a folder of schema 1, with each event as it was, and moves it to today’s schema', async () => {
		const fixture = join(import.meta.dirname, '../../../../tests/fixtures/stores/schema-1');
		await cp(fixture, folder, { recursive: true });
		const old = await Promise.all(
			(await readdir(join(folder, 'events'))).map(
				async (name) => JSON.parse(await readFile(join(folder, 'events', name), 'utf8')) as { id: string }
			)
		);
		const beside = must(await openStore(folder, { access: 'read' }));
		expect([...(await beside.bin()), ...(await beside.list())]).toEqual(expect.arrayContaining(old));
		for (let time = 0; time < 2; time++) {
			const store = must(await openAgain(folder));
			const events = [...(await store.bin()), ...(await store.list())];
			expect(events).toHaveLength(old.length);
			expect(events).toEqual(expect.arrayContaining(old));
			expect(store.samples).toEqual(['ferry']);
			expect((await readdir(join(folder, 'events'))).sort()).toEqual(old.map(({ id }) => id).sort());
		}
		const marker = JSON.parse(await readFile(join(folder, 'LATERAL.json'), 'utf8')) as { schema: number };
		expect(marker.schema).toBe(2);
	});

	it('sets a damaged event of schema 1 aside', async () => {
		must(await openAgain(folder));
		const id = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
		await writeFile(oldFile(id), '{"schema":1,"id":');
		const again = must(await openAgain(folder));
		expect(await again.list()).toEqual([]);
		expect(await readFile(again.setAside[0]!, 'utf8')).toBe('{"schema":1,"id":');
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

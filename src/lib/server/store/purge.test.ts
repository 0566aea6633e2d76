import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account, EventId, Result } from '#lib/model/index.ts';
import { Disk, failure } from '../../../../tests/support/durability/disk.ts';
import { start } from '../../../../tests/support/durability/power-cut.ts';
import { randomFrom } from '../../../../tests/support/durability/random.ts';
import { tracesOf } from '../../../../tests/support/traces.ts';
import { nodeFiles } from './files/node-files.ts';
import { openStore, type FolderStore } from './index.ts';
import { must, testAccount, testComparison, testDraft, testReview } from './invented.ts';

/** Losses of chance that are tried at each cut. */
const LOSSES = 5;

/** With signs that files may hold in another form. */
const CANARY = 'Zwölf “gelbe” Kanarienvögel\\';

/** An account with the canary in all that it consists of. */
function marked(id: string): Account {
	const address = `https://a.example/${encodeURIComponent(CANARY)}`;
	return {
		...testAccount(id, `${CANARY} sang on Monday.`),
		title: CANARY,
		url: address,
		authors: [CANARY],
		note: CANARY
	};
}

/** Lets an account with the canary leave traces: reviews, editions, a comparison, generations; then takes it out. */
async function leaveTraces(store: FolderStore, id: EventId): Promise<void> {
	must(await store.addAccounts(id, [marked('bird')]));
	const claim = { account: 'bird', start: 0, end: CANARY.length, words: CANARY };
	const review = { ...testReview('one'), why: CANARY, decision: { kind: 'hide' as const, claim } };
	must(await store.appendReviews(id, [review], 0));
	const { text, sha256, title, truncated } = testAccount('bird', `${CANARY} sang again.`);
	must(await store.addEdition(id, 'bird', { text, sha256, title, truncated }));
	await store.compact();
	const comparison = testComparison(must(await store.removeAccount(id, 'bird')).accounts);
	must(
		await store.setComparison(id, { ...comparison, lost: [{ decision: review.decision, missing: [claim] }] })
	);
	await store.compact();
	must(await store.rename(id, { what: 'A mill' }));
}

describe('the search for traces', () => {
	it('finds a text in whatever form a file may hold it', async () => {
		const disk = new Disk();
		await disk.makeFolder('/a/b');
		const forms = {
			plain: Buffer.from(`x${CANARY}y`),
			json: Buffer.from(JSON.stringify({ text: `x${CANARY}` })),
			'utf-16': Buffer.from(CANARY, 'utf16le'),
			base64: Buffer.from(Buffer.from(`abcd${CANARY}efg`).toString('base64')),
			packed: gzipSync(`x${CANARY}`)
		};
		for (const [name, bytes] of Object.entries(forms)) {
			const file = await disk.create(`/a/b/${name}`);
			await file.write(bytes, 0);
		}
		const names = Object.keys(forms).map((name) => `/a/b/${name}`);
		expect(new Set(await tracesOf(disk, '/a', CANARY))).toEqual(new Set(names));
		expect(await tracesOf(disk, '/a', 'Dreizehn graue Finken')).toEqual([]);
	});
});

describe('what is deleted for good', () => {
	let folder: string;
	let store: FolderStore;
	let id: EventId;
	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), 'lateral-purge-'));
		store = must(await openStore(folder));
		id = must(await store.create(testDraft())).id as EventId;
		await leaveTraces(store, id);
	});
	afterEach(async () => {
		await store.close();
		await rm(folder, { recursive: true, force: true });
	});
	const traces = () => tracesOf(nodeFiles, folder, CANARY);
	const reopen = async () => {
		await store.close();
		store = must(await openStore(folder));
	};

	it('leaves no byte of an account in the data folder, and all else as it was', async () => {
		const before = (await store.get(id))!;
		expect((await traces()).length).toBeGreaterThan(3);
		must(await store.purgeAccount(id, 'bird'));
		expect(await traces()).toEqual([]);
		await reopen();
		expect(await traces()).toEqual([]);
		const purged = [{ ...testReview('one'), decision: { kind: 'purged' } }];
		const { comparison: _, ...rest } = before;
		expect(await store.get(id)).toEqual({
			...rest,
			removed: [],
			editions: [],
			reviews: purged,
			comparison: null
		});
	});

	it('leaves no byte of an event, nor of what was set aside of it', async () => {
		await store.close();
		const name = (await readdir(join(folder, 'events', id))).findLast((one) => one.startsWith('snapshot'))!;
		const path = join(folder, 'events', id, name);
		await writeFile(path, (await readFile(path, 'utf8')).replace('The mill', 'The mall'));
		store = must(await openStore(folder));
		expect(await readdir(join(folder, 'set-aside'))).toHaveLength(1);
		must(await store.remove(id));
		must(await store.purge(id));
		expect(await traces()).toEqual([]);
		expect(await readdir(join(folder, 'events'))).toEqual([]);
		expect(await readdir(join(folder, 'set-aside'))).toEqual([]);
	});

	it('leaves no byte in an event that the account was moved out of', async () => {
		const other = must(await store.create(testDraft('Other', ['east']))).id as EventId;
		const before = must(await store.create({ ...testDraft('Before'), accounts: [marked('bird')] }))
			.id as EventId;
		must(await store.purgeAccount(id, 'bird'));
		must(await store.moveAccount(before, 'bird', other));
		must(await store.removeAccount(other, 'bird'));
		must(await store.purgeAccount(other, 'bird'));
		expect(await traces()).toEqual([]);
	});

	it('goes for good at the time that the bin says, all by the clock that the store was given', async () => {
		await store.close();
		store = must(await openStore(folder, { now: () => Date.now() + 31 * 24 * 3600 * 1000 }));
		expect(await store.purgeExpired()).toEqual({ events: 0, accounts: 1, failures: [] });
		expect(await traces()).toEqual([]);
	});
});

describe('what is deleted for good, wherever the power is cut or the disk is full', () => {
	const FOLDER = '/data';
	const traces = (disk: Disk) => tracesOf(disk, FOLDER, CANARY);

	/** A disk with an event whose account can be deleted for good. */
	async function begin(): Promise<{ disk: Disk; store: FolderStore; id: EventId }> {
		const disk = new Disk();
		const store = await start(disk, 1);
		const id = must(await store.create(testDraft())).id as EventId;
		await leaveTraces(store, id);
		return { disk, store, id };
	}

	const whats = {
		account: (store: FolderStore, id: EventId) => store.purgeAccount(id, 'bird'),
		event: async (store: FolderStore, id: EventId) => {
			must(await store.remove(id));
			return store.purge(id);
		}
	};

	it.each(Object.keys(whats) as (keyof typeof whats)[])(
		'is still in the bin after the next start, or there is no byte of it: an %s',
		async (what) => {
			for (let at = 0, isOver = false; !isOver; at++) {
				const { disk, store, id } = await begin();
				let steps = 0;
				disk.before = () => {
					if (steps++ >= at) throw failure('EPOWER');
				};
				const purged: Result<unknown> | null = await whats[what](store, id).catch(() => null);
				isOver = steps <= at;
				if (isOver) must(purged!);
				await store.close().catch(() => undefined);
				for (let loss = 0; loss < LOSSES; loss++) {
					const after = disk.afterPowerCut(randomFrom(at * LOSSES + loss));
					const next = await start(after, 2);
					const event = await next.get(id);
					const isThere = what === 'event' ? event !== null : event?.removed.some((one) => one.id === 'bird');
					if (!isThere) expect({ at, traces: await traces(after) }).toEqual({ at, traces: [] });
					if (isOver) expect(isThere).toBe(false);
					expect([...next.damaged, ...next.setAside]).toEqual([]);
					await next.close();
				}
			}
		}
	);

	it('makes room on a full disk when it is an event', async () => {
		const { disk, store, id } = await begin();
		must(await store.remove(id));
		disk.before = ({ kind, size }) => {
			if (kind === 'make' || (kind === 'write' && size > 0)) throw failure('ENOSPC');
		};
		must(await store.purge(id));
		expect(await traces(disk)).toEqual([]);
	});

	it('goes when there is room again', async () => {
		for (let at = 0, isOver = false; !isOver; at++) {
			const { disk, store, id } = await begin();
			let steps = 0;
			disk.before = ({ kind, size }) => {
				const isFull = steps++ >= at;
				if (isFull && (kind === 'make' || (kind === 'write' && size > 0))) throw failure('ENOSPC');
			};
			const purged = await store.purgeAccount(id, 'bird');
			isOver = steps <= at;
			if (purged.ok) expect({ at, traces: await traces(disk) }).toEqual({ at, traces: [] });
			else expect(['storage_full', 'purge_unfinished']).toContain(purged.failure.code);
			disk.before = () => undefined;
			const isThere = (await store.get(id))!.removed.length > 0;
			expect(isThere).toBe(!purged.ok && purged.failure.code === 'storage_full');
			expect((await store.purgeExpired()).failures).toEqual([]);
			if (isThere) must(await store.purgeAccount(id, 'bird'));
			expect({ at, traces: await traces(disk) }).toEqual({ at, traces: [] });
			await store.close();
		}
	});
});

import { existsSync } from 'node:fs';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventId } from '#lib/model/index.ts';
import type { Files, OpenFile } from './files/files.ts';
import { nodeFiles } from './files/node-files.ts';
import { openStore, type FolderStore } from './index.ts';
import { must, testDraft } from './invented.ts';

const SIZE = 600_000;

let folder: string;
let store: FolderStore | undefined;
/** Whether the disk has no room but what the store itself gives free. */
let isFull: boolean;

const reserve = () => join(folder, '.reserve');

/** A disk that is full as long as `isFull` and the reserve lies on it. */
const files: Files = {
	...nodeFiles,
	create: async (path) => {
		refuse(path);
		return guarded(path, await nodeFiles.create(path));
	},
	open: async (path) => guarded(path, await nodeFiles.open(path))
};

function refuse(path: string): void {
	if (isFull && (existsSync(reserve()) || path === reserve()))
		throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
}

function guarded(path: string, file: OpenFile): OpenFile {
	const write = file.write.bind(file);
	return Object.assign(file, {
		write: async (bytes: Uint8Array, at: number) => {
			refuse(path);
			await write(bytes, at);
		}
	});
}

async function openAgain(size = SIZE): Promise<FolderStore> {
	await store?.close();
	store = must(await openStore(folder, { files, reserve: size }));
	return store;
}

beforeEach(async () => {
	isFull = false;
	folder = await mkdtemp(join(tmpdir(), 'lateral-reserve-'));
});
afterEach(async () => {
	isFull = false;
	await store?.close();
	store = undefined;
	await rm(folder, { recursive: true, force: true });
});

describe('room that is held back for a full disk', () => {
	it('lets an event be deleted for good when nothing else can be kept', async () => {
		const open = await openAgain();
		const event = must(await open.create(testDraft()));
		const id = event.id as EventId;
		isFull = true;
		expect(await open.rename(id, { title: 'Another' })).toMatchObject({
			ok: false,
			failure: { code: 'storage_full' }
		});
		expect((await stat(reserve())).size).toBe(SIZE);
		expect((await open.remove(id)).ok).toBe(true);
		isFull = false;
		expect((await open.purge(id)).ok).toBe(true);
		expect(existsSync(join(folder, 'events', id))).toBe(false);
	});

	it('lets an account be taken out, and is held again once there is room', async () => {
		const open = await openAgain();
		const event = must(await open.create(testDraft()));
		isFull = true;
		const left = await open.removeAccount(event.id as EventId, event.accounts[0]!.id);
		expect(left.ok).toBe(true);
		expect(existsSync(reserve())).toBe(false);
		isFull = false;
		await openAgain();
		expect((await stat(reserve())).size).toBe(SIZE);
	});

	it('is nothing that a start depends on, or that a crash can spoil', async () => {
		await writeFile(reserve(), 'half of it');
		await openAgain();
		expect((await stat(reserve())).size).toBe(SIZE);
		await rm(reserve());
		isFull = true;
		const opened = await openAgain();
		expect(await opened.list()).toEqual([]);
		expect(existsSync(reserve())).toBe(false);
	});

	it('is not held by a command that only looks in', async () => {
		await openAgain(0);
		expect(existsSync(reserve())).toBe(false);
	});
});

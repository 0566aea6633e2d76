import type { Event, EventId, Result } from '../../../src/lib/model/index.ts';
import { openStore, type FolderStore } from '../../../src/lib/server/store/index.ts';
import {
	must,
	testAccount,
	testComparison,
	testDraft,
	testReview
} from '../../../src/lib/server/store/invented.ts';
import { Disk, failure, type Step } from './disk.ts';
import { start, startedMachine } from './power-cut.ts';

const FOLDER = '/data';
const TITLE = 'Mill shut';

/** What came of the work: the codes of what was refused, and what is wrong with what is there now. */
export type Found = { codes: string[]; wrong: string[]; isOver: boolean };

/** A disk with a store of one event, whose journal already has something in it. */
async function begin(): Promise<{ disk: Disk; store: FolderStore; id: EventId }> {
	const disk = new Disk();
	const store = await start(disk, 1);
	const id = must(await store.create(testDraft())).id as EventId;
	must(await store.appendReviews(id, [testReview('r0')], 0));
	return { disk, store, id };
}

/** What people do while the disk fails; each as it was answered. */
async function work(store: FolderStore, id: EventId): Promise<Result<Event>[]> {
	const answers: Result<Event>[] = [];
	const done = async (change: Promise<Result<Event>>) => void answers.push(await change);
	await done(store.rename(id, { title: TITLE }));
	const length = (await store.get(id))?.reviews?.length ?? 0;
	await Promise.all([
		done(store.appendReviews(id, [testReview(`w${length}`)], length)),
		done(store.addAccounts(id, [testAccount(`p${length}`)])),
		done(store.setComparison(id, testComparison([{ ...testAccount('north'), title: 'x'.repeat(900) }])))
	]);
	await store.compact().catch(() => undefined);
	await done(store.create(testDraft('Another mill')));
	await done(store.rename(id, { what: 'A mill' }));
	await store.compact().catch(() => undefined);
	await done(store.removeAccount(id, 'north'));
	return answers;
}

const codesOf = (answers: readonly Result<Event>[]) =>
	answers.flatMap((answer) => (answer.ok ? [] : [answer.failure.code]));

const stateOf = async (store: FolderStore) => JSON.stringify(await store.list());

/** The state that another process reads from a disk. */
async function stateOn(disk: Disk): Promise<string> {
	const store = must(await openStore(FOLDER, { files: disk, access: 'read' }));
	const faults = [...store.setAside, ...store.damaged.keys(), ...store.mended];
	return faults.length > 0 ? `faults: ${faults.join()}` : stateOf(store);
}

/** Names of files on a disk that are half made. */
async function strays(disk: Disk, path = FOLDER): Promise<string[]> {
	const names = (await disk.list(path)) ?? [];
	const inside = await Promise.all(names.map((name) => strays(disk, `${path}/${name}`)));
	return [...names.filter((name) => /\.(tmp|new)$/.test(name)), ...inside.flat()];
}

/** Lets the disk be full from step `at` of some work on, and makes room after it. */
export async function fillDisk(at: number): Promise<Found> {
	const { disk, store, id } = await begin();
	let steps = 0;
	let isFull = false;
	disk.before = ({ kind, size }: Step) => {
		isFull ||= steps++ >= at;
		if (isFull && (kind === 'make' || (kind === 'write' && size > 0) || kind === 'rename'))
			throw failure('ENOSPC');
	};
	const codes = codesOf(await work(store, id));
	const wrong: string[] = [];
	if (codes.some((code) => code !== 'storage_full')) wrong.push(`refused with ${codes.join()}`);
	if (isFull) {
		const probe = await store.probe();
		if (probe.ok || probe.failure.code !== 'storage_full') wrong.push('says that it could write');
	}
	if ((await stateOf(store)) !== (await stateOn(disk))) wrong.push('what people see is not what is on disk');
	wrong.push(...(await strays(disk)));
	disk.before = () => undefined;
	const again = codesOf(await work(store, id));
	if (again.some((code) => code !== 'not_found')) wrong.push(`after room was made: ${again.join()}`);
	const last = await stateOf(store);
	await store.close();
	if ((await stateOf(await start(disk, 2))) !== last) wrong.push('something is missing after the next start');
	return { codes, wrong, isOver: !isFull };
}

/** Lets the sync at step `at` of some work fail, and cuts the power after it. */
export async function failSync(at: number, random: () => number): Promise<Found> {
	const { disk, store, id } = await begin();
	let syncs = 0;
	let isBroken = false;
	disk.before = ({ kind }: Step) => {
		if (kind !== 'sync' || syncs++ !== at) return;
		isBroken = true;
		throw failure('EIO');
	};
	const codes = codesOf(await work(store, id));
	const wrong: string[] = [];
	if (isBroken) {
		const after = await work(store, id);
		if (after.some(({ ok }) => ok)) wrong.push('something was said to be kept after a failed sync');
		codes.push(...codesOf(after));
		const probe = await store.probe();
		if (probe.ok || probe.failure.code !== 'store_failed') wrong.push('says that it could write');
	}
	if (codes.some((code) => code !== 'store_failed' && code !== 'not_found'))
		wrong.push(`refused with ${codes.join()}`);
	const told = await store.list();
	await store.close();
	const next = must(
		await openStore(FOLDER, { files: disk.afterPowerCut(random), processes: startedMachine(2) })
	);
	for (const event of told) {
		const kept = await next.get(event.id as EventId);
		if (kept === null || !holds(kept, event)) wrong.push(`lost: ${event.title}`);
	}
	if (next.damaged.size + next.setAside.length > 0) wrong.push('damaged after the next start');
	return { codes, wrong, isOver: !isBroken };
}

/** Whether an event has all that people were told is kept; what they were not told of may be there too. */
function holds(kept: Event, told: Event): boolean {
	const ids = (list: readonly { id: string }[] = []) => list.map((one) => one.id);
	const known = [...ids(kept.accounts), ...ids(kept.removed), ...ids(kept.reviews)];
	const wanted = [...ids(told.accounts), ...ids(told.removed), ...ids(told.reviews)];
	return [told.title, TITLE].includes(kept.title) && wanted.every((id) => known.includes(id));
}

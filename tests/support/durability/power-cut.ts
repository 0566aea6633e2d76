import type { Event, EventId } from '../../../src/lib/model/index.ts';
import {
	must,
	testAccount,
	testComparison,
	testDraft,
	testReview
} from '../../../src/lib/server/store/invented.ts';
import { openStore, type FolderStore } from '../../../src/lib/server/store/index.ts';
import type { Processes } from '../../../src/lib/server/store/lock/process.ts';
import { Disk, failure } from './disk.ts';
import { randomFrom } from './random.ts';

const FOLDER = '/data';

/** What a person was told is kept, and what was asked for in all. */
type Told = { reviews: string[]; asked: string[]; titles: string[]; askedTitles: string[]; isThere: boolean };

/** A machine that has just started: whoever held the folder before is gone. */
export function startedMachine(boot: number): Processes {
	const own = { pid: 1, host: 'here', boot: String(boot), space: 's', started: String(boot) };
	// By then nobody has heard of the holder for a minute.
	return { own, isAlive: () => false, now: () => Date.now() + 60_000 };
}

/** Opens the store on a disk, as a start of the machine does. */
export async function start(disk: Disk, boot: number): Promise<FolderStore> {
	return must(await openStore(FOLDER, { files: disk, processes: startedMachine(boot) }));
}

/** What people do in a while: two at once, on two events, with new generations meanwhile. */
async function work(store: FolderStore, told: Map<EventId, Told>, random: () => number): Promise<void> {
	for (let round = 0; round < 6; round++) {
		if (told.size < 2) {
			const { id } = must(await store.create(testDraft()));
			const nothing = { reviews: [], asked: [], titles: ['The mill closes'], askedTitles: [] };
			told.set(id as EventId, { ...nothing, isThere: true });
		}
		const all = [...told.entries()].flatMap(([id, one]) => [
			review(store, id, one),
			review(store, id, one),
			rename(store, id, one, `Title ${Math.floor(random() * 1e6)}`)
		]);
		const [id] = [...told.keys()];
		if (round % 3 === 1)
			all.push(
				store
					.setComparison(id!, testComparison([{ ...testAccount('north'), title: 'x'.repeat(900) }]))
					.then(() => undefined)
			);
		if (round % 3 === 2) all.push(store.compact());
		await Promise.all(all);
	}
}

async function review(store: FolderStore, id: EventId, one: Told): Promise<void> {
	const name = `r${one.asked.length}`;
	const expected = one.asked.push(name) - 1;
	must(await store.appendReviews(id, [testReview(name)], expected));
	one.reviews.push(name);
}

async function rename(store: FolderStore, id: EventId, one: Told, title: string): Promise<void> {
	one.askedTitles.push(title);
	must(await store.rename(id, { title }));
	one.titles.push(title);
}

/** Says what is wrong with a store after a start; an empty list where nothing is. */
async function check(store: FolderStore, told: Map<EventId, Told>): Promise<string[]> {
	const wrong: string[] = [];
	if (store.damaged.size > 0) wrong.push(`damaged: ${JSON.stringify([...store.damaged])}`);
	if (store.setAside.length > 0) wrong.push(`set aside: ${store.setAside.join()}`);
	for (const [id, one] of told) {
		const event = await store.get(id);
		if (event === null) {
			wrong.push(`${id} is gone`);
			continue;
		}
		const kept = (event.reviews ?? []).map((entry) => entry.id);
		if (one.reviews.some((name, at) => kept[at] !== name)) wrong.push(`reviews lost: ${kept.join()}`);
		const after = [one.titles.at(-1)!, ...one.askedTitles.slice(one.titles.length - 1)];
		if (!after.includes(event.title)) wrong.push(`title lost: ${event.title} of ${after.join()}`);
		Object.assign(one, toldBy(event));
	}
	return wrong;
}

/** What is on disk is what people see from now on. */
function toldBy(event: Event): Partial<Told> {
	const names = (event.reviews ?? []).map((entry) => entry.id);
	return { reviews: [...names], asked: [...names], titles: [event.title], askedTitles: [] };
}

/**
 * Cuts the power at step `at` of some work, starts on what is left, and again `again` times. Gives what was found
 * wrong, and whether the work ended before the cut.
 */
async function cutPower(at: number, seed: number, again = 1): Promise<{ wrong: string[]; isOver: boolean }> {
	const random = randomFrom(seed * 7919 + at);
	const told = new Map<EventId, Told>();
	let disk = new Disk();
	const wrong: string[] = [];
	let isOver = false;
	for (let boot = 1; boot <= again + 1; boot++) {
		let steps = 0;
		const cutAt = boot === 1 ? at : Math.floor(random() * 150);
		disk.before = () => {
			if (steps++ >= cutAt) throw failure('EPOWER');
		};
		let store: FolderStore | undefined;
		try {
			store = await start(disk, boot);
			wrong.push(...(await check(store, told)));
			await work(store, told, random);
			isOver ||= boot === 1;
		} catch (error) {
			// What fails after the cut, fails because of it.
			if (steps <= cutAt) wrong.push(String(error));
		}
		await store?.close().catch(() => undefined);
		disk = disk.afterPowerCut(random);
	}
	const last = await start(disk, again + 2);
	wrong.push(...(await check(last, told)));
	await last.close();
	return { wrong, isOver };
}

/** Cuts the power at every step of some work, and of more of it with other losses, until there were `least` cuts. */
export async function cutPowerEverywhere(least: number): Promise<{ points: number; wrong: string[] }> {
	const wrong: string[] = [];
	let points = 0;
	for (let seed = 1; points < least; seed++)
		for (let at = 0, isOver = false; !isOver; at++, points++) {
			const found = await cutPower(at, seed);
			wrong.push(...found.wrong.map((one) => `cut ${at} of run ${seed}: ${one}`));
			({ isOver } = found);
		}
	return { points, wrong };
}

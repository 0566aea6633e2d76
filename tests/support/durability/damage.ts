import type { EventId } from '../../../src/lib/model/index.ts';
import { openStore } from '../../../src/lib/server/store/index.ts';
import { must, testAccount, testDraft, testReview } from '../../../src/lib/server/store/invented.ts';
import { Disk } from './disk.ts';
import { start } from './power-cut.ts';

const FOLDER = '/data';

/** Files of an event from which it is read when all is well. */
const NEWEST = ['snapshot.3.json', 'journal.3.log'];

/** A disk with an event of three generations, and what the event is. */
async function keep(): Promise<{ disk: Disk; folder: string; state: string }> {
	const disk = new Disk();
	const store = await start(disk, 1);
	const id = must(await store.create(testDraft())).id as EventId;
	for (let round = 0; round < 3; round++) {
		if (round > 0) await store.compact();
		must(await store.appendReviews(id, [testReview(`r${round}`)], round));
		must(await store.addAccounts(id, [testAccount(`a${round}`, 'The mill — “shut” — on Monday.')]));
	}
	const state = JSON.stringify(await store.list());
	await store.close();
	return { disk, folder: `${FOLDER}/events/${id}`, state };
}

/** Says what is wrong with how a store takes a disk with a damaged file: it must give all, or name what it lacks. */
async function look(disk: Disk, state: string): Promise<string | null> {
	const store = must(await openStore(FOLDER, { files: disk, access: 'read' }));
	if (store.damaged.size > 0 || store.setAside.length > 0) return null;
	if (store.mended.length === 0) return 'unnoticed';
	return JSON.stringify(await store.list()) === state ? null : 'something is missing without a word';
}

/**
 * Changes one bit in `step` of the newest snapshot and journal, and cuts each after one byte in `step`. Gives how
 * many were tried and what went wrong.
 */
export async function damageAll(step: number): Promise<{ tried: number; wrong: string[] }> {
	const { disk, folder, state } = await keep();
	const wrong: string[] = [];
	let tried = 0;
	const attempt = async (path: string, whole: Buffer, damaged: Buffer, what: string) => {
		tried++;
		disk.damage(path, damaged);
		const found = await look(disk, state);
		if (found !== null) wrong.push(`${path}: ${what}: ${found}`);
		disk.damage(path, whole);
	};
	for (const name of NEWEST) {
		const path = `${folder}/${name}`;
		const whole = (await disk.read(path))!;
		for (let bit = 0; bit < whole.length * 8; bit += step) {
			const flipped = Buffer.from(whole);
			flipped[bit >> 3]! ^= 1 << (bit & 7);
			await attempt(path, whole, flipped, `bit ${bit}`);
		}
		for (let length = 0; length < whole.length; length += step)
			await attempt(path, whole, whole.subarray(0, length), `cut at ${length}`);
	}
	return { tried, wrong };
}

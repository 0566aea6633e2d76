import { mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeFiles } from '../files/node-files.ts';
import { Fenced, Lock, takeLock } from './lock.ts';
import type { Identity, Processes } from './process.ts';

let folder: string;
const held: Lock[] = [];
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'lateral-lock-'));
});
afterEach(async () => {
	for (const lock of held.splice(0)) await lock.release();
	await rm(folder, { recursive: true, force: true });
});

/** A process as the lock sees it; those in `dead` have ended. */
function played(pid: number, dead: readonly number[] = [], more: Partial<Identity> = {}): Processes {
	const own = { pid, host: 'here', boot: 'b', space: 's', started: String(pid), ...more };
	return { own, isAlive: (other) => !dead.includes(other.pid), now: Date.now };
}

async function take(processes: Processes) {
	const taken = await takeLock(nodeFiles, folder, processes);
	if (taken instanceof Lock) held.push(taken);
	return taken;
}

const own = (epoch: number) => join(folder, 'lock', `${String(epoch).padStart(10, '0')}.json`);

describe('a lock', () => {
	it.each([2, 12])('lets exactly one of %i starters in at every race', async (starters) => {
		for (let race = 0; race < 50; race++) {
			const dead = [1000 + race - 1];
			const all = Array.from({ length: starters }, (_, index) =>
				take(played(1000 + race, dead, { started: `${race}.${index}` }))
			);
			const winners = (await Promise.all(all)).filter((one) => one instanceof Lock);
			expect(winners).toHaveLength(1);
		}
	});

	it('names the holder to those who come late', async () => {
		await take(played(7));
		expect(await take(played(8))).toEqual({ pid: 7, host: 'here' });
	});

	it('is free at once after its holder let go or ended', async () => {
		const first = (await take(played(7))) as Lock;
		await first.release();
		const second = (await take(played(8))) as Lock;
		const third = (await take(played(9, [8]))) as Lock;
		expect([first.epoch, second.epoch, third.epoch]).toEqual([1, 2, 3]);
	});

	it('is not taken from a living holder on another machine or in another container', async () => {
		await take(played(7));
		expect(await take(played(8, [7], { host: 'there' }))).toEqual({ pid: 7, host: 'here' });
		expect(await take(played(8, [7], { space: 'other' }))).toEqual({ pid: 7, host: 'here' });
	});

	it('fences a holder that gave no sign of life and was passed over, and later ones do not help it', async () => {
		const stopped = (await take(played(7))) as Lock;
		stopped.check();
		const past = new Date(Date.now() - 60_000);
		await utimes(own(1), past, past);
		const second = (await take(played(8))) as Lock;
		expect(() => stopped.check()).toThrow(Fenced);
		second.check();
		await take(played(9, [8]));
		expect(() => stopped.check()).toThrow(Fenced);
		expect(() => second.check()).toThrow(Fenced);
	});
});

import { describe, expect, it } from 'vitest';
import { failSync, fillDisk, type Found } from '../../../../tests/support/durability/bad-disk.ts';
import { damageAll } from '../../../../tests/support/durability/damage.ts';
import { randomFrom } from '../../../../tests/support/durability/random.ts';

/** Every so many bits and bytes are tried here; `npm run soak` tries them all. */
const STEP = 41;

/** Tries every step until the work is over before it, and gives their number. */
async function atEveryStep(attempt: (at: number) => Promise<Found>): Promise<number> {
	for (let at = 0; ; at++) {
		const { wrong, codes, isOver } = await attempt(at);
		expect({ at, wrong }).toEqual({ at, wrong: [] });
		if (isOver) {
			expect(codes).toEqual([]);
			return at;
		}
	}
}

describe('a store on a disk that fills up', () => {
	it('says so, shows what is on disk, and goes on when there is room, at whichever step it happens', async () => {
		expect(await atEveryStep(fillDisk)).toBeGreaterThan(30);
	});
});

describe('a store on a disk that fails to keep what it took', () => {
	it('tells nobody that anything is kept from then on, and has what it told before, at whichever sync', async () => {
		expect(await atEveryStep((at) => failSync(at, randomFrom(at)))).toBeGreaterThan(10);
	});
});

describe('a store on a disk that changes or loses what it kept', () => {
	it('gives everything from other files, or names the file that it is missing in', async () => {
		const { tried, wrong } = await damageAll(STEP);
		expect(wrong).toEqual([]);
		expect(tried).toBeGreaterThan(300);
	});
});

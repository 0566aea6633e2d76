import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { killLoop, passOver, race, Workshop } from '../../../../tests/support/durability/processes.ts';

let workshop: Workshop;
beforeAll(async () => {
	workshop = await Workshop.open();
});
afterAll(() => workshop.close());

describe('a store whose process is killed', () => {
	it('has everything that people were told is kept', async () => {
		const found = await killLoop(workshop, 50, 50);
		expect(found.wrong).toEqual([]);
		expect(found.acknowledged).toBeGreaterThan(500);
	}, 600_000);
});

describe('a folder that two processes want', () => {
	it('goes to one of them, and the other says who has it', async () => {
		expect((await race(workshop, 5)).wrong).toEqual([]);
	});

	it('takes nothing more from a process that was stopped for so long that another took over', async () => {
		expect((await passOver(workshop)).wrong).toEqual([]);
	});
});

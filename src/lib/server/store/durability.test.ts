import { describe, expect, it } from 'vitest';
import { cutPower } from '../../../../tests/support/durability/power-cut.ts';

/** Runs of the same work, each with other losses; `LATERAL_SOAK=60` cuts the power at more than 10,000 points. */
const RUNS = Number(process.env.LATERAL_SOAK ?? 2);

describe('a store on a disk that loses what was not synced', () => {
	it(
		'has everything that people were told is kept, wherever the power is cut',
		async () => {
			let points = 0;
			for (let seed = 1; seed <= RUNS; seed++)
				for (let at = 0, isOver = false; !isOver; at++, points++) {
					const found = await cutPower(at, seed);
					expect({ at, seed, wrong: found.wrong }).toEqual({ at, seed, wrong: [] });
					({ isOver } = found);
				}
			expect(points).toBeGreaterThan(100 * RUNS);
		},
		RUNS * 60_000
	);
});

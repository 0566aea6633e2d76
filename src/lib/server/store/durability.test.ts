import { describe, expect, it } from 'vitest';
import { cutPowerEverywhere } from '../../../../tests/support/durability/power-cut.ts';

/** Points at which it is cut here; `npm run soak` takes more than 10,000. */
const POINTS = 200;

describe('a store on a disk that loses what was not synced', () => {
	it('has everything that people were told is kept, wherever the power is cut', async () => {
		const { points, wrong } = await cutPowerEverywhere(POINTS);
		expect(wrong).toEqual([]);
		expect(points).toBeGreaterThanOrEqual(POINTS);
	}, 120_000);
});

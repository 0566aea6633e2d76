import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitRidge } from './ridge.ts';

const weight = fc.integer({ min: -50, max: 50 });

describe('fitting a ridge', () => {
	it('finds the weights that made the figures, where the penalty is next to nothing', () => {
		fc.assert(
			fc.property(fc.tuple(weight, weight, weight), weight, (made, level) => {
				const rows = [[], [0], [1], [2], [0, 1], [1, 2], [0, 1, 2]].map((features) => ({
					features,
					target: features.reduce((sum, at) => sum + made[at]!, level)
				}));
				const fitted = fitRidge(rows, 3, 1e-9);
				expect(fitted.level).toBeCloseTo(level, 3);
				made.forEach((value, at) => expect(fitted.weights[at]).toBeCloseTo(value, 3));
			})
		);
	});

	it('draws weights towards nothing as the penalty grows, and leaves the level at the mean', () => {
		const rows = [
			{ features: [0], target: 4 },
			{ features: [], target: 2 }
		];
		const [light, heavy] = [fitRidge(rows, 1, 0.1), fitRidge(rows, 1, 1e6)];
		expect(light.weights[0]).toBeGreaterThan(heavy.weights[0]!);
		expect(heavy.weights[0]).toBeCloseTo(0, 4);
		expect(heavy.level).toBeCloseTo(3, 4);
	});
});

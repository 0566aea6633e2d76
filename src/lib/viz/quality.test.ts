import { describe, expect, it } from 'vitest';
import type { Quality } from '#lib/model/index.ts';
import { qualityView } from './quality.ts';

const rated = (value: number, n: number) => ({ value, n });
const figure = (value: number, n: number) => ({ value, n, better: 'higher' as const });
const quality: Quality = {
	format: 'lateral-quality/1',
	engine: { version: '1.2.3', rules: '1' },
	samples: ['one', 'two'],
	figures: {
		'claims found': figure(0.9, 10),
		'alignment F1': figure(0.6, 20),
		'conflicts precision': figure(0.5, 6),
		'conflicts precision, date': figure(0.5, 2),
		'conflicts recall, number': figure(0.75, 8)
	},
	relations: {
		agrees: { precision: rated(0.5, 4), recall: rated(0.25, 8) },
		conflicts: { precision: rated(2 / 3, 6), recall: rated(0, 0) },
		differs: { precision: rated(0, 3), recall: rated(1, 1) },
		update: { precision: rated(1, 1), recall: rated(1, 1) }
	}
};

describe('how well it works', () => {
	const view = qualityView(quality);

	it('gives every share with the cases that it counts', () => {
		expect(view.relations.find(({ kind }) => kind === 'agrees')!.precision).toEqual({
			share: 0.5,
			right: 2,
			of: 4
		});
	});

	it('shows no share where nothing was there to measure', () => {
		expect(view.relations[0]).toMatchObject({
			kind: 'conflicts',
			precision: { right: 4, of: 6 },
			recall: null
		});
	});

	it('parts conflicts by what they are over, the most frequent first', () => {
		expect(view.conflicts).toEqual([
			{ kind: 'number', precision: null, recall: { share: 0.75, right: 6, of: 8 } },
			{ kind: 'date', precision: { share: 0.5, right: 1, of: 2 }, recall: null }
		]);
	});
});

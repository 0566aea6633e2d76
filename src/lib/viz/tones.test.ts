import { expect, it } from 'vitest';
import type { Line } from '#lib/model/index.ts';
import { versionsOf } from './tones.ts';

it('gives each of many versions a letter of its own', () => {
	const line: Line = {
		id: 'l',
		title: '… people saw the sign',
		state: 'disputed',
		versions: Array.from({ length: 60 }, (_, at) => ({ id: `v${at}`, label: `${at}`, claims: [`c${at}`] })),
		silent: [],
		unknown: [],
		origins: []
	};
	const letters = versionsOf(line, new Map()).map(({ letter }) => letter);
	expect(new Set(letters).size).toBe(60);
	expect(letters.slice(24, 28)).toEqual(['y', 'z', 'aa', 'ab']);
});

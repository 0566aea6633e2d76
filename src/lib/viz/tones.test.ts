import { describe, expect, it } from 'vitest';
import type { Claim, Line } from '#lib/model/index.ts';
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

describe('versions that have one name', () => {
	const labelsOf = (label: string, ...texts: string[]) => {
		const claims = new Map(
			[...texts, 'It was looked at'].map((text, at) => [
				`c${at}`,
				{ id: `c${at}`, text, holder: '' } as Claim
			])
		);
		const shared = `c${texts.length}`;
		const versions = texts.map((_, at) => ({ id: `v${at}`, label, claims: [`c${at}`, shared] }));
		const line = {
			id: 'l',
			title: '',
			state: 'disputed',
			versions,
			silent: [],
			unknown: [],
			origins: []
		} as Line;
		return versionsOf(line, claims).map((one) => one.label);
	};

	it('are called by their own words where both are a yes', () => {
		expect(labelsOf('affirmed', 'Nothing was cracked', 'Tiles were cracked')).toEqual([
			'Nothing was cracked',
			'Tiles were cracked'
		]);
	});

	it.each([
		['affirmed', ['Tiles were cracked', 'Tiles were cracked']],
		[
			'denied',
			['Tiles were cracked', 'None of the forty tiles that had been counted before was found to be cracked']
		],
		['12', ['12 tiles', '12 plates']]
	])('are told apart by letters where words do not do it: %s', (label, texts) => {
		expect(labelsOf(label, ...texts)).toEqual([`${label} (a)`, `${label} (b)`]);
	});
});

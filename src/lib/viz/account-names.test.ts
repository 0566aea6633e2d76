import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountNames } from './account-names.ts';

type Given = [source: string, title: string, publishedAt?: string];

function named(...given: Given[]): string[] {
	const accounts = given.map(([name, title, publishedAt], at) => ({
		id: String(at),
		source: { name },
		title,
		...(publishedAt ? { publishedAt } : {})
	}));
	return [...accountNames(accounts)].sort(([a], [b]) => Number(a) - Number(b)).map(([, name]) => name);
}

describe('the names of accounts', () => {
	it.each<[string, Given[], string[]]>([
		[
			'are the sources’ where each has one account',
			[
				['Courier', 'a'],
				['Echo', 'b']
			],
			['Courier', 'Echo']
		],
		[
			'carry the day where one source has two',
			[
				['Courier', 'a', '2026-03-14'],
				['Courier', 'b', '2026-03-15T08:00']
			],
			['Courier, 14 Mar', 'Courier, 15 Mar']
		],
		[
			'carry the time where both are of one day',
			[
				['Courier', 'a', '2026-03-14T08:00'],
				['courier', 'b', '2026-03-14T09:30']
			],
			['Courier, 14 Mar, 08:00', 'courier, 14 Mar, 09:30']
		],
		[
			'carry the title where dates do not tell',
			[
				['Courier', 'Canal shut'],
				['Courier', 'Canal open']
			],
			['Courier, “Canal shut”', 'Courier, “Canal open”']
		],
		[
			'carry a number where nothing tells',
			[
				['Courier', ''],
				['Courier', '']
			],
			['Courier, 1', 'Courier, 2']
		]
	])('%s', (_, given, expected) => {
		expect(named(...given)).toEqual(expected);
	});

	it('never call two accounts the same', () => {
		const account = fc.tuple(
			fc.constantFrom('Courier', 'Echo', 'courier '),
			fc.constantFrom('', 'Canal shut', 'Canal open'),
			fc.constantFrom(undefined, '2026-03-14', '2026-03-14T08:00', '2025-03-14')
		);
		fc.assert(
			fc.property(fc.array(account, { maxLength: 8 }), (given) => {
				const names = named(...given);
				expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(given.length);
			})
		);
	});
});

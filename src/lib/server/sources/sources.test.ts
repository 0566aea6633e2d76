import { describe, expect, test } from 'vitest';
import type { Account, Draft, Event, SourceKind } from '#lib/model/index.ts';
import { findSource, looksLike, makeRegister, withKnownSource } from './index.ts';

const account = (name: string, kind: SourceKind, url?: string, language?: string) =>
	({
		id: 'x',
		source: { name, kind },
		title: 't',
		text: 't',
		...(url ? { url } : {}),
		...(language ? { language } : {}),
		rendering: 'verbatim',
		truncated: false,
		sha256: ''
	}) as Account;
const register = makeRegister([
	{
		accounts: [
			account('Quay Herald', 'outlet', 'https://www.quay-herald.org/1', 'en'),
			account('The Quay Herald', 'outlet', 'https://quay-herald.org/2', 'en'),
			account('Quay Herald', 'outlet', 'https://quay-herald.org/3', 'de'),
			account('Northwire', 'agency', 'https://quay-herald.org/4'),
			account('Norrsund Maritime Board', 'institution', 'https://board.norrsund.org/')
		]
	} as unknown as Event
]);
const draft = (name: string, url: string): Draft => ({
	title: 't',
	source: { name, kind: 'outlet' },
	text: 'x',
	url,
	rendering: 'verbatim',
	truncated: false
});

describe('the register of sources', () => {
	test('holds each source once, by the name that most accounts give it', () => {
		expect(register.sources.map(({ name, aliases, accounts }) => ({ name, aliases, accounts }))).toEqual([
			{ name: 'Quay Herald', aliases: ['The Quay Herald'], accounts: 3 },
			{ name: 'Norrsund Maritime Board', aliases: [], accounts: 1 },
			{ name: 'Northwire', aliases: [], accounts: 1 }
		]);
		expect(register.sources[0]).toMatchObject({ hosts: ['quay-herald.org'], languages: ['de', 'en'] });
	});

	test.each([
		['anything', 'quay-herald.org', 'Quay Herald'],
		['quay herald', null, 'Quay Herald'],
		['Quay Heralt', null, 'Quay Herald'],
		['NORTHWIRE', 'other.net', 'Northwire'],
		['Quay Herald Sunday Edition', null, undefined],
		['Lowland Courier', null, undefined]
	])('finds %j on %j as %j', (name, host, found) => {
		expect(findSource(register, name, host)?.name).toBe(found);
	});

	test('names a page’s source as people have called it before, with its kind', () => {
		const named = withKnownSource(draft('board.norrsund.org', 'https://board.norrsund.org/7'), register);
		expect(named.source).toEqual({ name: 'Norrsund Maritime Board', kind: 'institution' });
	});
});

describe('a host', () => {
	test.each([
		['quаy-herald.org', 'quay-herald.org', true],
		['xn--quy-herald-8hi.org', 'quay-herald.org', false],
		['quayherald.org', 'quay-herald.org', true],
		['quay-herold.org', 'quay-herald.org', true],
		['quay-hera1d.org', 'quay-herald.org', true],
		['rnill-post.org', 'mill-post.org', true],
		['m.quay-herald.org', 'quay-herald.org', false],
		['lowland-courier.org', 'quay-herald.org', false],
		['a.org', 'b.org', false]
	])('%s looks like %s: %s', (host, known, isLike) => {
		expect(looksLike(host, known)).toBe(isLike);
	});

	test('that looks like a known one is pointed out, and does not get its name', () => {
		const page = withKnownSource(draft('Quey', 'https://quay-hera1d.org/1'), register);
		expect(page.note).toContain('quay-herald.org');
		expect(page.source.name).toBe('Quey');
	});
});

import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Account, Draft, Event, SourceKind } from '#lib/model/index.ts';
import {
	findSource,
	looksLike,
	makeRegister,
	type OwnSource,
	OwnSources,
	readSourceForm,
	searchSources,
	withKnownSource
} from './index.ts';

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

test('an account whose source nobody has named makes no source', () => {
	const made = makeRegister([
		{ accounts: [account('Account 2', 'outlet', undefined), account('Account Weekly', 'outlet', undefined)] }
	] as unknown as Event[]);
	expect(made.sources.map(({ name }) => name)).toEqual(['Account Weekly']);
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

describe('what a person says of a source', () => {
	const said = (change: Partial<OwnSource> = {}): OwnSource => ({
		name: 'Herald of the Quay',
		kind: 'outlet',
		aliases: ['Quay Herald'],
		hosts: ['quay-herald.press'],
		languages: ['en'],
		country: 'Norrsund',
		labels: ['local paper'],
		...change
	});
	const known = makeRegister(
		[
			{
				accounts: [
					account('Quay Herald', 'institution', 'https://quay-herald.org/1', 'de'),
					account('Northwire', 'agency', 'https://www.northwire.no/4')
				]
			} as unknown as Event
		],
		[said()]
	);

	test('goes before what its accounts show, and takes their addresses and languages in', () => {
		expect(known.sources).toMatchObject([
			{
				name: 'Herald of the Quay',
				kind: 'outlet',
				aliases: ['Quay Herald'],
				hosts: ['quay-herald.org', 'quay-herald.press'],
				languages: ['de', 'en'],
				country: 'Norrsund',
				labels: ['local paper'],
				accounts: 1
			},
			{ name: 'Northwire', country: 'Norway', labels: [], accounts: 1 }
		]);
	});

	test.each([
		['quay-herald.press', 'x'],
		['quay-herald.org', 'x'],
		[null, 'Quay Herald'],
		[null, 'Herald of the Quai']
	])('names what comes from %s as %j', (host, name) => {
		expect(findSource(known, name, host)?.name).toBe('Herald of the Quay');
	});

	test.each(['local', 'quay heral', 'northwire.no', 'norway'])('is found by %j', (words) => {
		expect(searchSources(known, words)).toHaveLength(1);
	});

	test('is kept, renamed without losing its accounts, and forgotten', async () => {
		const dir = await mkdtemp(join(tmpdir(), 'lateral-sources-'));
		const path = join(dir, 'sources.json');
		const own = new OwnSources(path);
		await own.save(said({ aliases: [] }));
		await own.save(said({ name: 'The Herald', aliases: [] }), 'Herald of the Quay');
		await own.save(said({ name: 'Northwire', aliases: [] }));
		expect(await own.save(said({ name: 'the herald' }))).toMatchObject({ failure: { code: 'duplicate' } });
		const reopened = new OwnSources(path);
		expect(await reopened.list()).toMatchObject([
			{ name: 'The Herald', aliases: ['Herald of the Quay'] },
			{ name: 'Northwire' }
		]);
		await reopened.remove('Northwire');
		expect(await new OwnSources(path).list()).toHaveLength(1);

		await writeFile(path, '{"schema":1,"sour');
		expect(await new OwnSources(path).list()).toEqual([]);
		expect((await readdir(dir)).some((file) => file.endsWith('.unread'))).toBe(true);
		await rm(dir, { recursive: true });
	});

	const typed = { name: 'A', kind: 'outlet', aliases: '', hosts: '', languages: '', country: '', labels: '' };
	test.each([
		[{ hosts: 'quay-herald.org, https://www.b.org/x\nb.org' }, { hosts: ['quay-herald.org', 'b.org'] }],
		[{ labels: 'local  paper,local paper,\nparty to it' }, { labels: ['local paper', 'party to it'] }],
		[{ name: ' … ' }, 'name'],
		[{ kind: 'left' }, 'kind'],
		[{ hosts: 'not an address' }, 'hosts'],
		[{ languages: 'English' }, 'languages']
	])('is read from the form: %j', (change, expected) => {
		const read = readSourceForm({ ...typed, ...change });
		expect(read).toMatchObject(
			typeof expected === 'string' ? { failure: { field: expected } } : { ok: true, value: expected }
		);
	});
});

import Fuse from 'fuse.js';
import type { Draft, Event, SourceKind } from '#lib/model/index.ts';
import { hostOf, isPlaceName } from '../ingest/index.ts';
import { bare } from './bare.ts';
import { countryOf } from './country.ts';
import { looksLike } from './look-alike.ts';
import type { OwnSource } from './own-sources.ts';

/** A source as the kept accounts show it, and as people describe it. */
export type KnownSource = {
	name: string;
	kind: SourceKind;
	/** Other ways in which its name was written. */
	aliases: string[];
	hosts: string[];
	languages: string[];
	/** In English; '' where nothing tells. */
	country: string;
	/** What people call it in their own words. */
	labels: string[];
	/** Whether a person has said something of it. */
	isSaid: boolean;
	accounts: number;
};

export type Register = { sources: readonly KnownSource[]; byHost: ReadonlyMap<string, KnownSource> };

/** How far a name may be from a known one: 0 is the same, 1 anything. */
const NEAR = 0.15;

/**
 * The sources of all events, with what people have said of them. It is made from the accounts that people have
 * checked, so a name or kind that was corrected once is known from then on; the spelling that most accounts have is
 * the name, unless a person gave it another.
 */
export function makeRegister(events: readonly Event[], own: readonly OwnSource[] = []): Register {
	const found = countSources(events);
	const said = own.map((source) => {
		const names = [source.name, ...source.aliases];
		const theirs = names.map(bare).map((key) => {
			const counted = found.get(key);
			found.delete(key);
			return counted;
		});
		return asSaid(source, theirs.filter((counted) => counted !== undefined).map(asFound));
	});
	const sources = [...said, ...[...found.values()].map(asFound)].sort(
		(a, b) => b.accounts - a.accounts || (a.name < b.name ? -1 : 1)
	);
	const byHost = new Map<string, KnownSource>();
	// What a person says goes first. Then the source with most accounts of a host is whose host it is; an agency's copy
	// on an outlet's page is not.
	for (const { name, hosts } of own)
		for (const host of hosts) {
			const source = sources.find((one) => one.name === name);
			if (source && !byHost.has(host)) byHost.set(host, source);
		}
	for (const source of sources)
		for (const host of source.hosts) if (!byHost.has(host)) byHost.set(host, source);
	return { sources, byHost };
}

type Counted = {
	names: Map<string, number>;
	kinds: Map<SourceKind, number>;
	hosts: Set<string>;
	languages: Set<string>;
	accounts: number;
};

function countSources(events: readonly Event[]): Map<string, Counted> {
	const found = new Map<string, Counted>();
	for (const { source, url, language } of events.flatMap(({ accounts }) => accounts)) {
		if (isPlaceName(source.name)) continue;
		const key = bare(source.name);
		const known: Counted = found.get(key) ?? {
			names: new Map(),
			kinds: new Map(),
			hosts: new Set(),
			languages: new Set(),
			accounts: 0
		};
		known.names.set(source.name, (known.names.get(source.name) ?? 0) + 1);
		known.kinds.set(source.kind, (known.kinds.get(source.kind) ?? 0) + 1);
		const host = hostOf(url);
		if (host) known.hosts.add(host);
		if (language) known.languages.add(language);
		known.accounts++;
		found.set(key, known);
	}
	return found;
}

/** A source as its accounts show it. */
function asFound({ names, kinds, hosts, languages, accounts }: Counted): KnownSource {
	const [name = '', ...aliases] = ranked(names);
	return {
		name,
		aliases,
		kind: ranked(kinds)[0] ?? 'outlet',
		hosts: [...hosts].sort(),
		languages: [...languages].sort(),
		country: [...hosts].sort().map(countryOf).find(Boolean) ?? '',
		labels: [],
		isSaid: false,
		accounts
	};
}

/** A source as a person describes it, with the addresses, languages and accounts that were found under its names. */
function asSaid(source: OwnSource, found: readonly KnownSource[]): KnownSource {
	const all = (part: 'hosts' | 'languages') =>
		[...new Set([...source[part], ...found.flatMap((one) => one[part])])].sort();
	const names = [...source.aliases, ...found.flatMap(({ name, aliases }) => [name, ...aliases])];
	return {
		...source,
		aliases: [...new Set(names)].filter((name) => name !== source.name),
		hosts: all('hosts'),
		languages: all('languages'),
		isSaid: true,
		accounts: found.reduce((sum, { accounts }) => sum + accounts, 0)
	};
}

function ranked<T extends string>(counts: ReadonlyMap<T, number>): T[] {
	return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([value]) => value);
}

/** The source of a name or host, as far as it is known: the host first, then the name, small slips allowed. */
export function findSource(register: Register, name: string, host: string | null): KnownSource | null {
	const byHost = host === null ? undefined : register.byHost.get(host);
	if (byHost) return byHost;
	const same = register.sources.find((source) =>
		[source.name, ...source.aliases].some((one) => bare(one) === bare(name))
	);
	if (same || bare(name).length < 5) return same ?? null;
	const fuse = new Fuse(register.sources, {
		keys: ['name', 'aliases'],
		threshold: NEAR,
		ignoreLocation: true,
		includeScore: true
	});
	const [best] = fuse.search(name, { limit: 1 });
	// Fuse finds a short name inside a long one; a paper's regional edition is another source.
	return best && Math.abs(best.item.name.length - name.length) <= 2 ? best.item : null;
}

/**
 * The draft with its source as people know it, and with a note where its host looks like a known one, or like that of
 * one of the `others`.
 */
export function withKnownSource(
	draft: Draft,
	register: Register,
	others: readonly { source: string; url: string }[] = []
): Draft {
	const host = hostOf(draft.url);
	const known = findSource(register, draft.source.name, host);
	const source = known ? { name: known.name, kind: known.kind } : draft.source;
	const hosts = new Map([...register.byHost].map(([other, { name }]) => [other, name]));
	for (const other of others) {
		const theirs = hostOf(other.url);
		if (theirs && !hosts.has(theirs)) hosts.set(theirs, other.source);
	}
	const twin = host === null ? undefined : [...hosts.keys()].find((other) => looksLike(host, other));
	if (twin === undefined) return { ...draft, source };
	const warning = `This address, ${host}, looks like ${twin} (${hosts.get(twin)}) but is another site.`;
	// A look-alike must not take over the other's name.
	return { ...draft, note: [draft.note, warning].filter(Boolean).join(' ') };
}

/** The sources that a person's words lead to: by name, other name, address or own word for it, small slips allowed. */
export function searchSources(register: Register, words: string): readonly KnownSource[] {
	if (words.trim() === '') return register.sources;
	const fuse = new Fuse(register.sources, {
		keys: ['name', 'aliases', 'hosts', 'labels', 'country'],
		threshold: 0.3,
		ignoreLocation: true
	});
	return fuse.search(words.trim().slice(0, 100)).map(({ item }) => item);
}

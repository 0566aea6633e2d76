import type { Claim, Comparison, Line, SourceKind } from '#lib/model/index.ts';
import { type ComparisonIndex, nameOf } from './comparison-index.ts';

export type FlowOrigin = {
	id: string;
	name: string;
	named: boolean;
	kind?: SourceKind;
	claims: number;
	accounts: string[];
	/** The first of its claims, in the accounts' order, to be read where they stand. */
	said: { claim: string; account: string; text: string }[];
};
export type FlowPasser = { id: string; name: string; named: boolean; claims: number; accounts: string[] };
export type FlowAccount = {
	id: string;
	name: string;
	kind: SourceKind;
	publishedAt?: string;
	claims: number;
	origins: number;
	/** Whether all that it says, it has from others. */
	repeats: boolean;
};

/** Claims that went one way: who first said them, who passed them on (none, or the nearest to the origin), whose account. */
export type FlowPath = { origin: string; passer: string | null; account: string; claims: number };

export type Origins = {
	/** The one with most accounts first. */
	origins: FlowOrigin[];
	passers: FlowPasser[];
	/** In order of publication. */
	accounts: FlowAccount[];
	paths: FlowPath[];
};

/** Claims of an origin that are listed with it, and origins that have such a list: what a page can carry. */
const SAID = { claims: 8, origins: 60 };

/** A name as it is compared: case and marks do not make another body. */
export function plainName(name: string): string {
	return name
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

type Way = { id: string; name: string; named: boolean; passers: { name: string; named: boolean }[] };

/**
 * The way a claim came: the origin that the line lists for its account, and everybody between the two. A body
 * that is cited and is not itself the origin has passed it on.
 */
function wayOf(claim: Claim, line: Line): Way {
	const links = claim.attribution;
	const here = line.origins.filter((origin) => origin.accounts.includes(claim.account));
	// One holder has one name, whatever each account calls them.
	const shown = claim.holderIdentity ?? claim.holder;
	const holder = plainName(shown);
	const origin =
		here.find(({ name }) => plainName(name) === holder) ?? (here.length === 1 ? here[0] : undefined);
	const name = origin?.name ?? shown;
	const named = origin?.named ?? links.at(-1)?.named ?? true;
	const key = plainName(name);
	// Two unnamed sources of one description are one only where the engine lists them as one origin.
	const id = named ? key : `${key}@${(origin?.accounts ?? [claim.account]).join()}`;
	const passers = links
		.map((link) => ({ name: link.identity ?? link.name, named: link.named }))
		.filter((link) => plainName(link.name) !== key);
	return { id, name, named, passers };
}

function byPublication(
	a: { publishedAt?: string; id: string },
	b: { publishedAt?: string; id: string }
): number {
	const when = (one: { publishedAt?: string }) => one.publishedAt ?? '9999';
	return when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : a.id < b.id ? -1 : 1;
}

/** How many origins a comparison rests on: what `origins` lists, counted without the ways from them. */
export function countOrigins({ claims, lines }: Pick<Comparison, 'claims' | 'lines'>): number {
	const known = new Map(claims.map((claim) => [claim.id, claim]));
	const found = new Set<string>();
	for (const line of lines)
		for (const id of line.versions.flatMap((version) => version.claims)) {
			const claim = known.get(id);
			if (claim) found.add(wayOf(claim, line).id);
		}
	return found.size;
}

/** Who first said it, who passed it on, and whose account has it: for the whole event, or for one line. */
export function origins(index: ComparisonIndex, only?: Line): Origins {
	const kinds = new Map(
		index.comparison.accounts.map(({ source }) => [plainName(source.name), source.kind] as const)
	);
	const found = new Map<string, FlowOrigin & { at: Set<string> }>();
	const passers = new Map<string, FlowPasser & { at: Set<string> }>();
	const paths = new Map<string, FlowPath>();
	for (const line of only ? [only] : index.comparison.lines)
		for (const claim of index.claimsOf.get(line.id) ?? []) {
			const way = wayOf(claim, line);
			const kind = kinds.get(way.id);
			const origin = found.get(way.id) ?? {
				id: way.id,
				name: way.name,
				named: way.named,
				...(kind ? { kind } : {}),
				claims: 0,
				accounts: [],
				said: [],
				at: new Set()
			};
			found.set(way.id, origin);
			origin.claims += 1;
			if (origin.said.length < SAID.claims)
				origin.said.push({ claim: claim.id, account: claim.account, text: claim.text });
			origin.at.add(claim.account);
			// The chain runs from the account outward; who stands nearest to the origin carried it first.
			const last = way.passers.at(-1);
			const passer = last ? plainName(last.name) : null;
			if (last && passer !== null) {
				const known = passers.get(passer) ?? { id: passer, ...last, claims: 0, accounts: [], at: new Set() };
				passers.set(passer, known);
				known.claims += 1;
				known.at.add(claim.account);
			}
			const key = [way.id, passer ?? '', claim.account].join('\n');
			const path = paths.get(key) ?? { origin: way.id, passer, account: claim.account, claims: 0 };
			paths.set(key, path);
			path.claims += 1;
		}
	const plain = <T extends { at: Set<string> }>({ at, ...rest }: T) => ({
		...rest,
		accounts: [...at].sort()
	});
	const all = [...paths.values()];
	return {
		origins: [...found.values()]
			.map(plain)
			.sort((a, b) => b.accounts.length - a.accounts.length || b.claims - a.claims || (a.id < b.id ? -1 : 1))
			.map((origin, at) => (at < SAID.origins ? origin : { ...origin, said: [] })),
		passers: [...passers.values()].map(plain).sort((a, b) => b.claims - a.claims || (a.id < b.id ? -1 : 1)),
		accounts: index.comparison.accounts
			.map(({ id, source, publishedAt }): FlowAccount => {
				const mine = all.filter((path) => path.account === id);
				return {
					id,
					name: nameOf(index, id),
					kind: source.kind,
					...(publishedAt ? { publishedAt } : {}),
					claims: mine.reduce((sum, path) => sum + path.claims, 0),
					origins: new Set(mine.map((path) => path.origin)).size,
					repeats: mine.length > 0 && mine.every((path) => path.origin !== plainName(source.name))
				};
			})
			.filter((account) => account.claims > 0)
			.sort(byPublication),
		paths: all
	};
}

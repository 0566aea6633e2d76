import type { Claim, RelationKind, SourceKind } from '#lib/model/index.ts';
import { pairReader } from './claim-pairs.ts';
import { type ComparisonIndex, nameOf } from './comparison-index.ts';
import { holderKey, holdersOf } from './holders.ts';
import { seriate } from './seriate.ts';

/** How two stand to each other on a line that both speak to. */
export const STANDS = ['agree', 'differ', 'conflict'] as const;
export type Stand = (typeof STANDS)[number];

/** Two accounts, or two holders, and the lines that both speak to. */
export type PairCount = Record<Stand, number> & {
	a: string;
	b: string;
	/** Lines in common. */
	n: number;
	lines: { line: string; title: string; stand: Stand }[];
};

export type Party = {
	id: string;
	name: string;
	kind?: SourceKind;
	named: boolean;
	/** Lines that it speaks to. */
	lines: number;
};

export type Agreement = {
	/** In an order in which those that agree stand together. */
	parties: Party[];
	/** By the two ids, the one that stands first in `parties` first. */
	pairs: PairCount[];
	/** Parties that there was no room for. */
	more: number;
};

/** Most rows of the matrix: beyond it nobody reads cells, and the page grows with its square. */
const MOST = 30;
/** Claims of one party on one line that are compared with another's. */
const CLAIMS = 8;
/** Lines that count for nothing either way, so that one line in common does not make two the closest of all. */
const PRIOR = 2;

const RANK: Record<RelationKind, number> = { agrees: 2, differs: 1, update: 1, conflicts: 0 };

/**
 * How two parties stand on a line: they agree where everything that one says has its match in what the other
 * says (so two that report the same dispute agree), conflict where nothing has, and differ otherwise.
 */
function standOf(a: readonly Claim[], b: readonly Claim[], rank: (x: Claim, y: Claim) => number): Stand {
	const best = [
		...a.map((x) => Math.max(...b.map((y) => rank(x, y)))),
		...b.map((y) => Math.max(...a.map((x) => rank(x, y))))
	];
	if (best.every((one) => one === 2)) return 'agree';
	return best.every((one) => one === 0) ? 'conflict' : 'differ';
}

function partiesOf(index: ComparisonIndex, by: 'accounts' | 'holders'): Party[] {
	const keyOf = by === 'holders' ? holderKey : (claim: Claim) => claim.account;
	const spoken = new Map<string, Set<string>>();
	for (const [line, claims] of index.claimsOf)
		for (const claim of claims) spoken.set(keyOf(claim), (spoken.get(keyOf(claim)) ?? new Set()).add(line));
	const lines = (id: string) => spoken.get(id)?.size ?? 0;
	const all: Party[] =
		by === 'holders'
			? [...holdersOf(index).values()].map(({ key, name, named, kind }) => ({
					id: key,
					name,
					named,
					...(kind ? { kind } : {}),
					lines: lines(key)
				}))
			: index.comparison.accounts.map(({ id, source }) => ({
					id,
					name: nameOf(index, id),
					kind: source.kind,
					named: true,
					lines: lines(id)
				}));
	return all;
}

/** Who shares lines with anybody, the ones with most lines first. */
function counted(index: ComparisonIndex, parties: readonly Party[], keyOf: (claim: Claim) => string) {
	const read = pairReader(index);
	const known = new Set(parties.map((party) => party.id));
	const pairs = new Map<string, PairCount>();
	for (const line of index.comparison.lines) {
		const groups = new Map<string, Claim[]>();
		for (const claim of index.claimsOf.get(line.id) ?? []) {
			const key = keyOf(claim);
			if (!known.has(key)) continue;
			const list = groups.get(key) ?? [];
			if (list.length < CLAIMS) list.push(claim);
			groups.set(key, list);
		}
		const here = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
		here.forEach(([a, mine], at) => {
			for (const [b, theirs] of here.slice(at + 1)) {
				const stand = standOf(mine, theirs, (x, y) => RANK[read(line, x, y).kind]);
				const pair = pairs.get(`${a}\n${b}`) ?? { a, b, n: 0, agree: 0, differ: 0, conflict: 0, lines: [] };
				pairs.set(`${a}\n${b}`, pair);
				pair.n += 1;
				pair[stand] += 1;
				pair.lines.push({ line: line.id, title: line.title, stand });
			}
		});
	}
	return pairs;
}

/** How far apart two stand: 0 where they agree on many lines, 1 where they conflict, in between where unknown. */
function distanceOf(pair: PairCount | undefined): number {
	if (!pair) return 0.5;
	return (PRIOR * 0.5 + pair.differ * 0.4 + pair.conflict) / (PRIOR + pair.n);
}

/** Who agrees with whom: the share of common lines on which two accounts (or holders) agree and conflict. */
export function agreement(index: ComparisonIndex, by: 'accounts' | 'holders'): Agreement {
	const keyOf = by === 'holders' ? holderKey : (claim: Claim) => claim.account;
	const all = partiesOf(index, by).filter((party) => by === 'accounts' || party.lines > 1);
	const byLines = [...all].sort((a, b) => b.lines - a.lines || (a.id < b.id ? -1 : 1));
	const shown = byLines.slice(0, MOST);
	const pairs = counted(index, shown, keyOf);
	const between = (a: string, b: string) => pairs.get(a < b ? `${a}\n${b}` : `${b}\n${a}`);
	// A holder that shares no line with another has nothing to show.
	const meeting =
		by === 'accounts' ? shown : shown.filter(({ id }) => shown.some((other) => between(id, other.id)));
	const order = seriate(meeting.length, (i, j) => distanceOf(between(meeting[i]!.id, meeting[j]!.id)));
	const parties = order.map((at) => meeting[at]!);
	return {
		parties,
		pairs: parties.flatMap((a, at) =>
			parties.slice(at + 1).flatMap((b): PairCount[] => {
				const pair = between(a.id, b.id);
				return pair ? [{ ...pair, a: a.id, b: b.id }] : [];
			})
		),
		more: all.length - meeting.length
	};
}

/** The two accounts that are most worth comparing: most conflicts, then most lines in common. */
export function widestPair({ pairs }: Agreement): PairCount | null {
	return (
		[...pairs].sort((a, b) => b.conflict - a.conflict || b.n - a.n || (a.a + a.b < b.a + b.b ? -1 : 1))[0] ??
		null
	);
}

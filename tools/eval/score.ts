import { CERTAINTIES, RELATION_KINDS, type Account, type Claim, type Comparison } from '#lib/model/index.ts';
import { createCounter, type Counter, type Counts } from './counts.ts';
import type { Gold, GoldClaim } from './gold.ts';
import { isSameHolder } from './names.ts';
import { bestClaim, claimsOn, isCovered } from './overlap.ts';
import { kindOfPair, pairsOf } from './pairs.ts';
import { scoreQuotes } from './quotes.ts';
import { hasBounds, readBounds } from './values.ts';

/** A comparison looked at through its gold: which claims are on which gold claims. */
type View = {
	gold: Gold;
	comparison: Comparison;
	claims: GoldClaim[];
	/** The engine's claims on a gold claim. */
	on: ReadonlyMap<GoldClaim, Claim[]>;
	/** The gold claims that a claim of the engine is on, by its id. */
	under: ReadonlyMap<string, GoldClaim[]>;
	/** The lines that hold some claim on a gold claim, by their index. */
	lines: ReadonlyMap<GoldClaim, ReadonlySet<number>>;
};

/** Counts what an engine got right about one event, for `figuresOf`. */
export function score(gold: Gold, comparison: Comparison, accounts: readonly Account[]): Counts {
	const counter = createCounter();
	const view = look(gold, comparison);
	counter.add('claims', comparison.claims.length);
	counter.add(
		'characters',
		accounts.reduce((sum, { text }) => sum + text.length, 0)
	);
	scoreClaims(view, counter);
	scoreAlignment(view, counter);
	scoreConflicts(view, counter);
	scoreRelations(view, counter);
	scoreOrigins(view, counter);
	scoreQuotes(gold, comparison, counter);
	return counter.counts;
}

function look(gold: Gold, comparison: Comparison): View {
	const claims = gold.lines.flatMap((line) => line.claims);
	const on = new Map(claims.map((claim) => [claim, claimsOn(claim, comparison.claims)]));
	const under = new Map<string, GoldClaim[]>();
	for (const [claim, found] of on) {
		for (const { id } of found) under.set(id, [...(under.get(id) ?? []), claim]);
	}
	const holding = new Map<string, number[]>();
	for (const [index, line] of comparison.lines.entries()) {
		for (const id of new Set(line.versions.flatMap((version) => version.claims))) {
			holding.set(id, [...(holding.get(id) ?? []), index]);
		}
	}
	const lines = new Map(
		claims.map((claim) => [claim, new Set(on.get(claim)!.flatMap(({ id }) => holding.get(id) ?? []))])
	);
	return { gold, comparison, claims, on, under, lines };
}

/** What a claim says by itself: found or not, how it is said, by whom, and with which values. */
function scoreClaims(view: View, { rate, judge }: Counter): void {
	for (const claim of view.claims) {
		const found = isCovered(claim, view.comparison.claims);
		const best = bestClaim(claim, view.comparison.claims);
		rate('claims found', found);
		if (!found || !best) continue;
		rate('voice', best.voice === claim.voice);
		if (claim.attribution.length > 0) {
			const holder = isSameHolder(claim, best);
			rate('holder', holder);
			rate('whole attribution', holder && best.attribution.length === claim.attribution.length);
		}
		const certainty = certaintyOf(view, claim, best);
		for (const one of CERTAINTIES) judge(one, claim.certainty === one, certainty === one);
		if (claim.value !== undefined) {
			const bounds = readBounds(claim.value);
			const values = view.on.get(claim)!.flatMap((each) => each.values);
			rate(
				'values',
				values.some((value) => hasBounds(value, bounds))
			);
		}
	}
}

/** Where the line itself is worded with a negation, to deny is to state; a rival of a stated claim denies it. */
function certaintyOf(view: View, gold: GoldClaim, best: Claim): Claim['certainty'] {
	if (gold.certainty === 'denied') {
		const ids = new Set(view.on.get(gold)!.map(({ id }) => id));
		const rivals = view.comparison.relations.flatMap(({ kind, a, b }) =>
			kind !== 'conflicts' ? [] : ids.has(a) ? [b] : ids.has(b) ? [a] : []
		);
		const denies = rivals.some((id) =>
			view.under.get(id)?.some((other) => other.line === gold.line && other.certainty !== 'denied')
		);
		if (denies) return 'denied';
	}
	const { title } = view.gold.lines.find((line) => line.id === gold.line)!;
	const negative = /\b(no|not|nobody)\b/i.test(title);
	return negative && best.certainty === 'denied' ? 'stated' : best.certainty;
}

/** Pairs of gold claims in different accounts: on one gold line, and with claims in one line of the engine. */
function scoreAlignment({ claims, lines }: View, { judge }: Counter): void {
	for (const [index, a] of claims.entries()) {
		for (const b of claims.slice(0, index)) {
			if (a.account === b.account) continue;
			const together = [...lines.get(a)!].some((line) => lines.get(b)!.has(line));
			judge('alignment', a.line === b.line, together);
		}
	}
}

/** Conflicts as people meet them: is what is called one right, is each dispute found, what raises a false alarm. */
function scoreConflicts({ gold, comparison, under, lines }: View, { rate }: Counter): void {
	const [found, raised, late] = [new Set<unknown>(), new Set<unknown>(), new Set<unknown>()];
	for (const { a, b, reason } of ofKind(comparison, 'conflicts')) {
		const pairs = product(under.get(a) ?? [], under.get(b) ?? []);
		rate('conflicts unjudged', pairs.length === 0);
		if (pairs.length === 0) continue;
		const right = pairs.flatMap(([x, y]) => pairsOf(gold.conflicts, x, y));
		rate('conflicts right', right.length > 0);
		rate(`conflicts right, ${reason.code}`, right.length > 0);
		for (const conflict of right) found.add(conflict);
		if (right.length > 0) continue;
		for (const [x, y] of pairs) {
			for (const miss of pairsOf(gold.nearMisses, x, y)) raised.add(miss);
			for (const update of pairsOf(gold.updates, x, y)) late.add(update);
		}
	}
	for (const conflict of gold.conflicts) {
		rate('conflicts found', found.has(conflict));
		rate(`conflicts found, ${conflict.kind}`, found.has(conflict));
		const sides = [conflict.a, conflict.b].map(
			(side) => new Set(side.flatMap((one) => [...lines.get(one)!]))
		);
		rate(
			'disputes shown',
			[...sides[0]!].some((line) => sides[1]!.has(line) && comparison.lines[line]!.state === 'disputed')
		);
	}
	const updated = new Set(
		ofKind(comparison, 'update').flatMap(({ a, b }) =>
			product(under.get(a) ?? [], under.get(b) ?? []).flatMap(([x, y]) => pairsOf(gold.updates, x, y))
		)
	);
	for (const miss of gold.nearMisses) rate('near misses raised', raised.has(miss));
	for (const update of gold.updates) {
		rate('updates found', updated.has(update));
		rate('updates raised', late.has(update));
	}
}

/** Every relation between claims that gold knows, by kind: is it right, and is every such pair found. */
function scoreRelations({ gold, comparison, claims, under }: View, { rate }: Counter): void {
	const found = new Set<string>();
	for (const kind of RELATION_KINDS) {
		for (const { a, b } of ofKind(comparison, kind)) {
			const pairs = product(under.get(a) ?? [], under.get(b) ?? []);
			if (pairs.length === 0) continue;
			rate(
				`relation ${kind}`,
				pairs.some(([x, y]) => kindOfPair(gold, x, y) === kind)
			);
			for (const [x, y] of pairs) found.add([kind, ...[x.id, y.id].sort()].join(' '));
		}
	}
	for (const [index, x] of claims.entries()) {
		for (const y of claims.slice(0, index)) {
			const kind = kindOfPair(gold, x, y);
			if (kind === 'none' || x.account === y.account) continue;
			rate(`pair ${kind}`, found.has([kind, ...[x.id, y.id].sort()].join(' ')));
		}
	}
}

/** The line that holds most of a gold line's claims, and how many origins it shows. */
function scoreOrigins({ gold, comparison, lines }: View, { rate, add }: Counter): void {
	for (const { claims, origins } of gold.lines) {
		if (new Set(claims.map((claim) => claim.account)).size < 2) continue;
		const weights = comparison.lines.map(
			(_, index) => claims.filter((claim) => lines.get(claim)!.has(index)).length
		);
		const most = Math.max(0, ...weights);
		const shown = most === 0 ? 0 : comparison.lines[weights.indexOf(most)]!.origins.length;
		rate('origins exact', shown === origins);
		add('origins off', Math.abs(shown - origins));
	}
}

function ofKind(comparison: Comparison, kind: string) {
	return comparison.relations.filter((relation) => relation.kind === kind);
}

function product<T>(a: readonly T[], b: readonly T[]): [T, T][] {
	return a.flatMap((x) => b.map((y): [T, T] => [x, y]));
}

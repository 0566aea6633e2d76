import type { Account, Claim, Relation } from '#lib/model/index.ts';
import type { ComparisonIndex } from './comparison-index.ts';
import { nameOf } from './comparison-index.ts';
import { contextOfQuote } from './context.ts';
import { pairOf, passageOf, type QueuePassage } from './review-queue.ts';
import { weighLines } from './weight.ts';
import { wordDiff } from './word-diff.ts';

/** Words in common, long enough to mean something, from which on nobody else is likely to have said the same. */
const LEAST_WORDS = 5;
/** Letters of such a word: shorter ones are mostly articles, pronouns and prepositions. */
const LONG_WORD = 4;
/** Share of the longer wording that the other has too: below it, one may only be about the same. */
const NEARLY_ALL = 0.7;

/** What people decided that is not in the comparison yet, or that is no question any more. */
export type Settled = {
	/** Pairs of claims, by `pairOf`. */
	pairs: ReadonlySet<string>;
	/** The names that people gave as holders, by the claim. */
	holders: ReadonlyMap<string, string>;
};

/** The same words under two names or more: the claims, and what holds between those whose names differ. */
export type SameWords = { claims: Claim[]; relations: Relation[] };

/** Whose a claim is, by the name that is shown. */
export function holderName({ holder, holderIdentity }: Claim): string {
	return holderIdentity ?? holder;
}

const lastWord = (name: string) =>
	name
		.toLowerCase()
		.match(/[\p{L}\p{N}]+/gu)
		?.at(-1) ?? '';

/** Whether two names may well be one holder's: "Reyes" and "Ana Reyes". */
const mayBeOne = (a: string, b: string) => lastWord(a) === lastWord(b);

/** The words of a claim that a relation rests on. */
function evidenceText({ id, text, start }: Claim, { reason }: Relation): string {
	const found = reason.evidence.find(({ claim }) => claim === id);
	return found ? text.slice(found.start - start, found.end - start) : text;
}

function isNearlyTheSame(one: string, other: string): boolean {
	const { a, same, words } = wordDiff(one, other);
	const common = a.flatMap((run) => (run.same ? (run.text.match(/[\p{L}\p{N}]+/gu) ?? []) : []));
	const isLong = (word: string) => word.length >= LONG_WORD;
	return same >= NEARLY_ALL * Math.max(...words) && common.filter(isLong).length >= LEAST_WORDS;
}

/**
 * Whether two accounts quote nearly the same words under two names: on real texts that mostly means that Lateral
 * misread who speaks in one of them, so that a person is asked about the names and not about the pair.
 */
export function areSameWords(relation: Relation, index: ComparisonIndex): boolean {
	if (relation.kind !== 'differs' || relation.reason.code !== 'quote') return false;
	const [a, b] = [index.claims.get(relation.a), index.claims.get(relation.b)];
	// Whoever is not named may be the very person whom the other account names.
	if (!a || !b || a.voice === 'unnamed' || b.voice === 'unnamed') return false;
	if (mayBeOne(holderName(a), holderName(b))) return false;
	return isNearlyTheSame(evidenceText(a, relation), evidenceText(b, relation));
}

const byPlace = (a: Claim, b: Claim) =>
	a.account === b.account ? a.start - b.start : a.account < b.account ? -1 : 1;

/** Relations that hang together by the claims between which they hold. */
function joined(relations: readonly Relation[]): Relation[][] {
	let groups: { claims: Set<string>; relations: Relation[] }[] = [];
	for (const relation of relations) {
		const ends = [relation.a, relation.b];
		const near = groups.filter(({ claims }) => ends.some((id) => claims.has(id)));
		const all = { claims: new Set(ends), relations: near.flatMap((group) => group.relations) };
		for (const group of near) for (const id of group.claims) all.claims.add(id);
		all.relations.push(relation);
		groups = [...groups.filter((group) => !near.includes(group)), all];
	}
	return groups.map((group) => group.relations);
}

/** What is still to be asked about relations that hang together: nothing of names that people know to be both there. */
function openOf(relations: readonly Relation[], { pairs, holders }: Settled, index: ComparisonIndex) {
	const name = (id: string) => holders.get(id) ?? holderName(index.claims.get(id)!);
	const names = ({ a, b }: Relation) => [name(a), name(b)].sort().join('\n');
	const isDecided = ({ a, b }: Relation) => pairs.has(pairOf(a, b)) || (holders.has(a) && holders.has(b));
	const known = new Set(relations.filter(isDecided).map(names));
	return relations.filter((one) => !mayBeOne(name(one.a), name(one.b)) && !known.has(names(one)));
}

/**
 * Questions about who says words that stand under several names, each once however many accounts and claims quote
 * them; those first whose line matters most.
 */
export function sameWords(index: ComparisonIndex, settled: Settled): SameWords[] {
	const weights = weighLines(index);
	const found = index.comparison.relations.filter((relation) => areSameWords(relation, index));
	return joined([...found].sort((x, y) => (pairOf(x.a, x.b) < pairOf(y.a, y.b) ? -1 : 1)))
		.map((relations) => openOf(relations, settled, index))
		.filter((relations) => relations.length > 0)
		.map((relations) => {
			const ids = new Set(relations.flatMap(({ a, b }) => [a, b]));
			const claims = [...ids].map((id) => index.claims.get(id)!).sort(byPlace);
			return {
				claims,
				relations,
				weight: weights.get(index.lineOf.get(claims[0]!.id)?.id ?? '')?.total ?? 0
			};
		})
		.sort((x, y) => y.weight - x.weight || (x.claims[0]!.id < y.claims[0]!.id ? -1 : 1))
		.map(({ claims, relations }) => ({ claims, relations }));
}

/** Who says the same words, as it is asked: the names, with the accounts that give them, and a passage of each account. */
export type WhoSaid = {
	asks: 'who';
	/** Ids of all claims that quote the words. */
	claims: string[];
	quote: string;
	names: { name: string; sources: string[] }[];
	passages: QueuePassage[];
	line: { id: string; title: string };
};

/** Longest part of the words that the question repeats, in characters. */
const QUOTED = 140;

function cut(words: string): string {
	const plain = words
		.replace(/\s+/g, ' ')
		.replace(/^[\s"“”]+|[\s"“”,;]+$/g, '')
		.trim();
	return plain.length <= QUOTED ? plain : `${plain.slice(0, QUOTED).replace(/\s\S*$/, '')} …`;
}

/** Such a question as it is shown; null where an account is no more. */
export function whoSaidItem(
	{ claims, relations }: SameWords,
	index: ComparisonIndex,
	accounts: readonly Account[]
): WhoSaid | null {
	const names = new Map<string, Set<string>>();
	const passages = new Map<string, QueuePassage>();
	for (const claim of claims) {
		const account = accounts.find(({ id }) => id === claim.account);
		if (!account) return null;
		const name = holderName(claim);
		names.set(name, (names.get(name) ?? new Set()).add(nameOf(index, claim.account)));
		if (passages.has(account.id)) continue;
		// What one account quotes clause by clause is one passage, as far as its paragraph goes.
		const inParagraph = ({ account: of, end }: Claim) =>
			of === account.id && !account.text.slice(claim.start, end).includes('\n');
		const { end } = claims.findLast(inParagraph) ?? claim;
		passages.set(account.id, passageOf({ ...claim, end }, account, index, contextOfQuote));
	}
	const line = index.lineOf.get(claims[0]!.id);
	if (!line || names.size < 2) return null;
	return {
		asks: 'who',
		claims: claims.map(({ id }) => id),
		quote: cut(
			evidenceText(
				claims[0]!,
				relations.find(({ a, b }) => [a, b].includes(claims[0]!.id))!
			)
		),
		names: [...names].map(([name, sources]) => ({ name, sources: [...sources] })),
		passages: [...passages.values()],
		line: { id: line.id, title: line.title }
	};
}

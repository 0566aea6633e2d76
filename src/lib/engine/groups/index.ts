import { stem } from '../words/stem.ts';
import { COMMON_WORDS } from './common-words.ts';

/** A text to be put with others of the same event: an entry of a feed, or a whole account. */
export type Piece = { id: string; title: string; text: string; publishedAt?: string | undefined };

/** Pieces that seem to speak of one event, with the words that hold them together. */
export type Group = { pieces: string[]; words: string[] };

/** Characters of a piece that count: what an event is stands at the top. */
const READ = 6_000;

/** How much more a word of the title weighs, and a name. */
const TITLE = 2;
const NAME = 1.6;

/** Days apart at which two pieces are half as likely to be about one event. */
const HALF_LIFE = 15;

/** Likeness at which pieces join; set on development texts, where it is flat around this value. */
const THRESHOLD = 0.14;

/** Pieces that hold a word, past which the word says nothing about which event: it makes no pairs. */
const MOST_HOLDERS = 500;

type Vector = Map<string, number>;

/**
 * Proposes which pieces belong to one event. Single pass over the pairs that share telling words, likest first
 * (average link), with time apart held against them; the order of the input changes nothing. A piece without
 * company is a group of its own.
 */
export function groupPieces(pieces: readonly Piece[]): Group[] {
	const sorted = [...pieces].sort((a, b) => (a.id < b.id ? -1 : 1));
	const counts = sorted.map(countWords);
	const vectors = weigh(counts);
	const links = findLinks(vectors, sorted);
	return join(sorted.length, links)
		.map((members) => ({
			pieces: members.map((index) => sorted[index]!.id),
			words: sharedWords(members, vectors)
		}))
		.sort((a, b) => b.pieces.length - a.pieces.length || (a.pieces[0]! < b.pieces[0]! ? -1 : 1));
}

/**
 * The pieces that may be about the event that `known` pieces describe, likest first: the mean of the two best
 * likenesses, since accounts of one event differ in what they dwell on. What shares next to nothing is left out.
 */
export function rankPieces(
	known: readonly Piece[],
	pieces: readonly Piece[]
): { id: string; likeness: number }[] {
	const vectors = weigh([...known, ...pieces].map(countWords));
	const days = [...known, ...pieces].map(dayOf);
	return pieces
		.map(({ id }, index) => {
			const at = known.length + index;
			const likenesses = known
				.map((_, other) => dot(vectors[at]!, vectors[other]!) * decay(days[at]!, days[other]!))
				.sort((a, b) => b - a)
				.slice(0, 2);
			const likeness = likenesses.reduce((sum, value) => sum + value, 0) / (likenesses.length || 1);
			return { id, likeness };
		})
		.filter(({ likeness }) => likeness >= THRESHOLD / 2)
		.sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1));
}

function dayOf({ publishedAt }: Piece): number {
	return publishedAt ? Date.parse(publishedAt.slice(0, 10)) / 86_400_000 : NaN;
}

/** What time apart leaves of a likeness; nothing is held against a piece without a date. */
function decay(a: number, b: number): number {
	const apart = Math.abs(a - b);
	return Number.isNaN(apart) ? 1 : 0.5 ** (apart / HALF_LIFE);
}

function countWords({ title, text }: Piece): Vector {
	const counts: Vector = new Map();
	const add = (part: string, weight: number) => {
		for (const match of part.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’']*/gu)) {
			const word = match[0].replace(/[’']s?$/, '');
			const lower = word.toLowerCase();
			if (lower.length < 2 || COMMON_WORDS.has(lower)) continue;
			const key = stem(lower);
			const isName = word !== lower && /^\p{Lu}/u.test(word);
			counts.set(key, (counts.get(key) ?? 0) + weight * (isName ? NAME : 1));
		}
	};
	const start = text.startsWith(title) ? title.length : 0;
	add(title, TITLE);
	add(text.slice(start, start + READ), 1);
	return counts;
}

/** Weights each word by how rare it is among the pieces, and brings each piece to length 1. */
function weigh(counts: readonly Vector[]): Vector[] {
	const holders = new Map<string, number>();
	for (const words of counts)
		for (const word of words.keys()) holders.set(word, (holders.get(word) ?? 0) + 1);
	const most = Math.max(counts.length, 20);
	return counts.map((words) => {
		const weighed: Vector = new Map();
		let square = 0;
		for (const [word, count] of words) {
			const weight = (1 + Math.log(count + 1)) * Math.log(1 + most / holders.get(word)!);
			weighed.set(word, weight);
			square += weight * weight;
		}
		const length = Math.sqrt(square) || 1;
		for (const [word, weight] of weighed) weighed.set(word, weight / length);
		return weighed;
	});
}

/** By two pieces' places: the sum of likenesses between the groups that they stand for. */
type Links = Map<number, Map<number, number>>;

type Link = { a: number; b: number; likeness: number };

/** Likeness of every two pieces that share a telling word, found through an index of words. */
function findLinks(vectors: readonly Vector[], pieces: readonly Piece[]): Links {
	const index = new Map<string, number[]>();
	for (const [at, vector] of vectors.entries()) {
		for (const word of vector.keys()) {
			const list = index.get(word);
			if (list) list.push(at);
			else index.set(word, [at]);
		}
	}
	const days = pieces.map(dayOf);
	const links: Links = new Map();
	for (const [a, vector] of vectors.entries()) {
		const near = new Set<number>();
		for (const word of vector.keys()) {
			const list = index.get(word)!;
			if (list.length <= MOST_HOLDERS) for (const b of list) if (b > a) near.add(b);
		}
		for (const b of near) {
			const likeness = dot(vector, vectors[b]!) * decay(days[a]!, days[b]!);
			if (likeness < THRESHOLD / 3) continue;
			put(links, a, b, likeness);
			put(links, b, a, likeness);
		}
	}
	return links;
}

function put(links: Links, from: number, to: number, likeness: number): void {
	const row = links.get(from);
	if (row) row.set(to, likeness);
	else links.set(from, new Map([[to, likeness]]));
}

function dot(a: Vector, b: Vector): number {
	const [short, long] = a.size < b.size ? [a, b] : [b, a];
	let sum = 0;
	for (const [word, weight] of short) sum += weight * (long.get(word) ?? 0);
	return sum;
}

/** Joins the two groups that are likest on average until none is like enough. */
function join(count: number, links: Links): number[][] {
	const groups = new Map<number, number[]>(Array.from({ length: count }, (_, index) => [index, [index]]));
	const best = (of: number): Link | null => {
		let found: Link | null = null;
		for (const [to, sum] of links.get(of) ?? []) {
			const likeness = sum / (groups.get(of)!.length * groups.get(to)!.length);
			if (!found || likeness > found.likeness || (likeness === found.likeness && to < found.b))
				found = { a: of, b: to, likeness };
		}
		return found;
	};
	const bests = new Map<number, Link | null>([...groups.keys()].map((at) => [at, best(at)]));
	for (;;) {
		let top: Link | null = null;
		for (const link of bests.values()) if (link && (!top || link.likeness > top.likeness)) top = link;
		if (!top || top.likeness < THRESHOLD) break;
		const { a, b } = top;
		groups.get(a)!.push(...groups.get(b)!);
		const touched = new Set<number>();
		for (const [to, sum] of links.get(b) ?? []) {
			links.get(to)?.delete(b);
			if (to === a) continue;
			const joined = (links.get(a)?.get(to) ?? 0) + sum;
			put(links, a, to, joined);
			put(links, to, a, joined);
		}
		links.delete(b);
		groups.delete(b);
		bests.delete(b);
		for (const [at, link] of bests) if (at === a || link?.b === a || link?.b === b) touched.add(at);
		for (const to of links.get(a)?.keys() ?? []) touched.add(to);
		for (const at of touched) bests.set(at, best(at));
	}
	return [...groups.values()].map((members) => members.sort((a, b) => a - b));
}

/** The words that weigh most in the pieces together, for people: what the group is about. */
function sharedWords(members: readonly number[], vectors: readonly Vector[]): string[] {
	const sums = new Map<string, number>();
	for (const at of members)
		for (const [word, weight] of vectors[at]!) sums.set(word, (sums.get(word) ?? 0) + weight);
	return [...sums]
		.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
		.slice(0, 5)
		.map(([word]) => word);
}

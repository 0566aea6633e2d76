import { baseRelation, childBy, type Tree } from '../tree.ts';
import { accordingFrame } from './other-frames.ts';
import { trimRange, type Range } from './ranges.ts';

/** A stretch that a cue may introduce, and the ways in which the sentence offers it. */
export type Candidate = {
	/** The cue's main word. */
	cue: number;
	content: Range[];
	/** How it hangs on the cue: `ccomp`, `obl:for`, `before`, `rest`; the first is the closest. */
	patterns: string[];
};

/** A sentence's tokens in quotation marks: the quotation's number from 0, or -1. */
export type Quoted = Int16Array;

/** A cue with more children than this stands in a list or a broken parse. */
const MOST_CHILDREN = 16;
const FOLLOWERS = /^(?:ccomp|xcomp|obj|iobj|obl|advcl|acl|nmod|parataxis|conj|csubj|dep|appos|nsubj|list)$/;
const LEADERS = /^(?:nsubj|csubj|ccomp|advcl|obl)$/;
const CLAUSE_EDGE = /^(?:[,;:?!.…—–-]|--|["”“″’‘]|''|``)$/;

/** Collects one cue's candidates, one for each stretch however many ways lead to it. */
class Gathering {
	readonly #found = new Map<string, Candidate>();
	readonly #tree: Tree;
	readonly #cue: number;

	constructor(tree: Tree, cue: number) {
		this.#tree = tree;
		this.#cue = cue;
	}

	add(pattern: string, ...ranges: readonly Range[]): void {
		const content: Range[] = [];
		for (const range of ranges) {
			const { from, to } = trimRange(this.#tree, range);
			if (to <= from) continue;
			const last = content.at(-1);
			if (last && from <= last.to) last.to = Math.max(last.to, to);
			else content.push({ from, to });
		}
		if (content.length === 0 || content.some(({ from, to }) => this.#cue >= from && this.#cue < to)) return;
		const key = content.map(({ from, to }) => `${from}-${to}`).join();
		const known = this.#found.get(key);
		if (known === undefined) this.#found.set(key, { cue: this.#cue, content, patterns: [pattern] });
		else if (!known.patterns.includes(pattern)) known.patterns.push(pattern);
	}

	get all(): Candidate[] {
		return [...this.#found.values()];
	}
}

/** The end of what a sentence says: before its closing punctuation. */
function lastWord(tree: Tree): number {
	let to = tree.tokens.length;
	while (to > 0 && tree.tokens[to - 1]!.upos === 'PUNCT') to--;
	return to;
}

/** First token of a cue with its helping verbs and adverbs, and of a short subject just before it. */
function frameStart(tree: Tree, cue: number): number {
	let from = cue;
	for (const child of tree.children[cue]!) {
		if (child > cue) break;
		const relation = baseRelation(tree.tokens[child]!.deprel);
		if (/^(?:aux|advmod|nsubj|cop|det|amod|nmod|compound|case|mark)$/.test(relation))
			from = Math.min(from, tree.low[child]!);
	}
	return from;
}

/** A child's pattern: its relation, with the preposition where it has one. */
function patternOf(tree: Tree, child: number): { pattern: string; inner: number } {
	const relation = baseRelation(tree.tokens[child]!.deprel);
	const first = tree.low[child]!;
	const marked = first < child && /^(?:ADP|SCONJ|PART)$/.test(tree.tokens[first]!.upos);
	if (/^(?:obl|nmod)$/.test(relation) && marked)
		return { pattern: `${relation}:${tree.lower[first]!}`, inner: first + 1 };
	if (/^(?:advcl|acl)$/.test(relation) && marked)
		return { pattern: `${relation}:${tree.lower[first]!}`, inner: first };
	return { pattern: relation, inner: first };
}

function addFollowers(gathering: Gathering, tree: Tree, cue: number, end: number): void {
	const after = tree.children[cue]!.filter(
		(child) => child > cue && FOLLOWERS.test(baseRelation(tree.tokens[child]!.deprel))
	).slice(0, MOST_CHILDREN);
	const subject = tree.children[cue]!.find(
		(child) => child < cue && /^(?:nsubj|csubj|expl)/.test(tree.tokens[child]!.deprel)
	);
	const last = after.at(-1);
	for (const child of after) {
		const { pattern, inner } = patternOf(tree, child);
		gathering.add(pattern, { from: inner, to: tree.high[child]! });
		if (last !== child) gathering.add(`${pattern}+`, { from: inner, to: tree.high[last!]! });
		if (tree.high[last!]! < end) gathering.add(`${pattern}>`, { from: inner, to: end });
		// "Is expected to win": what is said is the subject and the rest.
		if (
			subject !== undefined &&
			/^(?:xcomp|ccomp|obj|obl|advcl)$/.test(baseRelation(tree.tokens[child]!.deprel))
		)
			gathering.add(
				`subject&${pattern}`,
				{ from: tree.low[subject]!, to: tree.high[subject]! },
				{ from: tree.low[child]!, to: tree.high[last!]! }
			);
	}
	if (cue + 1 < end) gathering.add('rest', { from: cue + 1, to: end });
}

function addLeaders(gathering: Gathering, tree: Tree, cue: number, end: number): void {
	const edge = frameStart(tree, cue);
	const closed = edge > 0 && CLAUSE_EDGE.test(tree.lower[edge - 1]!);
	const after = tree.high[cue]!;
	const { head, deprel } = tree.tokens[cue]!;
	const relation = baseRelation(deprel);
	if (closed && edge > 1) {
		gathering.add('before', { from: 0, to: edge });
		if (cue + 2 < end) {
			// `"A," she said, "B."`: what comes after the frame goes on with what came before.
			const mark = nextEdge(tree, cue + 1);
			if (mark >= 0 && mark + 1 < end)
				gathering.add('before&after', { from: 0, to: edge }, { from: mark, to: end });
		}
	}
	for (const child of tree.children[cue]!) {
		if (child > cue) break;
		const name = baseRelation(tree.tokens[child]!.deprel);
		if (LEADERS.test(name)) gathering.add(`<${name}`, { from: tree.low[child]!, to: tree.high[child]! });
	}
	if (head < 0) return;
	if (/^(?:parataxis|advcl|conj|dep|discourse|acl)$/.test(relation)) {
		const low = tree.low[head]!;
		const high = tree.high[head]!;
		const from = Math.min(tree.low[cue]!, edge);
		gathering.add(`around:${relation}`, { from: low, to: from }, { from: after, to: Math.max(high, after) });
		if (from > low) gathering.add(`head:${relation}`, { from: low, to: from });
	}
	// "A plan that she backs": the noun that the clause describes.
	if (relation === 'acl' && head < cue) gathering.add('described', nounPhrase(tree, head, cue));
}

function nounPhrase(tree: Tree, noun: number, before: number): Range {
	let to = noun + 1;
	for (const child of tree.children[noun]!)
		if (child > noun && tree.high[child]! <= tree.low[before]! && tree.high[child]! <= before)
			to = Math.max(to, tree.high[child]!);
	return { from: tree.low[noun]!, to: Math.min(to, before) };
}

/** The next comma or quotation mark within a few words; -1 where there is none. */
function nextEdge(tree: Tree, from: number): number {
	for (let index = from; index < Math.min(tree.tokens.length, from + 14); index++)
		if (CLAUSE_EDGE.test(tree.lower[index]!)) return index;
	return -1;
}

function addQuotations(gathering: Gathering, tree: Tree, cue: number, quoted: Quoted): void {
	let from = 0;
	const runs: Range[] = [];
	for (let index = 1; index <= quoted.length; index++) {
		if (index < quoted.length && quoted[index] === quoted[from]) continue;
		if (quoted[from]! >= 0) runs.push({ from, to: index });
		from = index;
	}
	const next = runs.find((run) => run.from > cue);
	const last = runs.findLast((run) => run.to <= cue);
	if (next) gathering.add('quote-after', next);
	if (last) gathering.add('quote-before', last);
	if (next && last) gathering.add('quote-both', last, next);
	// "Called the plan a 'mess'": from the cue on to where the quotation closes.
	if (next) gathering.add('to-quote-end', { from: cue + 1, to: next.to });
}

/** What one word may introduce, in no particular order; empty for words that introduce nothing. */
export function candidatesOf(tree: Tree, cue: number, quoted: Quoted): Candidate[] {
	const { upos } = tree.tokens[cue]!;
	const word = tree.lower[cue]!;
	const gathering = new Gathering(tree, cue);
	const end = lastWord(tree);
	if (word === 'according') {
		const frame = accordingFrame(tree, cue);
		if (frame) gathering.add('according', ...frame.content);
		gathering.add('before', { from: 0, to: cue });
		const mark = nextEdge(tree, cue + 1);
		if (mark > 0 && mark < end) gathering.add('rest', { from: mark, to: end });
		if (mark > 0 && mark < end && cue > 1)
			gathering.add('before&after', { from: 0, to: cue }, { from: mark, to: end });
		return gathering.all;
	}
	if (word === ':') {
		if (cue > 0 && cue < 10 && cue + 2 < end) gathering.add('colon', { from: cue + 1, to: end });
		return gathering.all;
	}
	switch (upos) {
		case 'VERB':
			addFollowers(gathering, tree, cue, end);
			addLeaders(gathering, tree, cue, end);
			addQuotations(gathering, tree, cue, quoted);
			break;
		case 'AUX':
			if (childBy(tree, cue, 'ccomp', 'parataxis') < 0 && tree.tokens[cue]!.deprel !== 'root') return [];
			addFollowers(gathering, tree, cue, end);
			addLeaders(gathering, tree, cue, end);
			break;
		case 'NOUN':
		case 'ADJ':
			addFollowers(gathering, tree, cue, end);
			if (upos === 'ADJ' || childBy(tree, cue, 'cop') >= 0) addLeaders(gathering, tree, cue, end);
			if (upos === 'NOUN') addQuotations(gathering, tree, cue, quoted);
			break;
		default:
	}
	return gathering.all;
}

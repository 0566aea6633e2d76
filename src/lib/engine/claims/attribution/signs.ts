import { baseRelation, type Tree } from '../tree.ts';
import type { Candidate, Quoted } from './candidates.ts';

/** How many bits of a sign's hash are kept: so many weights there are. */
export const SIGN_BITS = 21;
const MASK = (1 << SIGN_BITS) - 1;

const MARK = /^(?:["“”″'‘’`]+)$/;
const MARK_OR_STOP = /^(?:["“”″'‘’`]+|[,.?!])$/;
const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;

/** A sentence's tokens as numbers, which signs are mixed from, and counts up to each token. */
export type Sheet = {
	tree: Tree;
	quoted: Quoted;
	lemmas: Int32Array;
	words: Int32Array;
	tags: Int32Array;
	parts: Int32Array;
	relations: Int32Array;
	classes: Int32Array;
	finite: Int32Array;
	inQuotes: Int32Array;
};

const known = new Map<string, number>();

/** A 32-bit FNV-1a hash, remembered for the words that come again and again. */
export function hashWord(word: string): number {
	const cached = known.get(word);
	if (cached !== undefined) return cached;
	let h = 0x811c9dc5;
	for (let at = 0; at < word.length; at++) h = Math.imul(h ^ word.charCodeAt(at), 0x01000193);
	if (known.size < 50_000) known.set(word, h | 0);
	return h | 0;
}

/** Joins up to three values under a sign into the number of its weight. */
export function mix(sign: number, a: number, b: number, c: number): number {
	let h = Math.imul(sign + 1, 0x9e3779b1) ^ a;
	h = Math.imul(h ^ (h >>> 15), 0x85ebca6b) ^ b;
	h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) ^ c;
	h = Math.imul(h ^ (h >>> 16), 0x165667b1);
	return ((h ^ (h >>> 15)) >>> 0) & MASK;
}

/** The numbers of the weights of signs of up to three values each, which are counted from `first` on. */
export function mixAll(first: number, signs: readonly (readonly number[])[]): Int32Array {
	const mixed = new Int32Array(signs.length);
	for (let at = 0; at < signs.length; at++) {
		const values = signs[at]!;
		mixed[at] = mix(first + at, values[0] ?? 0, values[1] ?? 0, values[2] ?? 0);
	}
	return mixed;
}

/** Reads a sentence once for the signs of all its candidates; `classes` sorts lemmas of like meaning together. */
export function readSheet(tree: Tree, quoted: Quoted, classes: ReadonlyMap<string, number>): Sheet {
	const { tokens } = tree;
	const count = tokens.length;
	const column = () => new Int32Array(count);
	const sheet = {
		tree,
		quoted,
		lemmas: column(),
		words: column(),
		tags: column(),
		parts: column(),
		relations: column(),
		classes: column(),
		finite: new Int32Array(count + 1),
		inQuotes: new Int32Array(count + 1)
	};
	for (let index = 0; index < count; index++) {
		const { lemma, xpos, upos, deprel } = tokens[index]!;
		const lower = lemma.toLowerCase();
		sheet.lemmas[index] = hashWord(lower);
		sheet.words[index] = hashWord(tree.lower[index]!);
		sheet.tags[index] = hashWord(xpos);
		sheet.parts[index] = hashWord(upos);
		sheet.relations[index] = hashWord(deprel);
		sheet.classes[index] = classes.get(lower) ?? 0;
		sheet.finite[index + 1] = sheet.finite[index]! + (FINITE.test(xpos) ? 1 : 0);
		sheet.inQuotes[index + 1] = sheet.inQuotes[index]! + (quoted[index]! >= 0 ? 1 : 0);
	}
	return sheet;
}

/** Lengths and distances in ten steps that grow. */
export function step(n: number): number {
	return n < 4 ? n : n < 6 ? 4 : n < 9 ? 5 : n < 14 ? 6 : n < 22 ? 7 : n < 35 ? 8 : 9;
}

/** Bits for the kinds of clauses and objects that hang on a cue. */
const COMPLEMENTS: Record<string, number> = { ccomp: 2, xcomp: 4, obl: 8, parataxis: 16 };

/** The signs of a cue alone, which all its candidates share. */
export function cueSigns(sheet: Sheet, cue: number): Int32Array {
	const { tree, lemmas, words, tags, parts, relations, classes, quoted } = sheet;
	let [subject, object, determiner] = [-1, -1, -1];
	let [passive, negated, modal, particle, mark, copula, owned, relative, complements] = [
		0, 0, 0, 0, 0, 0, 0, 0, 0
	];
	for (const child of tree.children[cue]!) {
		const { deprel, xpos, lemma } = tree.tokens[child]!;
		const relation = baseRelation(deprel);
		if (relation === 'nsubj' || relation === 'csubj' || relation === 'expl') {
			subject = child;
			if (/^(?:who|which|that)$/.test(tree.lower[child]!)) relative = 1;
		} else if (relation === 'obj') object = child;
		else if (deprel === 'aux:pass') passive = 1;
		else if (relation === 'aux') {
			if (xpos === 'MD') modal = words[child]!;
			if (lemma === 'have') complements ^= 1;
		} else if (deprel === 'compound:prt') particle = words[child]!;
		else if (relation === 'mark') mark = words[child]!;
		else if (relation === 'cop') copula = 1;
		else if (relation === 'det') determiner = child;
		else if (deprel === 'nmod:poss') owned = 1;
		if (/^(?:not|n['’]t|never|no|neither)$/.test(tree.lower[child]!)) negated = 1;
		complements ^= COMPLEMENTS[relation] ?? 0;
	}
	const { head } = tree.tokens[cue]!;
	const lemma = lemmas[cue]!;
	const kind = classes[cue]!;
	const part = parts[cue]!;
	const pronoun = subject >= 0 && tree.tokens[subject]!.upos === 'PRON';
	const who = subject < 0 ? 0 : pronoun ? words[subject]! : tags[subject]!;
	const inside = quoted[cue]! >= 0 ? 1 : 0;
	const isLast = cue + 1 >= words.length;
	const next = isLast ? 0 : words[cue + 1]!;
	const signs = [
		[lemma],
		[tags[cue]!, relations[cue]!],
		[lemma, tags[cue]!],
		[who, part],
		[subject < 0 ? 0 : lemmas[subject]!],
		[lemma, who],
		[passive * 4 + negated * 2 + (modal === 0 ? 0 : 1), part],
		[modal, negated],
		[lemma, particle],
		[mark, relations[cue]!],
		[head < 0 ? 0 : lemmas[head]!, relations[cue]!],
		[inside, part],
		[inside, lemma],
		[copula * 4 + owned * 2 + relative, part],
		[determiner < 0 ? owned : words[determiner]!, part],
		[cue > 0 ? words[cue - 1]! : 0],
		[next, lemma],
		[next, tags[cue]!],
		[kind],
		[kind, who],
		[subject < 0 ? 0 : classes[subject]!, kind],
		[lemma, passive * 2 + negated],
		[object < 0 ? 0 : lemmas[object]!, lemma],
		[object < 0 ? 0 : classes[object]!, kind],
		[lemma, complements],
		[kind, complements],
		[cue > 0 ? tags[cue - 1]! : 0, isLast ? 0 : tags[cue + 1]!]
	];
	return mixAll(100, signs);
}

function headIn(tree: Tree, { from, to }: { from: number; to: number }): number {
	for (let index = from; index < to; index++) {
		const { head, upos } = tree.tokens[index]!;
		if ((head < from || head >= to) && upos !== 'PUNCT') return index;
	}
	return from;
}

/** Whether a stretch begins or ends in the middle of a quotation: 2 and 1, added. */
function cutsQuotation({ tree, quoted }: Sheet, from: number, to: number): number {
	const start =
		from > 0 && quoted[from]! >= 0 && quoted[from - 1] === quoted[from] && !MARK.test(tree.lower[from - 1]!);
	const end =
		to < quoted.length &&
		quoted[to]! >= 0 &&
		quoted[to - 1] === quoted[to] &&
		!MARK_OR_STOP.test(tree.lower[to]!);
	return (start ? 2 : 0) + (end ? 1 : 0);
}

/** Hands the signs of a candidate, apart from its cue's, to `take`. */
export function eachSign(sheet: Sheet, candidate: Candidate, take: (sign: number) => void): void {
	const { tree, lemmas, words, tags, parts, relations, classes, quoted, finite, inQuotes } = sheet;
	const { cue, content, patterns } = candidate;
	const [lemma, tag, kind] = [lemmas[cue]!, tags[cue]!, classes[cue]!];
	const { from } = content[0]!;
	const { to } = content.at(-1)!;
	const add = (sign: number, a: number, b = 0, c = 0) => take(mix(sign, a, b, c));
	let [length, verbs, inside] = [0, 0, 0];
	for (const part of content) {
		length += part.to - part.from;
		verbs += finite[part.to]! - finite[part.from]!;
		inside += inQuotes[part.to]! - inQuotes[part.from]!;
	}
	const cut = cutsQuotation(sheet, from, to);
	const share = inside === 0 ? 0 : inside >= length * 0.9 ? 2 : 1;
	const before = from > 0 ? words[from - 1]! : 1;
	const after = to < words.length ? words[to]! : 1;
	const where = to <= cue ? 0 : from > cue ? 1 : 2;
	const gap = step(where === 1 ? from - cue : where === 0 ? cue - to : 0);
	const finites = Math.min(verbs, 3);
	const hasVerb = verbs > 0 ? 1 : 0;
	const main = hashWord(patterns[0]!);
	const coarse = hashWord(patterns[0]!.replace(/:[^+>]*/, ''));
	const head = headIn(tree, content[0]!);
	for (const pattern of patterns) {
		const p = hashWord(pattern);
		add(1, p);
		add(2, p, lemma);
		add(3, p, tag);
		add(4, p, kind);
		add(5, p, share, hasVerb);
	}
	add(6, patterns.length, where);
	add(7, coarse, lemma);
	add(8, coarse, share, cut);
	add(9, main, step(length));
	add(10, coarse, before);
	add(11, coarse, after);
	add(12, coarse, words[from]!);
	add(13, lemma, words[from]!);
	add(14, kind, words[from]!);
	add(15, lemma, before, where);
	add(16, coarse, tags[from]!, tags[to - 1]!);
	add(17, finites, share, where);
	add(18, lemma, share, where);
	add(19, gap, where);
	add(20, coarse, gap);
	add(21, step(words.length - to), where, coarse);
	add(22, coarse, to < words.length ? tags[to]! : 1);
	add(23, from === 0 ? 1 : 0, where, coarse);
	add(24, cut, where);
	add(25, content.length, where, lemma);
	add(26, lemma, lemmas[head]!);
	add(27, kind, classes[head]!);
	add(28, relations[head]!, coarse, parts[head]!);
	add(29, lemma, parts[head]!, where);
	add(30, kind, parts[head]!, where);
	add(31, coarse, quoted[cue]! >= 0 ? 1 : 0, share);
	add(32, lemma, hasVerb, where);
	add(33, kind, hasVerb, where);
	add(34, kind, share, where);
	add(35, coarse, before, after);
	add(36, step(length), finites, share);
}

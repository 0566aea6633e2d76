import type { Token } from '../types.ts';
import type { Reader } from './codec.ts';
import { hashText } from './hash.ts';
import { LinearModel, type Scorer, type Sums } from './linear-model.ts';
import { NAME_FEATURES, type NameContext, nameFeatures } from './name-features.ts';
import type { Words } from './words.ts';

export type NameSpanKind = 'person' | 'organisation' | 'place' | 'other';

/** A name's tokens (half-open), what it names, and how sure the finder is (0 to 1). */
export type NameSpan = { start: number; end: number; kind: NameSpanKind; score: number };

export const NAME_KINDS: readonly NameSpanKind[] = ['person', 'organisation', 'place', 'other'];

/** Class 0 is no name; then for each kind its first word and its further words. */
export const NAME_CLASSES = 1 + 2 * NAME_KINDS.length;

/** Whether class `next` may follow class `last`: further words need a first word of their kind. */
export const follows = (next: number, last: number): boolean =>
	next === 0 || next % 2 === 1 || next === last || next === last + 1;

/** Finds names with an averaged perceptron, from left to right. */
export class NameFinder {
	readonly #context: NameContext;
	readonly #scorer: Scorer;
	/** The margin over “no name” at which a name is as likely as not to be right, and its steepness. */
	readonly #even: number;
	readonly #steepness: number;
	readonly #features = new Uint32Array(NAME_FEATURES);
	readonly #scores: Sums;

	constructor(words: Words, scorer: Scorer, even: number, steepness: number) {
		this.#context = emptyContext(words);
		this.#scorer = scorer;
		this.#scores = scorer.sums(NAME_CLASSES);
		this.#even = even;
		this.#steepness = steepness;
	}

	static read(reader: Reader, words: Words): NameFinder {
		const even = reader.float();
		const steepness = reader.float();
		return new NameFinder(words, new LinearModel(reader), even, steepness);
	}

	/** The names among the tokens of one sentence. */
	find(tokens: readonly Token[], text: string): NameSpan[] {
		fillContext(this.#context, tokens, text);
		const names: NameSpan[] = [];
		let open: (NameSpan & { margin: number }) | null = null;
		const close = (end: number): void => {
			if (!open) return;
			const margin = open.margin / (end - open.start) - this.#even;
			names.push({
				start: open.start,
				end,
				kind: open.kind,
				score: 1 / (1 + Math.exp(-margin * this.#steepness))
			});
			open = null;
		};
		let last = 0;
		let before = 0;
		for (let i = 0; i < tokens.length; i++) {
			const count = nameFeatures(this.#context, last, before, i, this.#features);
			this.#scorer.add(this.#features, count, this.#scores.fill(0), 0);
			const top = bestName(this.#scores, last);
			if (top % 2 === 1 || top === 0) close(i);
			const margin = this.#scores[top]! - this.#scores[0]!;
			if (top % 2 === 1) open = { start: i, end: i, kind: NAME_KINDS[(top - 1) >> 1]!, score: 0, margin };
			else if (open) (open as { margin: number }).margin += margin;
			before = last;
			last = top;
		}
		close(tokens.length);
		return names;
	}
}

/** The best class that may follow. */
export function bestName(scores: Sums, last: number): number {
	let top = 0;
	for (let c = 1; c < NAME_CLASSES; c++) if (scores[c]! > scores[top]! && follows(c, last)) top = c;
	return top;
}

/** Room for a sentence's context. */
export function emptyContext(words: Words): NameContext {
	const column = (): Int32Array => new Int32Array(64);
	return { words, tags: column(), runStart: column(), runEnd: column(), headline: 0 };
}

/** Reads tagged tokens into the context. */
export function fillContext(
	context: NameContext,
	tokens: readonly { start: number; end: number; xpos: string }[],
	text: string
): void {
	const count = tokens.length;
	context.words.fill(text, tokens);
	if (count > context.tags.length) {
		for (const key of ['tags', 'runStart', 'runEnd'] as const) context[key] = new Int32Array(count * 2);
	}
	let capitals = 0;
	let letters = 0;
	for (let i = 0; i < count; i++) {
		const first = text[tokens[i]!.start]!;
		context.tags[i] = hashText(tokens[i]!.xpos);
		if (first.toLowerCase() === first.toUpperCase()) continue;
		letters++;
		if (first !== first.toLowerCase()) capitals++;
	}
	context.headline = letters > 2 && capitals > letters * 0.7 ? 1 : 0;
	for (let i = 0; i < count;) {
		let end = i;
		while (end < count && isNameWord(tokens[end]!, text, end > 0 && context.headline === 0)) end++;
		for (let j = i; j < end; j++) {
			context.runStart[j] = i;
			context.runEnd[j] = end;
		}
		if (end === i) {
			context.runStart[i] = context.runEnd[i] = i;
			end++;
		}
		i = end;
	}
}

/** What stands in for the finder where its weights are not shipped: runs of proper nouns, of no known kind. */
export function properRuns(tokens: readonly Token[]): NameSpan[] {
	const names: NameSpan[] = [];
	tokens.forEach(({ upos }, at) => {
		if (upos !== 'PROPN') return;
		const open = names.at(-1);
		if (open?.end === at) open.end++;
		else names.push({ start: at, end: at + 1, kind: 'other', score: 0.5 });
	});
	return names;
}

/** Whether a word looks like part of a name: tagged as one, or capitalised where nothing else asks for it. */
function isNameWord(
	token: { start: number; end: number; xpos: string },
	text: string,
	counts: boolean
): boolean {
	if (token.xpos.startsWith('NNP')) return true;
	if (!counts || token.xpos === 'PRP' || token.end - token.start < 2) return false;
	const first = text[token.start]!;
	return first !== first.toLowerCase() && first === first.toUpperCase();
}

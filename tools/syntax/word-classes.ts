import { plainForm } from '../../src/lib/engine/syntax/words.ts';
import { groupWords, readVectors } from './clusters.ts';
import type { GoldSentence } from './conllu.ts';
import { seeded, shuffled } from './random.ts';

const WORDS = 100_000;
/** The frequent words, among which the classes are found. */
const FITTED = 40_000;
const FINE = 600;
const COARSE = 64;
const DIMENSIONS = 100;
const HIDDEN = 64;
const EPOCHS = 12;
/** Vectors at this length use the bend of the hidden layer. */
const LENGTH = 3;

/**
 * Groups words by the tags that they may have: a small network learns from the words of the treebank which tags go
 * with a word vector, and so guesses those of a hundred thousand words, most of which the treebank never uses.
 */
export function classWords(folder: string, sentences: readonly GoldSentence[], names: string[]): Uint8Array {
	const { words, vectors } = readVectors(folder, WORDS);
	for (let at = 0; at < vectors.length; at++) vectors[at]! *= LENGTH;
	const net = new TagNet(names.length);
	net.learn(examples(sentences, names, words, vectors));
	const guesses = new Float32Array(words.length * names.length);
	words.forEach((_, at) => {
		const shares = net.guess(vectors.subarray(at * DIMENSIONS, (at + 1) * DIMENSIONS));
		// Roots of shares make vectors of length 1, among which rare tags still count.
		guesses.set(shares.map(Math.sqrt), at * names.length);
	});
	return groupWords(words, guesses, names.length, { fine: FINE, coarse: COARSE, fitted: FITTED });
}

/** A word's vector, how its uses share out among the tags, and how much it counts. */
type Example = { vector: Float32Array; shares: Float32Array; weight: number };

function examples(
	sentences: readonly GoldSentence[],
	names: string[],
	words: readonly string[],
	vectors: Float32Array
): Example[] {
	const tags = new Map(names.map((name, at) => [name, at]));
	const counts = new Map<string, Float32Array>();
	for (const { form, upos, xpos } of sentences.flatMap((sentence) => sentence.words)) {
		const word = plainForm(form).toLowerCase();
		const count = counts.get(word) ?? new Float32Array(names.length);
		counts.set(word, count);
		const tag = tags.get(`${upos}|${xpos}`);
		if (tag !== undefined) count[tag]!++;
	}
	return words.flatMap((word, at) => {
		const count = counts.get(word);
		const total = count?.reduce((sum, value) => sum + value, 0) ?? 0;
		if (!count || total === 0) return [];
		const vector = vectors.subarray(at * DIMENSIONS, (at + 1) * DIMENSIONS);
		return [
			{ vector, shares: count.map((value) => value / total), weight: Math.min(3, 1 + Math.log(total)) }
		];
	});
}

/** One hidden layer from a word vector to shares of tags. */
class TagNet {
	readonly #random = seeded(5);
	readonly #tags: number;
	readonly #inner: Float32Array;
	readonly #innerBias = new Float32Array(HIDDEN);
	readonly #outer: Float32Array;
	readonly #outerBias: Float32Array;
	readonly #hidden = new Float32Array(HIDDEN);
	readonly #shares: Float32Array;

	constructor(tags: number) {
		this.#tags = tags;
		const start = (): number => 0.2 * (this.#random() + this.#random() + this.#random() - 1.5);
		this.#inner = Float32Array.from({ length: HIDDEN * DIMENSIONS }, start);
		this.#outer = Float32Array.from({ length: tags * HIDDEN }, start);
		this.#outerBias = new Float32Array(tags);
		this.#shares = new Float32Array(tags);
	}

	/** The shares of the tags for a vector; overwritten by the next guess. */
	guess(vector: Float32Array): Float32Array {
		for (let h = 0; h < HIDDEN; h++) {
			let sum = this.#innerBias[h]!;
			for (let d = 0; d < DIMENSIONS; d++) sum += this.#inner[h * DIMENSIONS + d]! * vector[d]!;
			this.#hidden[h] = Math.tanh(sum);
		}
		let total = 0;
		for (let tag = 0; tag < this.#tags; tag++) {
			let sum = this.#outerBias[tag]!;
			for (let h = 0; h < HIDDEN; h++) sum += this.#outer[tag * HIDDEN + h]! * this.#hidden[h]!;
			total += this.#shares[tag] = Math.exp(sum);
		}
		for (let tag = 0; tag < this.#tags; tag++) this.#shares[tag]! /= total;
		return this.#shares;
	}

	/** Descends along the cross entropy, in ever smaller steps. */
	learn(all: readonly Example[]): void {
		const back = new Float32Array(HIDDEN);
		for (let epoch = 0; epoch < EPOCHS; epoch++) {
			const rate = 0.05 * (1 - epoch / EPOCHS) + 0.003;
			for (const { vector, shares, weight } of shuffled(all, this.#random)) {
				this.guess(vector);
				back.fill(0);
				for (let tag = 0; tag < this.#tags; tag++) {
					const step = (this.#shares[tag]! - shares[tag]!) * weight * rate;
					for (let h = 0; h < HIDDEN; h++) {
						back[h]! += step * this.#outer[tag * HIDDEN + h]!;
						this.#outer[tag * HIDDEN + h]! -= step * this.#hidden[h]!;
					}
					this.#outerBias[tag]! -= step;
				}
				for (let h = 0; h < HIDDEN; h++) {
					const step = back[h]! * (1 - this.#hidden[h]! ** 2);
					for (let d = 0; d < DIMENSIONS; d++) this.#inner[h * DIMENSIONS + d]! -= step * vector[d]!;
					this.#innerBias[h]! -= step;
				}
			}
		}
	}
}

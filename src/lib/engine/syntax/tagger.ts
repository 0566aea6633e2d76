import type { Reader } from './codec.ts';
import { LinearModel, type Scorer, type Sums } from './linear-model.ts';
import { TAGGER_FEATURES, tagFeatures } from './tagger-features.ts';
import type { Words } from './words.ts';

/** A tag of both kinds at once: universal and Penn part of speech. */
export type Tag = { upos: string; xpos: string };

/** Picks each word's tag from left to right with an averaged perceptron. */
export class Tagger {
	readonly tags: readonly Tag[];
	readonly #scorer: Scorer;
	readonly #features = new Uint32Array(TAGGER_FEATURES);
	readonly #scores: Sums;

	constructor(tags: readonly Tag[], scorer: Scorer) {
		this.tags = tags;
		this.#scorer = scorer;
		this.#scores = scorer.sums(tags.length);
	}

	static read(reader: Reader): Tagger {
		const tags = reader.words().map((name) => {
			const [upos, xpos] = name.split('|');
			return { upos: upos!, xpos: xpos! };
		});
		return new Tagger(tags, new LinearModel(reader));
	}

	/** Writes the index of each word's tag into `out`. */
	tag(words: Words, out: Int32Array): void {
		for (let i = 0; i < words.count; i++) {
			const count = tagFeatures(words, out, i, this.#features);
			this.#scorer.add(this.#features, count, this.#scores.fill(0), 0);
			out[i] = best(this.#scores);
		}
	}
}

function best(scores: Sums): number {
	let top = 0;
	for (let i = 1; i < scores.length; i++) if (scores[i]! > scores[top]!) top = i;
	return top;
}

import type { Reader } from './codec.ts';
import { LinearModel, STEPS, type Scorer, type Sums } from './linear-model.ts';
import { tagDetails } from './tagger-details.ts';
import { TAGGER_FEATURES, tagFeatures } from './tagger-features.ts';
import type { Words } from './words.ts';

/** A tag of both kinds at once: universal and Penn part of speech. */
export type Tag = { upos: string; xpos: string };

/**
 * By how much the best tag has to lead, after the features that tell most, for the others not to be looked up: half of
 * the words, of which one in fifteen hundred gets another tag than by all features.
 */
const SURE = 55;

/** Picks each word's tag from left to right with an averaged perceptron. */
export class Tagger {
	readonly tags: readonly Tag[];
	readonly #scorer: Scorer;
	readonly #features = new Uint32Array(TAGGER_FEATURES);
	readonly #scores: Sums;
	/** The lead, in the scorer's units, that leaves no doubt. */
	readonly #sure: number;

	constructor(tags: readonly Tag[], scorer: Scorer, sure = Infinity) {
		this.tags = tags;
		this.#scorer = scorer;
		this.#sure = sure;
		this.#scores = scorer.sums(tags.length);
	}

	static read(reader: Reader): Tagger {
		const tags = reader.words().map((name) => {
			const [upos, xpos] = name.split('|');
			return { upos: upos!, xpos: xpos! };
		});
		return new Tagger(tags, new LinearModel(reader), SURE * STEPS);
	}

	/** Writes the index of each word's tag into `out`. */
	tag(words: Words, out: Int32Array): void {
		for (let i = 0; i < words.count; i++) {
			const scores = this.#scores.fill(0);
			this.#scorer.add(this.#features, tagFeatures(words, out, i, this.#features), scores, 0);
			let top = best(scores);
			if (!leads(scores, top, this.#sure)) {
				this.#scorer.add(this.#features, tagDetails(words, out, i, this.#features), scores, 0);
				top = best(scores);
			}
			out[i] = top;
		}
	}
}

function best(scores: Sums): number {
	let top = 0;
	for (let i = 1; i < scores.length; i++) if (scores[i]! > scores[top]!) top = i;
	return top;
}

/** Whether no other class comes nearer to the best than `lead`. */
function leads(scores: Sums, top: number, lead: number): boolean {
	const least = scores[top]! - lead;
	for (let i = 0; i < scores.length; i++) if (scores[i]! >= least && i !== top) return false;
	return true;
}

import type { Clusters } from '../../src/lib/engine/syntax/lexicon.ts';
import { tagDetails } from '../../src/lib/engine/syntax/tagger-details.ts';
import { TAGGER_FEATURES, tagFeatures } from '../../src/lib/engine/syntax/tagger-features.ts';
import { Tagger } from '../../src/lib/engine/syntax/tagger.ts';
import { Words } from '../../src/lib/engine/syntax/words.ts';
import type { GoldSentence } from './conllu.ts';
import { seeded, shuffled } from './random.ts';
import { TrainingTable } from './training-table.ts';

export type TrainedTagger = { names: string[]; table: TrainingTable; tagger: Tagger };

/** A right choice that leads by less than this is learned from as well. */
const MARGIN = 20;

/** Joint tags rarer than this are not learned. */
const LEAST_TAGS = 8;

/** The joint tags of a treebank, the most frequent first. */
export function tagNames(sentences: readonly GoldSentence[]): string[] {
	const counts = new Map<string, number>();
	for (const { words } of sentences) {
		for (const { upos, xpos } of words) {
			const name = `${upos}|${xpos}`;
			counts.set(name, (counts.get(name) ?? 0) + 1);
		}
	}
	return [...counts]
		.filter(([, count]) => count >= LEAST_TAGS)
		.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
		.map(([name]) => name);
}

/** Trains the tagger on gold tokens. */
export function trainTagger(
	sentences: readonly GoldSentence[],
	names: string[],
	{ clusters, classes }: { clusters: Clusters; classes: Clusters },
	{ epochs, least, seed }: { epochs: number; least: number; seed: number }
): TrainedTagger {
	const index = new Map(names.map((name, at) => [name, at]));
	const gold = sentences.map(({ words }) =>
		Int32Array.from(words, ({ upos, xpos }) => index.get(`${upos}|${xpos}`) ?? -1)
	);
	const table = new TrainingTable(least);
	const words = new Words(clusters, classes);
	const features = new Uint32Array(TAGGER_FEATURES);
	const scores = new Float64Array(names.length);
	sentences.forEach((sentence, at) => {
		words.fill(sentence.text, sentence.words);
		for (let i = 0; i < words.count; i++) table.note(features, allFeatures(words, gold[at]!, i, features));
	});
	const random = seeded(seed);
	const order = sentences.map((_, at) => at);
	for (let epoch = 0; epoch < epochs; epoch++) {
		for (const at of shuffled(order, random)) {
			words.fill(sentences[at]!.text, sentences[at]!.words);
			const right = gold[at]!;
			const tags = new Int32Array(words.count);
			for (let i = 0; i < words.count; i++) {
				const count = allFeatures(words, tags, i, features);
				table.add(features, count, scores.fill(0), 0);
				const { top, next } = topTwo(scores);
				tags[i] = top;
				table.clock++;
				if (right[i]! < 0) continue;
				if (right[i] !== top) table.update(features, count, right[i]!, top);
				else if (scores[top]! - scores[next]! < MARGIN) table.update(features, count, top, next);
			}
		}
	}
	table.average();
	const tags = names.map((name) => {
		const [upos, xpos] = name.split('|');
		return { upos: upos!, xpos: xpos! };
	});
	return { names, table, tagger: new Tagger(tags, table) };
}

function topTwo(scores: Float64Array): { top: number; next: number } {
	let top = 0;
	let next = -1;
	for (let c = 1; c < scores.length; c++) {
		if (scores[c]! > scores[top]!) {
			next = top;
			top = c;
		} else if (next < 0 || scores[c]! > scores[next]!) next = c;
	}
	return { top, next };
}

function allFeatures(words: Words, tags: Int32Array, i: number, out: Uint32Array): number {
	const count = tagFeatures(words, tags, i, out);
	return count + tagDetails(words, tags, i, out.subarray(count));
}

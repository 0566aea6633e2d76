import type { Clusters } from '../../src/lib/engine/syntax/lexicon.ts';
import { NAME_FEATURES, nameFeatures } from '../../src/lib/engine/syntax/name-features.ts';
import {
	bestName,
	emptyContext,
	fillContext,
	NAME_CLASSES,
	NAME_KINDS
} from '../../src/lib/engine/syntax/names.ts';
import { Words } from '../../src/lib/engine/syntax/words.ts';
import type { GoldSentence } from './conllu.ts';
import { goldNames } from './gold-names.ts';
import { seeded, shuffled } from './random.ts';
import { type Row, TrainingTable } from './training-table.ts';

/** Trains the name finder on gold tokens with these predicted Penn tags. */
export function trainNames(
	sentences: readonly GoldSentence[],
	xpos: readonly (readonly string[])[],
	clusters: Clusters,
	{ epochs, least, seed }: { epochs: number; least: number; seed: number }
): Row[] {
	const gold = sentences.map(goldClasses);
	const table = new TrainingTable(least);
	const context = emptyContext(new Words(clusters));
	const features = new Uint32Array(NAME_FEATURES);
	const scores = new Float64Array(NAME_CLASSES);
	const random = seeded(seed);
	const order = sentences.map((_, at) => at);
	for (let epoch = -1; epoch < epochs; epoch++) {
		for (const at of epoch < 0 ? order : shuffled(order, random)) {
			const { text, words } = sentences[at]!;
			const tokens = words.map(({ start, end }, i) => ({ start, end, xpos: xpos[at]![i]! }));
			fillContext(context, tokens, text);
			const right = gold[at]!;
			let last = 0;
			let before = 0;
			for (let i = 0; i < tokens.length; i++) {
				const count = nameFeatures(context, last, before, i, features);
				let top = right[i]!;
				if (epoch < 0) table.note(features, count);
				else {
					table.add(features, count, scores.fill(0), 0);
					top = bestName(scores, last);
					table.clock++;
					if (top !== right[i]) table.update(features, count, right[i]!, top);
				}
				before = last;
				last = top;
			}
		}
	}
	table.average();
	return table.rows(0);
}

function goldClasses(sentence: GoldSentence): Uint8Array {
	const classes = new Uint8Array(sentence.words.length);
	for (const { start, end, kind } of goldNames(sentence)) {
		const first = 1 + 2 * NAME_KINDS.indexOf(kind);
		classes.fill(first + 1, start, end);
		classes[start] = first;
	}
	return classes;
}

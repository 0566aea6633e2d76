import type { Clusters } from '../../src/lib/engine/syntax/lexicon.ts';
import type { Sums } from '../../src/lib/engine/syntax/linear-model.ts';
import { Parser } from '../../src/lib/engine/syntax/parser.ts';
import type { Tag } from '../../src/lib/engine/syntax/tagger.ts';
import { LEFT, RIGHT, SHIFT, type State } from '../../src/lib/engine/syntax/transitions.ts';
import { Words } from '../../src/lib/engine/syntax/words.ts';
import type { GoldSentence } from './conllu.ts';
import { seeded, shuffled } from './random.ts';
import { TrainingTable } from './training-table.ts';

export type TrainedParser = { labels: string[]; table: TrainingTable };

/** Labels rarer than this are learned as their plain kind (`csubj:pass` as `csubj`), or as `dep`. */
const LEAST_LABELS = 100;
/** After the first epoch the parser follows its own choice this often, to learn from its mistakes. */
const FOLLOW = 0.9;

/** What each label of the treebank is learned as. */
export function mergeLabels(sentences: readonly GoldSentence[]): Map<string, string> {
	const counts = new Map<string, number>();
	for (const { words } of sentences) {
		for (const { deprel } of words) counts.set(deprel, (counts.get(deprel) ?? 0) + 1);
	}
	const merged = new Map<string, string>();
	for (const [label, count] of counts) {
		const plain = label.split(':')[0]!;
		if (count >= LEAST_LABELS) merged.set(label, label);
		else merged.set(label, (counts.get(plain) ?? 0) >= LEAST_LABELS ? plain : 'dep');
	}
	return merged;
}

/** Trains the parser on gold tokens with predicted tags, led by a dynamic oracle (Goldberg and Nivre 2013). */
export function trainParser(
	sentences: readonly GoldSentence[],
	predicted: readonly Int32Array[],
	tags: readonly Tag[],
	clusters: Clusters,
	{
		epochs,
		least,
		seed,
		onEpoch
	}: { epochs: number; least: number; seed: number; onEpoch?: (epoch: number, right: number) => void }
): TrainedParser {
	const merged = mergeLabels(sentences);
	const counts = new Map<string, number>();
	for (const { words } of sentences) {
		for (const { deprel } of words)
			counts.set(merged.get(deprel)!, (counts.get(merged.get(deprel)!) ?? 0) + 1);
	}
	const labels = [...counts].sort((a, b) => b[1] - a[1]).map(([label]) => label);
	const labelIndex = new Map(labels.map((label, at) => [label, at]));
	const gold = sentences.map(({ words }) => ({
		heads: Int32Array.from(words, ({ head }) => (head < 0 ? words.length : head)),
		labels: Int32Array.from(words, ({ deprel }) => labelIndex.get(merged.get(deprel)!)!)
	}));
	const table = new TrainingTable(least);
	const words = new Words(clusters);
	const parser = new Parser(labels, tags, words, table);
	const random = seeded(seed);
	const order = sentences.map((_, at) => at);
	for (let epoch = -1; epoch < epochs; epoch++) {
		let right = 0;
		let all = 0;
		for (const at of epoch < 0 ? order : shuffled(order, random)) {
			words.fill(sentences[at]!.text, sentences[at]!.words);
			parser.begin(predicted[at]!);
			while (!parser.state.isDone) {
				const good = goodMoves(parser.state, gold[at]!.heads, gold[at]!.labels, labels.length);
				if (epoch < 0) {
					const { features, count } = parser.features();
					table.note(features, count);
					parser.apply(bestOf(good, null));
					continue;
				}
				const top = parser.choose();
				const scores = parser.score();
				const target = bestOf(good, scores);
				table.clock++;
				all++;
				const isGood = good[top] === 1;
				if (isGood) right++;
				else {
					const { features, count } = parser.features();
					table.update(features, count, target, top);
					parser.forget();
				}
				const follows = isGood || (epoch > 0 && random() < FOLLOW);
				parser.apply(follows ? top : target);
			}
		}
		if (epoch >= 0) onEpoch?.(epoch, right / all);
	}
	table.average();
	return { labels, table };
}

const good = new Uint8Array(256);

/** Marks the classes after which no more gold arcs are lost than must be. */
function goodMoves(state: State, heads: Int32Array, labels: Int32Array, count: number): Uint8Array {
	good.fill(0);
	const costs = [SHIFT, LEFT, RIGHT].map((move) =>
		state.allows(move) ? cost(state, move, heads) : Infinity
	);
	const least = Math.min(...costs);
	if (costs[SHIFT] === least) good[0] = 1;
	const s0 = state.stack[state.depth - 1]!;
	for (const move of [LEFT, RIGHT]) {
		if (costs[move] !== least) continue;
		const head = move === LEFT ? state.front : state.stack[state.depth - 2]!;
		const from = move === LEFT ? 1 : 1 + count;
		if (heads[s0] === head) good[from + labels[s0]!] = 1;
		else good.fill(1, from, from + count);
	}
	return good;
}

/** The number of gold arcs that a move puts out of reach. */
function cost(state: State, move: number, heads: Int32Array): number {
	const { stack, depth, front, count } = state;
	let lost = 0;
	if (move === SHIFT) {
		for (let i = 0; i < depth; i++) {
			const node = stack[i]!;
			if (node !== count && heads[node] === front) lost++;
			if (i < depth - 1 && heads[front] === node) lost++;
		}
		return lost;
	}
	const s0 = stack[depth - 1]!;
	const head = heads[s0]!;
	if (move === LEFT) {
		if (head === stack[depth - 2]! || (head > front && head < count)) lost++;
	} else if (head >= front && head < count) lost++;
	for (let i = front; i < count; i++) if (heads[i] === s0) lost++;
	return lost;
}

function bestOf(classes: Uint8Array, scores: Sums | null): number {
	let top = -1;
	const end = scores?.length ?? classes.length;
	for (let c = 0; c < end; c++) {
		if (classes[c] === 1 && (top < 0 || (scores !== null && scores[c]! > scores[top]!))) top = c;
	}
	return top;
}

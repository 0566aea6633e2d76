/**
 * Learns how firmly a sentence holds what its words stand for, from sentences in which people have marked that from -3
 * to 3, and writes data/lexicon/claims-factuality.json.gz. Usage: `tsx tools/train/factuality.ts SENTENCES.jsonl
 * [PREDICTIONS.jsonl]`; with the second it only writes predictions by weights that were learned without the tenth of
 * the file that a sentence stands in, since neighbours come from one article.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { evidenceAt } from '#lib/engine/claims/certainty/evidence.ts';
import type { FactualityFile } from '#lib/engine/claims/certainty/factuality.ts';
import { createFactualityReader } from '#lib/engine/claims/index.ts';
import { makeTree } from '#lib/engine/claims/tree.ts';
import { createSyntax } from '#lib/engine/syntax/index.ts';
import { loadLexicon } from '#lib/server/lexicon.ts';
import { textOf, type Sentence as Given } from '../eval/corpora/uw-factuality.ts';
import { fitRidge } from './ridge.ts';

const OUT = join('data', 'lexicon', 'claims-factuality.json.gz');
const FOLDS = 10;
const RIDGE = 20;
/** A sign that fewer sentences show is chance. */
const FEWEST_SENTENCES = 4;
/**
 * From sums to what people answered: a ridge keeps sums away from the ends of the scale, where most answers are, and
 * the middle of the answers at a sum of 1.75 is still "not for certain".
 */
const CURVE: FactualityFile['curve'] = [
	[-3, -3],
	[-1.5, -2.1],
	[-0.7, -1.5],
	[0, 0],
	[1, 1],
	[1.75, 1.5],
	[2.55, 2.95],
	[2.7, 3]
];

type Sentence = Omit<Given, 'events'> & { events: { start: number; factuality: number }[] };
type Example = { sentence: number; start: number; signs: string[]; target: number };

const [input, predictions] = process.argv.slice(2);
if (input === undefined) throw new Error('Give the path of a file of sentences, one JSON object a line.');
const files = loadLexicon();
const syntax = createSyntax(files);
const sentences = readFileSync(input, 'utf8')
	.trim()
	.split('\n')
	.map((line) => JSON.parse(line) as Sentence);

const examples = sentences.flatMap((sentence, number): Example[] => {
	const { text, starts } = textOf(sentence);
	const tree = makeTree(text, syntax.parse(text, 0, text.length));
	return sentence.events.map(({ start, factuality }) => {
		const at = tree.tokens.findIndex(({ end }) => end > starts[start]!);
		const signs = evidenceAt(tree, at).map(({ sign }) => sign);
		return { sentence: number, start, signs, target: factuality };
	});
});

/** In which of ten runs of neighbours a sentence stands. */
const foldOf = (sentence: number) => Math.floor((sentence * FOLDS) / sentences.length);

function learn(without: number): FactualityFile {
	const known = examples.filter(({ sentence }) => foldOf(sentence) !== without);
	const shows = new Map<string, Set<number>>();
	for (const { sentence, signs } of known)
		for (const sign of signs) shows.set(sign, (shows.get(sign) ?? new Set()).add(sentence));
	const kept = [...shows].filter(([, { size }]) => size >= FEWEST_SENTENCES).map(([sign]) => sign);
	kept.sort();
	const numbers = new Map(kept.map((sign, at) => [sign, at]));
	const rows = known.map(({ signs, target }) => ({
		features: signs.flatMap((sign) => numbers.get(sign) ?? []),
		target
	}));
	const { weights, level } = fitRidge(rows, kept.length, RIDGE);
	const round = (x: number) => Number(x.toFixed(3));
	return {
		level: round(level),
		curve: CURVE,
		signs: Object.fromEntries(kept.map((sign, at) => [sign, round(weights[at]!)]))
	};
}

const encode = (file: FactualityFile) => Buffer.from(JSON.stringify(file));
if (predictions === undefined) {
	const file = learn(-1);
	const bytes = gzipSync(encode(file), { level: 9 });
	writeFileSync(OUT, bytes);
	console.log(
		`${examples.length} words, ${Object.keys(file.signs).length} signs, ${bytes.length} bytes in ${OUT}`
	);
} else {
	const rows = Array.from({ length: FOLDS }, (_, fold) => {
		const reader = createFactualityReader({ ...files, 'claims-factuality.json': encode(learn(fold)) });
		return examples
			.filter(({ sentence }) => foldOf(sentence) === fold)
			.map(({ sentence, start }) => {
				const { text, starts } = textOf(sentences[sentence]!);
				const factuality = reader.factuality(text, starts[start]!);
				return { id: sentences[sentence]!.id, start, factuality };
			});
	});
	writeFileSync(
		predictions,
		rows
			.flat()
			.map((row) => `${JSON.stringify(row)}\n`)
			.join('')
	);
}

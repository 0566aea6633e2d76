import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { Reader } from '../../src/lib/engine/syntax/codec.ts';
import { Clusters } from '../../src/lib/engine/syntax/lexicon.ts';
import { Words } from '../../src/lib/engine/syntax/words.ts';
import { clusterWords } from './clusters.ts';
import { type GoldSentence, readConllu } from './conllu.ts';
import { learnLemmas } from './train-lemmas.ts';
import { trainNames } from './train-names.ts';
import { trainParser } from './train-parser.ts';
import { averageRows, type Row } from './training-table.ts';
import { tagNames, type TrainedTagger, trainTagger } from './train-tagger.ts';
import { classWords } from './word-classes.ts';
import { Writer } from './writer.ts';

const { values } = parseArgs({
	options: {
		treebank: { type: 'string' },
		embeddings: { type: 'string' },
		out: { type: 'string', default: join('data', 'lexicon') },
		only: { type: 'string', default: 'clusters,classes,tagger,parser,lemmas,names' },
		epochs: { type: 'string', default: '8' },
		seeds: { type: 'string', default: '2' },
		tags: { type: 'string' },
		'without-gum': { type: 'boolean', default: false }
	}
});
if (values.treebank === undefined) throw new Error('Give the folder of the .conllu files: --treebank DIR.');
const { treebank, embeddings, out } = values;
/** Fitted on GUM dev: the mean margin at which half of the names found are right, and how fast that share rises. */
const NAME_EVEN = -55_800;
const NAME_STEEPNESS = 4.1e-6;
const only = new Set(values.only.split(','));
const epochs = Number(values.epochs);
const seeds = Array.from({ length: Number(values.seeds) }, (_, at) => at + 1);
const started = Date.now();

const parts = values['without-gum'] ? ['ewt'] : ['ewt', 'gum'];
const sentences = parts.flatMap((part) => readConllu(join(treebank, `${part}-train.conllu`)));

const names = tagNames(sentences);
for (const kind of ['clusters', 'classes'] as const) {
	if (!only.has(kind)) continue;
	if (embeddings === undefined) throw new Error('Give the folder of the word vectors: --embeddings DIR.');
	save(kind, kind === 'clusters' ? clusterWords(embeddings) : classWords(embeddings, sentences, names));
}
const clusters = new Clusters(new Reader(load('clusters')));
const groups = { clusters, classes: new Clusters(new Reader(load('classes'))) };

if (only.has('lemmas')) save('lemmas', learnLemmas(sentences));
if (only.has('tagger')) {
	const models = seeds.map((seed) =>
		trainTagger(sentences, names, groups, { epochs, least: 2, seed }).table.rows(0.2)
	);
	const writer = new Writer();
	writer.words(names);
	writer.model(averageRows(models, 0.7));
	save('tagger', writer.bytes());
}
const tags = names.map((name) => ({ upos: name.split('|')[0]!, xpos: name.split('|')[1]! }));
const predicted = only.has('parser') || only.has('names') ? jackknife(sentences) : [];
if (only.has('names') && !values['without-gum']) {
	const named = sentences.filter(({ document }) => document.startsWith('GUM_'));
	const xpos = sentences.map((_, at) => Array.from(predicted[at]!, (tag) => tags[tag]!.xpos));
	const xposNamed = xpos.filter((_, at) => sentences[at]!.document.startsWith('GUM_'));
	const models = [1, 2, 3, 4].map((seed) =>
		trainNames(named, xposNamed, clusters, { epochs: 8, least: 2, seed })
	);
	const writer = new Writer();
	writer.float(NAME_EVEN);
	writer.float(NAME_STEEPNESS);
	writer.model(averageRows(models, 0.3));
	save('names', writer.bytes());
}
if (only.has('parser')) {
	const options = {
		epochs,
		least: 6,
		onEpoch: (epoch: number, right: number) => {
			log(`parser epoch ${epoch + 1}: ${right.toFixed(4)}`);
		}
	};
	const models: Row[][] = [];
	for (const seed of seeds) {
		const { labels, table } = trainParser(sentences, predicted, tags, clusters, { ...options, seed });
		models.push(table.rows(0.3));
		// Saved after every seed: each takes minutes, and one alone is usable.
		const writer = new Writer();
		writer.words(labels);
		writer.model(averageRows(models, 1.2));
		save('parser', writer.bytes());
	}
}

/** Tags every sentence with a tagger that has not seen it, as at run time; `--tags FILE` keeps the result. */
function jackknife(all: readonly GoldSentence[]): Int32Array[] {
	if (values.tags !== undefined && existsSync(values.tags)) {
		return (JSON.parse(readFileSync(values.tags, 'utf8')) as number[][]).map((tags) => Int32Array.from(tags));
	}
	const folds = 4;
	const documents = [...new Set(all.map(({ document }) => document))];
	const fold = new Map(documents.map((document, at) => [document, at % folds]));
	const taggers: TrainedTagger[] = [];
	for (let f = 0; f < folds; f++) {
		const others = all.filter(({ document }) => fold.get(document) !== f);
		taggers.push(trainTagger(others, names, groups, { epochs: 5, least: 2, seed: 2 + f }));
	}
	const words = new Words(clusters, groups.classes);
	const result = all.map((sentence) => {
		words.fill(sentence.text, sentence.words);
		const tags = new Int32Array(words.count);
		taggers[fold.get(sentence.document)!]!.tagger.tag(words, tags);
		return tags;
	});
	if (values.tags !== undefined) writeFileSync(values.tags, JSON.stringify(result.map((tags) => [...tags])));
	return result;
}

function load(name: string): Uint8Array {
	return brotliDecompressSync(readFileSync(join(out, `syntax-${name}.bin.br`)));
}

function save(name: string, bytes: Uint8Array): void {
	const params = {
		[constants.BROTLI_PARAM_QUALITY]: 11,
		[constants.BROTLI_PARAM_LGWIN]: 24,
		[constants.BROTLI_PARAM_SIZE_HINT]: bytes.length
	};
	const packed = brotliCompressSync(bytes, { params });
	writeFileSync(join(out, `syntax-${name}.bin.br`), packed);
	log(`${name}: ${bytes.length} bytes, ${packed.length} packed`);
}

function log(line: string): void {
	console.log(`${((Date.now() - started) / 1000).toFixed(0)} s  ${line}`);
}

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { Reader } from '../../src/lib/engine/syntax/codec.ts';
import { Clusters } from '../../src/lib/engine/syntax/lexicon.ts';
import { Words } from '../../src/lib/engine/syntax/words.ts';
import { clusterWords } from './clusters.ts';
import { type GoldSentence, readConllu } from './conllu.ts';
import { learnLemmas } from './train-lemmas.ts';
import { trainParser } from './train-parser.ts';
import { tagNames, type TrainedTagger, trainTagger } from './train-tagger.ts';
import { Writer } from './writer.ts';

const { values } = parseArgs({
	options: {
		treebank: { type: 'string' },
		embeddings: { type: 'string' },
		out: { type: 'string', default: join('data', 'lexicon') },
		only: { type: 'string', default: 'clusters,tagger,parser,lemmas,names' },
		epochs: { type: 'string', default: '10' },
		'without-gum': { type: 'boolean', default: false }
	}
});
if (values.treebank === undefined) throw new Error('Give the folder of the .conllu files: --treebank DIR.');
const { treebank, embeddings, out } = values;
const only = new Set(values.only.split(','));
const epochs = Number(values.epochs);
const started = Date.now();

const parts = values['without-gum'] ? ['ewt'] : ['ewt', 'gum'];
const sentences = parts.flatMap((part) => readConllu(join(treebank, `${part}-train.conllu`)));

if (only.has('clusters')) {
	if (embeddings === undefined) throw new Error('Give the folder of the word vectors: --embeddings DIR.');
	save('clusters', clusterWords(embeddings));
}
const clusters = new Clusters(new Reader(load('clusters')));
const names = tagNames(sentences);

if (only.has('lemmas')) save('lemmas', learnLemmas(sentences));
if (only.has('tagger')) {
	const { table } = trainTagger(sentences, names, clusters, { epochs, least: 2, seed: 1 });
	const writer = new Writer();
	writer.words(names);
	writer.model(table.rows(0.8));
	save('tagger', writer.bytes());
}
if (only.has('parser')) {
	const predicted = jackknife(sentences);
	log('tags for the parser');
	const tags = names.map((name) => ({ upos: name.split('|')[0]!, xpos: name.split('|')[1]! }));
	const { labels, table } = trainParser(sentences, predicted, tags, clusters, {
		epochs,
		least: 4,
		seed: 1,
		onEpoch: (epoch, right) => {
			log(`parser epoch ${epoch + 1}: ${right.toFixed(4)}`);
		}
	});
	const writer = new Writer();
	writer.words(labels);
	writer.model(table.rows(1.2));
	save('parser', writer.bytes());
}

/** Tags every sentence with a tagger that has not seen it, as at run time. */
function jackknife(all: readonly GoldSentence[]): Int32Array[] {
	const folds = 4;
	const documents = [...new Set(all.map(({ document }) => document))];
	const fold = new Map(documents.map((document, at) => [document, at % folds]));
	const taggers: TrainedTagger[] = [];
	for (let f = 0; f < folds; f++) {
		const others = all.filter(({ document }) => fold.get(document) !== f);
		taggers.push(trainTagger(others, names, clusters, { epochs: 5, least: 2, seed: 2 + f }));
	}
	const words = new Words(clusters);
	return all.map((sentence) => {
		words.fill(sentence.text, sentence.words);
		const tags = new Int32Array(words.count);
		taggers[fold.get(sentence.document)!]!.tagger.tag(words, tags);
		return tags;
	});
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

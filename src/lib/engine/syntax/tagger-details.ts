import { mix } from './hash.ts';
import { EDGE } from './tagger-features.ts';
import type { Words } from './words.ts';

/** Writes what else may tell the tag of word `i`, for words of which `tagFeatures` leaves a doubt; returns the number. */
export function tagDetails(words: Words, tags: Int32Array, i: number, out: Uint32Array): number {
	const { lower, suffix3, shape, fine, coarse, count } = words;
	const p1 = i > 0 ? lower[i - 1]! : EDGE;
	const p2 = i > 1 ? lower[i - 2]! : EDGE;
	const n1 = i + 1 < count ? lower[i + 1]! : EDGE;
	const n2 = i + 2 < count ? lower[i + 2]! : EDGE;
	const t1 = i > 0 ? tags[i - 1]! + 1 : 0;
	const t2 = i > 1 ? tags[i - 2]! + 1 : 0;
	const w = lower[i]!;
	const s3 = suffix3[i]!;
	const sh = shape[i]!;
	const nextSuffix = i + 1 < count ? suffix3[i + 1]! : EDGE;
	const nextFine = i + 1 < count ? fine[i + 1]! : 0;
	const nextCoarse = i + 1 < count ? coarse[i + 1]! : 0;
	const next2Fine = i + 2 < count ? fine[i + 2]! : 0;
	const lastShape = i > 0 ? shape[i - 1]! : EDGE;
	let n = 0;
	out[n++] = mix(1, w);
	out[n++] = mix(7, words.prefix2[i]!);
	out[n++] = mix(12, t1, w);
	out[n++] = mix(13, t1, t2, w);
	out[n++] = mix(15, p2);
	out[n++] = mix(17, n2);
	out[n++] = mix(18, p1, w);
	out[n++] = mix(19, w, n1);
	out[n++] = mix(20, p1, n1);
	out[n++] = mix(21, n1, n2);
	out[n++] = mix(22, p1, p2);
	out[n++] = mix(24, t1, nextSuffix);
	out[n++] = mix(25, i > 0 ? suffix3[i - 1]! : EDGE);
	out[n++] = mix(28, s3, nextSuffix);
	out[n++] = mix(30, sh, lastShape);
	out[n++] = mix(35, nextFine);
	out[n++] = mix(36, t1, nextFine);
	out[n++] = mix(38, coarse[i]!, nextCoarse, t1);
	out[n++] = mix(40, t1, n1);
	out[n++] = mix(41, t1, t2, coarse[i]!);
	out[n++] = mix(42, nextFine, next2Fine);
	out[n++] = mix(43, w, nextCoarse, t1);
	out[n++] = mix(45, t1, t2, i > 2 ? tags[i - 3]! + 1 : 0);
	out[n++] = mix(47, p1, t1, w);
	out[n++] = mix(48, w, n1, n2);
	return n;
}

import { mix } from './hash.ts';
import { cueOf } from './name-cues.ts';
import type { Words } from './words.ts';

/** No word needs more features than this. */
export const NAME_FEATURES = 80;

const EDGE = 0x5eed;

/** What the name finder reads of a sentence besides its words: tags, and the run of capitals a word lies in. */
export type NameContext = {
	words: Words;
	/** Hashes of Penn tags. */
	tags: Int32Array;
	/** First word and last-plus-one of the run of capitalised words around each word; empty where none. */
	runStart: Int32Array;
	runEnd: Int32Array;
	/** 1 where nearly every word of the sentence is capitalised: a headline says little by its capitals. */
	headline: number;
};

/** Writes the features of word `i`, the classes chosen for the two words before it given. */
export function nameFeatures(
	c: NameContext,
	last: number,
	before: number,
	i: number,
	out: Uint32Array
): number {
	const { words, tags, headline } = c;
	const { lower, shape, fine, coarse, suffix3, count } = words;
	const at = (column: Int32Array, j: number): number => (j < 0 || j >= count ? EDGE : column[j]!);
	const w = lower[i]!;
	const p1 = at(lower, i - 1);
	const p2 = at(lower, i - 2);
	const n1 = at(lower, i + 1);
	const n2 = at(lower, i + 2);
	const t = tags[i]!;
	const tp = at(tags, i - 1);
	const tn = at(tags, i + 1);
	const sh = shape[i]!;
	const f = fine[i]!;
	const from = c.runStart[i]!;
	const to = c.runEnd[i]!;
	const length = to - from;
	const first = length > 0 ? lower[from]! : 0;
	const final = length > 0 ? lower[to - 1]! : 0;
	const firstFine = length > 0 ? fine[from]! : 0;
	const finalFine = length > 0 ? fine[to - 1]! : 0;
	const ahead = length > 0 ? at(lower, from - 1) : 0;
	const behind = length > 0 ? at(lower, to) : 0;
	const cues =
		(length > 0 ? cueOf(first) : 0) * 216 +
		(length > 0 ? cueOf(final) : 0) * 36 +
		cueOf(ahead) * 6 +
		cueOf(behind);
	const place = Math.min(3, i - from) * 4 + Math.min(3, to - i);
	let n = 0;
	out[n++] = mix(0, last);
	out[n++] = mix(1, w);
	out[n++] = mix(2, words.form[i]!);
	out[n++] = mix(3, t, last);
	out[n++] = mix(4, last, before);
	out[n++] = mix(5, last, w);
	out[n++] = mix(6, f, last);
	out[n++] = mix(7, coarse[i]!, t, last);
	out[n++] = mix(8, suffix3[i]!);
	out[n++] = mix(9, sh, headline);
	out[n++] = mix(10, sh, last, i === 0 ? 1 : 0);
	out[n++] = mix(11, p1, last);
	out[n++] = mix(12, n1, last);
	out[n++] = mix(13, p1, w);
	out[n++] = mix(14, w, n1);
	out[n++] = mix(15, p2);
	out[n++] = mix(16, n2);
	out[n++] = mix(17, tp, t, tn);
	out[n++] = mix(18, t, tn, last);
	out[n++] = mix(19, tp, t, last);
	out[n++] = mix(20, at(fine, i - 1), last);
	out[n++] = mix(21, at(fine, i + 1), last);
	out[n++] = mix(22, at(coarse, i - 1), coarse[i]!, at(coarse, i + 1));
	out[n++] = mix(23, f, at(fine, i + 1));
	out[n++] = mix(24, at(fine, i - 1), f);
	out[n++] = mix(25, sh, at(shape, i + 1), at(shape, i - 1));
	out[n++] = mix(26, cueOf(w), last);
	out[n++] = mix(27, cueOf(p1), last, t);
	out[n++] = mix(28, cueOf(n1), last, t);
	out[n++] = mix(29, words.prefix3[i]!, last);
	out[n++] = mix(30, words.suffix2[i]!, last, t);
	if (length > 0) {
		out[n++] = mix(31, final, last);
		out[n++] = mix(32, first, last);
		out[n++] = mix(33, finalFine, last);
		out[n++] = mix(34, firstFine, last);
		out[n++] = mix(35, firstFine, finalFine);
		out[n++] = mix(36, ahead, last);
		out[n++] = mix(37, behind, last);
		out[n++] = mix(38, cues, last);
		out[n++] = mix(39, length, place, last);
		out[n++] = mix(40, cues, place);
		out[n++] = mix(41, at(fine, from - 1), last);
		out[n++] = mix(42, at(fine, to), last);
		out[n++] = mix(43, coarse[from]!, coarse[to - 1]!, Math.min(4, length));
		out[n++] = mix(44, ahead, at(lower, from - 2));
		out[n++] = mix(45, ahead, finalFine);
		out[n++] = mix(46, firstFine, at(coarse, to));
		out[n++] = mix(47, suffix3[to - 1]!, last);
		out[n++] = mix(48, length, shape[from]!, shape[to - 1]!);
	}
	return n;
}

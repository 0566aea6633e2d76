import { mix } from './hash.ts';
import type { State } from './transitions.ts';
import type { Words } from './words.ts';

/** No state needs more features than this. */
export const PARSER_FEATURES = 192;

/** What the parser reads of a sentence besides its words. */
export type Tagged = {
	words: Words;
	/** Joint tags, from 1; 0 stands for no word, 1 past the last tag for the root. */
	tags: Int32Array;
	/** How many commas, colons, quotation marks and verbs stand before each word. */
	commas: Int32Array;
	colons: Int32Array;
	quotes: Int32Array;
	verbs: Int32Array;
};

const ROOT_WORD = 0x0707;

/** Writes the features of a parse's state and returns their number. */
export function parseFeatures(s: State, t: Tagged, out: Uint32Array): number {
	const { words, tags } = t;
	const root = s.count;
	const s0 = s.stack[s.depth - 1]!;
	const s1 = s.depth > 1 ? s.stack[s.depth - 2]! : -1;
	const s2 = s.depth > 2 ? s.stack[s.depth - 3]! : -1;
	const b0 = s.front < root ? s.front : -1;
	const b1 = s.front + 1 < root ? s.front + 1 : -1;
	const b2 = s.front + 2 < root ? s.front + 2 : -1;
	const { lower } = words;
	const s0w = wordAt(lower, root, s0);
	const s1w = wordAt(lower, root, s1);
	const s2w = wordAt(lower, root, s2);
	const b0w = wordAt(lower, root, b0);
	const b1w = wordAt(lower, root, b1);
	const b2w = wordAt(lower, root, b2);
	const s0t = tagAt(tags, root, s0);
	const s1t = tagAt(tags, root, s1);
	const s2t = tagAt(tags, root, s2);
	const b0t = tagAt(tags, root, b0);
	const b1t = tagAt(tags, root, b1);
	const b2t = tagAt(tags, root, b2);
	const s0c = clusterAt(words.fine, root, s0);
	const s1c = clusterAt(words.fine, root, s1);
	const b0c = clusterAt(words.fine, root, b0);
	const s0l = s.left1[s0]!;
	const s0l2 = s.left2[s0]!;
	const s0r = s.right1[s0]!;
	const s0r2 = s.right2[s0]!;
	const s1l = s1 < 0 ? -1 : s.left1[s1]!;
	const s1r = s1 < 0 ? -1 : s.right1[s1]!;
	const s1r2 = s1 < 0 ? -1 : s.right2[s1]!;
	const b0l = b0 < 0 ? -1 : s.left1[b0]!;
	const b0l2 = b0 < 0 ? -1 : s.left2[b0]!;
	const s0lt = tagAt(tags, root, s0l);
	const s0rt = tagAt(tags, root, s0r);
	const s1lt = tagAt(tags, root, s1l);
	const s1rt = tagAt(tags, root, s1r);
	const b0lt = tagAt(tags, root, b0l);
	const s0vl = s.leftCount[s0]!;
	const s0vr = s.rightCount[s0]!;
	const s1vr = s1 < 0 ? 0 : s.rightCount[s1]!;
	const s1vl = s1 < 0 ? 0 : s.leftCount[s1]!;
	const b0vl = b0 < 0 ? 0 : s.leftCount[b0]!;
	const s0ls = s.leftSet[s0]!;
	const s0rs = s.rightSet[s0]!;
	const s1ls = s1 < 0 ? 0 : s.leftSet[s1]!;
	const s1rs = s1 < 0 ? 0 : s.rightSet[s1]!;
	const b0ls = b0 < 0 ? 0 : s.leftSet[b0]!;
	const s0m = s.marker[s0]!;
	const b0m = b0 < 0 ? -1 : s.marker[b0]!;
	const s1m = s1 < 0 ? -1 : s.marker[s1]!;
	const s0mw = wordAt(lower, root, s0m);
	const b0mw = wordAt(lower, root, b0m);
	const s1mw = wordAt(lower, root, s1m);
	const near = distance(s0, b0, root);
	const far = distance(s1, s0, root);
	const marksNear = between(t, s0, b0 < 0 ? root - 1 : b0, root);
	const marksFar = between(t, s1, s0, root);
	const quote =
		(s1 < 0 || s1 === root ? 0 : words.quoted[s1]!) * 4 +
		(s0 === root ? 0 : words.quoted[s0]!) * 2 +
		(b0 < 0 ? 0 : words.quoted[b0]!);
	let n = 0;
	out[n++] = mix(0, 1);
	// Single places.
	out[n++] = mix(1, s0w, s0t);
	out[n++] = mix(2, s0w);
	out[n++] = mix(3, s0t);
	out[n++] = mix(4, b0w, b0t);
	out[n++] = mix(5, b0w);
	out[n++] = mix(6, b0t);
	out[n++] = mix(7, b1w, b1t);
	out[n++] = mix(8, b1w);
	out[n++] = mix(9, b1t);
	out[n++] = mix(10, b2w, b2t);
	out[n++] = mix(11, b2t);
	out[n++] = mix(12, s1w, s1t);
	out[n++] = mix(13, s1w);
	out[n++] = mix(14, s1t);
	out[n++] = mix(15, s2w, s2t);
	out[n++] = mix(16, s2t);
	// Pairs.
	out[n++] = mix(17, s0w, s0t, b0w, b0t);
	out[n++] = mix(18, s0w, s0t, b0w);
	out[n++] = mix(19, s0w, b0w, b0t);
	out[n++] = mix(20, s0w, s0t, b0t);
	out[n++] = mix(21, s0t, b0w, b0t);
	out[n++] = mix(22, s0w, b0w);
	out[n++] = mix(23, s0t, b0t);
	out[n++] = mix(24, b0t, b1t);
	out[n++] = mix(25, s0t, s1t);
	out[n++] = mix(26, s0w, s0t, s1t);
	out[n++] = mix(27, s0t, s1w, s1t);
	out[n++] = mix(28, s0w, s1w);
	out[n++] = mix(29, s1t, b0t);
	out[n++] = mix(30, s1w, b0w);
	out[n++] = mix(31, s1w, b0t);
	out[n++] = mix(32, s1t, b0w);
	out[n++] = mix(33, s0w, b1t);
	out[n++] = mix(34, s0t, b1w);
	out[n++] = mix(35, b0w, b1w);
	out[n++] = mix(36, b0w, b1t);
	out[n++] = mix(37, s2w, s0w);
	out[n++] = mix(38, s2w, s0t);
	// Triples and more.
	out[n++] = mix(39, b0t, b1t, b2t);
	out[n++] = mix(40, s0t, b0t, b1t);
	out[n++] = mix(41, s1t, s0t, b0t);
	out[n++] = mix(42, s2t, s1t, s0t);
	out[n++] = mix(43, s1t, s0t, b0t, b1t);
	out[n++] = mix(44, s2t, s1t, s0t, b0t);
	out[n++] = mix(45, s0w, b0t, b1t);
	out[n++] = mix(46, s0t, b0w, b1t);
	out[n++] = mix(47, s1w, s0t, b0t);
	out[n++] = mix(48, s1t, s0w, b0t);
	out[n++] = mix(49, s1t, s0t, b0w);
	out[n++] = mix(50, s1w, s0w, b0t);
	out[n++] = mix(51, s0t, b0t, b1t, b2t);
	// Children.
	out[n++] = mix(52, s0t, s0lt, b0t);
	out[n++] = mix(53, s0t, s0rt, b0t);
	out[n++] = mix(54, s0t, b0t, b0lt);
	out[n++] = mix(55, s1t, s1lt, s0t);
	out[n++] = mix(56, s1t, s1rt, s0t);
	out[n++] = mix(57, s1t, s0t, s0lt);
	out[n++] = mix(58, s1t, s0t, s0rt);
	out[n++] = mix(59, wordAt(lower, root, s0l), s0lt, s0t);
	out[n++] = mix(60, wordAt(lower, root, s0r), s0rt, s0t);
	out[n++] = mix(61, wordAt(lower, root, b0l), b0lt, b0t);
	out[n++] = mix(62, wordAt(lower, root, s1l), s1lt, s1t);
	out[n++] = mix(63, wordAt(lower, root, s1r), s1rt, s1t);
	out[n++] = mix(64, labelAt(s.labels, s0l), s0t, labelAt(s.labels, s0r));
	out[n++] = mix(65, labelAt(s.labels, b0l), b0t, s0t);
	out[n++] = mix(66, labelAt(s.labels, s1l), s1t, labelAt(s.labels, s1r));
	out[n++] = mix(67, s0t, s0lt, tagAt(tags, root, s0l2));
	out[n++] = mix(68, s0t, s0rt, tagAt(tags, root, s0r2));
	out[n++] = mix(69, b0t, b0lt, tagAt(tags, root, b0l2));
	out[n++] = mix(70, s1t, s1rt, tagAt(tags, root, s1r2));
	out[n++] = mix(71, s0t, labelAt(s.labels, s0l), labelAt(s.labels, s0l2), b0t);
	out[n++] = mix(72, s0t, labelAt(s.labels, s0r), labelAt(s.labels, s0r2), b0t);
	out[n++] = mix(73, b0t, labelAt(s.labels, b0l), labelAt(s.labels, b0l2), s0t);
	out[n++] = mix(74, s1t, labelAt(s.labels, s1r), labelAt(s.labels, s1r2), s0t);
	// Valency and the sets of labels.
	out[n++] = mix(75, s0w, s0vr, s0t);
	out[n++] = mix(76, s0t, s0vr, s0vl);
	out[n++] = mix(77, s0w, s0vl, s0t);
	out[n++] = mix(78, b0t, b0vl, b0w);
	out[n++] = mix(79, b0t, b0vl, s0t);
	out[n++] = mix(80, s1t, s1vr, s1vl);
	out[n++] = mix(81, s1w, s1vr);
	out[n++] = mix(82, s0w, s0rs);
	out[n++] = mix(83, s0t, s0rs, b0t);
	out[n++] = mix(84, s0w, s0ls);
	out[n++] = mix(85, s0t, s0ls, b0t);
	out[n++] = mix(86, b0w, b0ls);
	out[n++] = mix(87, b0t, b0ls, s0t);
	out[n++] = mix(88, s1w, s1rs);
	out[n++] = mix(89, s1t, s1rs, s0t);
	out[n++] = mix(90, s1t, s1ls, s0t);
	out[n++] = mix(91, s1t, s1rs, s0t, s0ls);
	out[n++] = mix(92, s0t, s0ls, s0rs, b0t);
	// Distance and what lies between.
	out[n++] = mix(93, s0t, b0t, near);
	out[n++] = mix(94, s0w, near);
	out[n++] = mix(95, b0w, near);
	out[n++] = mix(96, s1t, s0t, far);
	out[n++] = mix(97, s1w, far);
	out[n++] = mix(98, s0w, far);
	out[n++] = mix(99, s0t, b0t, marksNear);
	out[n++] = mix(100, s1t, s0t, marksFar);
	out[n++] = mix(101, s1t, s0t, marksFar, b0t);
	out[n++] = mix(102, s0w, b0t, marksNear);
	out[n++] = mix(103, s1w, s0t, marksFar);
	out[n++] = mix(104, s1t, s0w, marksFar);
	// Quotation marks, case markers and subordinators.
	out[n++] = mix(105, quote, s0t, b0t);
	out[n++] = mix(106, quote, s1t, s0t);
	out[n++] = mix(107, quote, s1t, s0t, marksFar);
	out[n++] = mix(108, s0mw, s0t, b0t);
	out[n++] = mix(109, s0mw, s1w);
	out[n++] = mix(110, s0mw, s1t, s0t);
	out[n++] = mix(111, s0mw, s1t, s0w);
	out[n++] = mix(112, b0mw, s0t, b0t);
	out[n++] = mix(113, b0mw, s0w);
	out[n++] = mix(114, s0mw, s2w, s1t);
	out[n++] = mix(115, s1mw, s1t, s0t);
	out[n++] = mix(116, s1mw, s0mw, s1t, s0t);
	out[n++] = mix(117, s0mw, s1w, s0w);
	out[n++] = mix(118, s0mw, s1t, s2t, s0t);
	// Suffixes and clusters.
	out[n++] = mix(119, s0 === root ? 0 : words.suffix3[s0]!, b0t);
	out[n++] = mix(120, b0 < 0 ? 0 : words.suffix3[b0]!, s0t);
	out[n++] = mix(121, s1 < 0 || s1 === root ? 0 : words.suffix3[s1]!, s0t);
	out[n++] = mix(122, s0c, s0t);
	out[n++] = mix(123, b0c, b0t);
	out[n++] = mix(124, s1c, s1t);
	out[n++] = mix(125, s0c, b0c);
	out[n++] = mix(126, s0c, b0t, s0t);
	out[n++] = mix(127, s0t, b0c, b0t);
	out[n++] = mix(128, s1c, s0c);
	out[n++] = mix(129, s1c, s0t, s1t);
	out[n++] = mix(130, s1t, s0c, s0t);
	out[n++] = mix(131, clusterAt(words.coarse, root, s0), clusterAt(words.coarse, root, b0), s0t, b0t);
	out[n++] = mix(132, clusterAt(words.coarse, root, s1), clusterAt(words.coarse, root, s0), s1t, s0t);
	out[n++] = mix(133, clusterAt(words.coarse, root, s1), s0mw, clusterAt(words.coarse, root, s0), s0t);
	out[n++] = mix(134, s1c, s0mw, s0t);
	out[n++] = mix(135, s1t, s0c, s0mw);
	out[n++] = mix(136, clusterAt(words.fine, root, b1), b1t, b0t);
	out[n++] = mix(137, clusterAt(words.coarse, root, s2), clusterAt(words.coarse, root, s0), s2t, s0t);
	out[n++] = mix(138, s0c, s0rs);
	out[n++] = mix(139, s1c, s1rs, s0t);
	out[n++] = mix(140, s0t, b0t, near, marksNear);
	out[n++] = mix(141, s1t, s0t, far, marksFar);
	return n;
}

const wordAt = (lower: Int32Array, root: number, i: number): number =>
	i < 0 ? 0 : i === root ? ROOT_WORD : lower[i]!;
const tagAt = (tags: Int32Array, root: number, i: number): number =>
	i < 0 ? 0 : i === root ? 255 : tags[i]!;
const clusterAt = (clusters: Int32Array, root: number, i: number): number =>
	i < 0 || i === root ? 0 : clusters[i]!;
const labelAt = (labels: Int32Array, i: number): number => (i < 0 ? 0 : labels[i]! + 1);

/** The distance of two words in steps: 1 to 4, 5-6, 7-10, more; 0 where one is missing or the root. */
function distance(a: number, b: number, root: number): number {
	if (a < 0 || b < 0 || a === root || b === root) return 0;
	const d = b - a;
	return d < 5 ? d : d < 7 ? 5 : d < 11 ? 6 : 7;
}

/** Which kinds of mark, and whether a verb, stand between two words. */
function between(t: Tagged, a: number, b: number, root: number): number {
	const from = a < 0 || a === root ? 0 : a + 1;
	if (b <= from || b === root) return 0;
	const commas = t.commas[b]! - t.commas[from]!;
	return (
		(commas > 2 ? 3 : commas) +
		(t.colons[b]! > t.colons[from]! ? 4 : 0) +
		(t.quotes[b]! > t.quotes[from]! ? 8 : 0) +
		(t.verbs[b]! > t.verbs[from]! ? 16 : 0)
	);
}

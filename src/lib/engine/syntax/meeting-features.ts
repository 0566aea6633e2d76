import { mix } from './hash.ts';
import { between, clusterAt, distance, labelAt, tagAt, type Tagged, wordAt } from './tagged.ts';
import type { State } from './transitions.ts';

/** No state has more features than this, those of the stack and of the next words included. */
export const PARSER_FEATURES = 192;

/**
 * Writes the features in which the stack meets the next words, or the word on the stack its right children, and that
 * tell most; returns their number. These are new in every state.
 */
export function meetingFeatures(s: State, t: Tagged, out: Uint32Array): number {
	const { words, tags } = t;
	const root = s.count;
	const s0 = s.stack[s.depth - 1]!;
	const s1 = s.depth > 1 ? s.stack[s.depth - 2]! : -1;
	const b0 = s.front < root ? s.front : -1;
	const b1 = s.front + 1 < root ? s.front + 1 : -1;
	const { lower } = words;
	const s0w = wordAt(lower, root, s0);
	const s1w = wordAt(lower, root, s1);
	const b0w = wordAt(lower, root, b0);
	const b1w = wordAt(lower, root, b1);
	const s0t = tagAt(tags, root, s0);
	const s1t = tagAt(tags, root, s1);
	const b0t = tagAt(tags, root, b0);
	const b1t = tagAt(tags, root, b1);
	const s0c = clusterAt(words.fine, root, s0);
	const b0c = clusterAt(words.fine, root, b0);
	const s0l = s.left1[s0]!;
	const s0l2 = s.left2[s0]!;
	const s0r = s.right1[s0]!;
	const s0r2 = s.right2[s0]!;
	const b0l = b0 < 0 ? -1 : s.left1[b0]!;
	const b0l2 = b0 < 0 ? -1 : s.left2[b0]!;
	const s0lt = tagAt(tags, root, s0l);
	const s0rt = tagAt(tags, root, s0r);
	const b0lt = tagAt(tags, root, b0l);
	const s0vl = s.leftCount[s0]!;
	const s0vr = s.rightCount[s0]!;
	const b0vl = b0 < 0 ? 0 : s.leftCount[b0]!;
	const s0rs = s.rightSet[s0]!;
	const b0ls = b0 < 0 ? 0 : s.leftSet[b0]!;
	const s0mw = wordAt(lower, root, s.marker[s0]!);
	const b0mw = wordAt(lower, root, b0 < 0 ? -1 : s.marker[b0]!);
	const near = distance(s0, b0, root);
	const marksNear = between(t, s0, b0 < 0 ? root - 1 : b0, root);
	const marksFar = between(t, s1, s0, root);
	const quote =
		(s1 < 0 || s1 === root ? 0 : words.quoted[s1]!) * 4 +
		(s0 === root ? 0 : words.quoted[s0]!) * 2 +
		(b0 < 0 ? 0 : words.quoted[b0]!);
	let n = 0;
	out[n++] = mix(23, s0t, b0t);
	out[n++] = mix(31, s1w, b0t);
	out[n++] = mix(33, s0w, b1t);
	out[n++] = mix(34, s0t, b1w);
	out[n++] = mix(41, s1t, s0t, b0t);
	out[n++] = mix(43, s1t, s0t, b0t, b1t);
	out[n++] = mix(52, s0t, s0lt, b0t);
	out[n++] = mix(53, s0t, s0rt, b0t);
	out[n++] = mix(60, wordAt(lower, root, s0r), s0rt, s0t);
	out[n++] = mix(61, wordAt(lower, root, b0l), b0lt, b0t);
	out[n++] = mix(64, labelAt(s.labels, s0l), s0t, labelAt(s.labels, s0r));
	out[n++] = mix(65, labelAt(s.labels, b0l), b0t, s0t);
	out[n++] = mix(68, s0t, s0rt, tagAt(tags, root, s0r2));
	out[n++] = mix(69, b0t, b0lt, tagAt(tags, root, b0l2));
	out[n++] = mix(71, s0t, labelAt(s.labels, s0l), labelAt(s.labels, s0l2), b0t);
	out[n++] = mix(73, b0t, labelAt(s.labels, b0l), labelAt(s.labels, b0l2), s0t);
	out[n++] = mix(75, s0w, s0vr, s0t);
	out[n++] = mix(76, s0t, s0vr, s0vl);
	out[n++] = mix(79, b0t, b0vl, s0t);
	out[n++] = mix(82, s0w, s0rs);
	out[n++] = mix(86, b0w, b0ls);
	out[n++] = mix(87, b0t, b0ls, s0t);
	out[n++] = mix(93, s0t, b0t, near);
	out[n++] = mix(95, b0w, near);
	out[n++] = mix(102, s0w, b0t, marksNear);
	out[n++] = mix(106, quote, s1t, s0t);
	out[n++] = mix(107, quote, s1t, s0t, marksFar);
	out[n++] = mix(108, s0mw, s0t, b0t);
	out[n++] = mix(112, b0mw, s0t, b0t);
	out[n++] = mix(113, b0mw, s0w);
	out[n++] = mix(119, s0 === root ? 0 : words.suffix3[s0]!, b0t);
	out[n++] = mix(125, s0c, b0c);
	out[n++] = mix(127, s0t, b0c, b0t);
	out[n++] = mix(140, s0t, b0t, near, marksNear);
	return n;
}

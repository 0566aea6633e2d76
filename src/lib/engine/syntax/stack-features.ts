import { mix } from './hash.ts';
import { between, clusterAt, distance, labelAt, tagAt, type Tagged, wordAt } from './tagged.ts';
import type { State } from './transitions.ts';

/**
 * Writes the features that only the stack decides and that tell most, and returns their number. What lies beneath a
 * word of the stack, and whatever hangs on its left, is settled once the word is pushed: they change with its case
 * marker alone.
 */
export function stackFeatures(s: State, t: Tagged, out: Uint32Array): number {
	const { words, tags } = t;
	const root = s.count;
	const s0 = s.stack[s.depth - 1]!;
	const s1 = s.depth > 1 ? s.stack[s.depth - 2]! : -1;
	const s2 = s.depth > 2 ? s.stack[s.depth - 3]! : -1;
	const { lower } = words;
	const s0w = wordAt(lower, root, s0);
	const s1w = wordAt(lower, root, s1);
	const s0t = tagAt(tags, root, s0);
	const s1t = tagAt(tags, root, s1);
	const s2t = tagAt(tags, root, s2);
	const s0c = clusterAt(words.fine, root, s0);
	const s1c = clusterAt(words.fine, root, s1);
	const s0l = s.left1[s0]!;
	const s0l2 = s.left2[s0]!;
	const s1l = s1 < 0 ? -1 : s.left1[s1]!;
	const s1r = s1 < 0 ? -1 : s.right1[s1]!;
	const s1r2 = s1 < 0 ? -1 : s.right2[s1]!;
	const s0lt = tagAt(tags, root, s0l);
	const s1lt = tagAt(tags, root, s1l);
	const s1rt = tagAt(tags, root, s1r);
	const s0vl = s.leftCount[s0]!;
	const s1vr = s1 < 0 ? 0 : s.rightCount[s1]!;
	const s1vl = s1 < 0 ? 0 : s.leftCount[s1]!;
	const s0ls = s.leftSet[s0]!;
	const s1ls = s1 < 0 ? 0 : s.leftSet[s1]!;
	const s1rs = s1 < 0 ? 0 : s.rightSet[s1]!;
	const s0mw = wordAt(lower, root, s.marker[s0]!);
	const s1mw = wordAt(lower, root, s1 < 0 ? -1 : s.marker[s1]!);
	const far = distance(s1, s0, root);
	const marksFar = between(t, s1, s0, root);
	let n = 0;
	out[n++] = mix(1, s0w, s0t);
	out[n++] = mix(2, s0w);
	out[n++] = mix(3, s0t);
	out[n++] = mix(13, s1w);
	out[n++] = mix(14, s1t);
	out[n++] = mix(25, s0t, s1t);
	out[n++] = mix(26, s0w, s0t, s1t);
	out[n++] = mix(42, s2t, s1t, s0t);
	out[n++] = mix(55, s1t, s1lt, s0t);
	out[n++] = mix(57, s1t, s0t, s0lt);
	out[n++] = mix(59, wordAt(lower, root, s0l), s0lt, s0t);
	out[n++] = mix(62, wordAt(lower, root, s1l), s1lt, s1t);
	out[n++] = mix(63, wordAt(lower, root, s1r), s1rt, s1t);
	out[n++] = mix(66, labelAt(s.labels, s1l), s1t, labelAt(s.labels, s1r));
	out[n++] = mix(67, s0t, s0lt, tagAt(tags, root, s0l2));
	out[n++] = mix(70, s1t, s1rt, tagAt(tags, root, s1r2));
	out[n++] = mix(77, s0w, s0vl, s0t);
	out[n++] = mix(80, s1t, s1vr, s1vl);
	out[n++] = mix(84, s0w, s0ls);
	out[n++] = mix(88, s1w, s1rs);
	out[n++] = mix(89, s1t, s1rs, s0t);
	out[n++] = mix(90, s1t, s1ls, s0t);
	out[n++] = mix(91, s1t, s1rs, s0t, s0ls);
	out[n++] = mix(96, s1t, s0t, far);
	out[n++] = mix(97, s1w, far);
	out[n++] = mix(98, s0w, far);
	out[n++] = mix(100, s1t, s0t, marksFar);
	out[n++] = mix(109, s0mw, s1w);
	out[n++] = mix(110, s0mw, s1t, s0t);
	out[n++] = mix(111, s0mw, s1t, s0w);
	out[n++] = mix(115, s1mw, s1t, s0t);
	out[n++] = mix(116, s1mw, s0mw, s1t, s0t);
	out[n++] = mix(118, s0mw, s1t, s2t, s0t);
	out[n++] = mix(121, s1 < 0 || s1 === root ? 0 : words.suffix3[s1]!, s0t);
	out[n++] = mix(122, s0c, s0t);
	out[n++] = mix(124, s1c, s1t);
	out[n++] = mix(128, s1c, s0c);
	out[n++] = mix(129, s1c, s0t, s1t);
	out[n++] = mix(134, s1c, s0mw, s0t);
	out[n++] = mix(139, s1c, s1rs, s0t);
	return n;
}

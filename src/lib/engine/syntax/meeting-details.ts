import { mix } from './hash.ts';
import { between, clusterAt, distance, labelAt, tagAt, type Tagged, wordAt } from './tagged.ts';
import type { State } from './transitions.ts';

/** Writes what else the stack's meeting with the next words tells, for states with a doubt; returns the number. */
export function meetingDetails(s: State, t: Tagged, out: Uint32Array): number {
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
	const b0w = wordAt(lower, root, b0);
	const s0t = tagAt(tags, root, s0);
	const s1t = tagAt(tags, root, s1);
	const s2t = tagAt(tags, root, s2);
	const b0t = tagAt(tags, root, b0);
	const b1t = tagAt(tags, root, b1);
	const b2t = tagAt(tags, root, b2);
	const s0c = clusterAt(words.fine, root, s0);
	const s0r = s.right1[s0]!;
	const s0r2 = s.right2[s0]!;
	const b0l = b0 < 0 ? -1 : s.left1[b0]!;
	const s0rt = tagAt(tags, root, s0r);
	const b0lt = tagAt(tags, root, b0l);
	const b0vl = b0 < 0 ? 0 : s.leftCount[b0]!;
	const s0ls = s.leftSet[s0]!;
	const s0rs = s.rightSet[s0]!;
	const near = distance(s0, b0, root);
	const marksNear = between(t, s0, b0 < 0 ? root - 1 : b0, root);
	const marksFar = between(t, s1, s0, root);
	const quote =
		(s1 < 0 || s1 === root ? 0 : words.quoted[s1]!) * 4 +
		(s0 === root ? 0 : words.quoted[s0]!) * 2 +
		(b0 < 0 ? 0 : words.quoted[b0]!);
	let n = 0;
	out[n++] = mix(17, s0w, s0t, b0w, b0t);
	out[n++] = mix(18, s0w, s0t, b0w);
	out[n++] = mix(19, s0w, b0w, b0t);
	out[n++] = mix(20, s0w, s0t, b0t);
	out[n++] = mix(21, s0t, b0w, b0t);
	out[n++] = mix(22, s0w, b0w);
	out[n++] = mix(29, s1t, b0t);
	out[n++] = mix(30, s1w, b0w);
	out[n++] = mix(32, s1t, b0w);
	out[n++] = mix(40, s0t, b0t, b1t);
	out[n++] = mix(44, s2t, s1t, s0t, b0t);
	out[n++] = mix(45, s0w, b0t, b1t);
	out[n++] = mix(46, s0t, b0w, b1t);
	out[n++] = mix(47, s1w, s0t, b0t);
	out[n++] = mix(48, s1t, s0w, b0t);
	out[n++] = mix(49, s1t, s0t, b0w);
	out[n++] = mix(50, s1w, s0w, b0t);
	out[n++] = mix(51, s0t, b0t, b1t, b2t);
	out[n++] = mix(54, s0t, b0t, b0lt);
	out[n++] = mix(58, s1t, s0t, s0rt);
	out[n++] = mix(72, s0t, labelAt(s.labels, s0r), labelAt(s.labels, s0r2), b0t);
	out[n++] = mix(78, b0t, b0vl, b0w);
	out[n++] = mix(83, s0t, s0rs, b0t);
	out[n++] = mix(85, s0t, s0ls, b0t);
	out[n++] = mix(92, s0t, s0ls, s0rs, b0t);
	out[n++] = mix(94, s0w, near);
	out[n++] = mix(99, s0t, b0t, marksNear);
	out[n++] = mix(101, s1t, s0t, marksFar, b0t);
	out[n++] = mix(105, quote, s0t, b0t);
	out[n++] = mix(120, b0 < 0 ? 0 : words.suffix3[b0]!, s0t);
	out[n++] = mix(126, s0c, b0t, s0t);
	out[n++] = mix(131, clusterAt(words.coarse, root, s0), clusterAt(words.coarse, root, b0), s0t, b0t);
	out[n++] = mix(138, s0c, s0rs);
	return n;
}

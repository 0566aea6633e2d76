import { mix } from './hash.ts';
import { between, clusterAt, distance, labelAt, tagAt, type Tagged, wordAt } from './tagged.ts';
import type { State } from './transitions.ts';

/** Writes what else only the stack decides, for states in which `stackFeatures` leaves a doubt; returns the number. */
export function stackDetails(s: State, t: Tagged, out: Uint32Array): number {
	const { words, tags } = t;
	const root = s.count;
	const s0 = s.stack[s.depth - 1]!;
	const s1 = s.depth > 1 ? s.stack[s.depth - 2]! : -1;
	const s2 = s.depth > 2 ? s.stack[s.depth - 3]! : -1;
	const { lower } = words;
	const s0w = wordAt(lower, root, s0);
	const s1w = wordAt(lower, root, s1);
	const s2w = wordAt(lower, root, s2);
	const s0t = tagAt(tags, root, s0);
	const s1t = tagAt(tags, root, s1);
	const s2t = tagAt(tags, root, s2);
	const s0c = clusterAt(words.fine, root, s0);
	const s1r = s1 < 0 ? -1 : s.right1[s1]!;
	const s1r2 = s1 < 0 ? -1 : s.right2[s1]!;
	const s1rt = tagAt(tags, root, s1r);
	const s1vr = s1 < 0 ? 0 : s.rightCount[s1]!;
	const s0mw = wordAt(lower, root, s.marker[s0]!);
	const far = distance(s1, s0, root);
	const marksFar = between(t, s1, s0, root);
	let n = 0;
	out[n++] = mix(12, s1w, s1t);
	out[n++] = mix(15, s2w, s2t);
	out[n++] = mix(16, s2t);
	out[n++] = mix(27, s0t, s1w, s1t);
	out[n++] = mix(28, s0w, s1w);
	out[n++] = mix(37, s2w, s0w);
	out[n++] = mix(38, s2w, s0t);
	out[n++] = mix(56, s1t, s1rt, s0t);
	out[n++] = mix(74, s1t, labelAt(s.labels, s1r), labelAt(s.labels, s1r2), s0t);
	out[n++] = mix(81, s1w, s1vr);
	out[n++] = mix(103, s1w, s0t, marksFar);
	out[n++] = mix(104, s1t, s0w, marksFar);
	out[n++] = mix(114, s0mw, s2w, s1t);
	out[n++] = mix(117, s0mw, s1w, s0w);
	out[n++] = mix(130, s1t, s0c, s0t);
	out[n++] = mix(132, clusterAt(words.coarse, root, s1), clusterAt(words.coarse, root, s0), s1t, s0t);
	out[n++] = mix(133, clusterAt(words.coarse, root, s1), s0mw, clusterAt(words.coarse, root, s0), s0t);
	out[n++] = mix(135, s1t, s0c, s0mw);
	out[n++] = mix(137, clusterAt(words.coarse, root, s2), clusterAt(words.coarse, root, s0), s2t, s0t);
	out[n++] = mix(141, s1t, s0t, far, marksFar);
	return n;
}

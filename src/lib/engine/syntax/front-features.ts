import { mix } from './hash.ts';
import { clusterAt, tagAt, type Tagged, wordAt } from './tagged.ts';
import type { State } from './transitions.ts';

/** Writes the features that only the next three words decide, and returns their number. */
export function frontFeatures(s: State, t: Tagged, out: Uint32Array): number {
	const { words, tags } = t;
	const root = s.count;
	const b0 = s.front < root ? s.front : -1;
	const b1 = s.front + 1 < root ? s.front + 1 : -1;
	const b2 = s.front + 2 < root ? s.front + 2 : -1;
	const b0w = wordAt(words.lower, root, b0);
	const b1w = wordAt(words.lower, root, b1);
	const b2w = wordAt(words.lower, root, b2);
	const b0t = tagAt(tags, root, b0);
	const b1t = tagAt(tags, root, b1);
	const b2t = tagAt(tags, root, b2);
	const b0c = clusterAt(words.fine, root, b0);
	let n = 0;
	out[n++] = mix(0, 1);
	out[n++] = mix(4, b0w, b0t);
	out[n++] = mix(5, b0w);
	out[n++] = mix(6, b0t);
	out[n++] = mix(7, b1w, b1t);
	out[n++] = mix(8, b1w);
	out[n++] = mix(9, b1t);
	out[n++] = mix(10, b2w, b2t);
	out[n++] = mix(11, b2t);
	out[n++] = mix(24, b0t, b1t);
	out[n++] = mix(35, b0w, b1w);
	out[n++] = mix(36, b0w, b1t);
	out[n++] = mix(39, b0t, b1t, b2t);
	out[n++] = mix(123, b0c, b0t);
	out[n++] = mix(136, clusterAt(words.fine, root, b1), b1t, b0t);
	return n;
}
